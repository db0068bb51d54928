"""Sheets that are laid out for the eye, to sheets of one operation a row."""
