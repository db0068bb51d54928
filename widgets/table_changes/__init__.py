"""Parts of the page Compare tables."""
