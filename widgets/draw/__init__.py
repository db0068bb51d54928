"""What each chart asks of a selection, and how it is drawn; `show_chart` does so once for a view."""
