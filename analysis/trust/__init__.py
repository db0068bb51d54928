"""How far a table can be trusted: its readings, the switches for them, and what they change."""
