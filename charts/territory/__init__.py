"""Charts of one territory."""
