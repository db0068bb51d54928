"""Charts of how long operations last."""
