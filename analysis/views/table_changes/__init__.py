"""What changed between two tables."""
