"""Charts of what is done, together and apart."""
