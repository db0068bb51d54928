"""Columns that say where beside the column of countries: codes of countries, regions of the user's own."""
