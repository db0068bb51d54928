"""The table that everyone sees."""
