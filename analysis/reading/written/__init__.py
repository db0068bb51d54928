"""Periods in the words of their makers, rewritten to what the grammar of periods reads."""
