"""Parts of the page Your table."""
