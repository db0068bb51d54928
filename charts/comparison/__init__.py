"""Charts of two selections side by side."""
