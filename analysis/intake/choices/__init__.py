"""What a user decided about a table, as a value and as a file."""
