"""Parts of the page Durations."""
