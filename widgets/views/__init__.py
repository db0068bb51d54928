"""Views by name: those of everyone here, and those that a reader keeps."""
