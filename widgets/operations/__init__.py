"""Parts of the page Operations."""
