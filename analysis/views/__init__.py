"""What pages show of a selection beside counts: rows, timeline, matrix, map, territory, comparison."""
