"""Rows as files for other programs."""
