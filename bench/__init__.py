"""Measures speed: `make bench`. Nothing here is a test; it prints medians and the machine they come from."""
