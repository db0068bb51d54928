"""Two selections of one table side by side."""
