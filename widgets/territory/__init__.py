"""Parts of the page Countries."""
