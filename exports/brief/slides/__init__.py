"""A view as a presentation."""
