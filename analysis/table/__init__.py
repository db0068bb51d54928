"""The frozen value that holds one table of operations, and what is worked out of it once."""
