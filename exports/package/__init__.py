"""A view as a data package."""
