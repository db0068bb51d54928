"""One chart on a page."""
