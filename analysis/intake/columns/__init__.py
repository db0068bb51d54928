"""Which column of a sheet holds what."""
