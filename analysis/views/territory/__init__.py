"""One territory and what stands beside it."""
