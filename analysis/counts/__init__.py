"""Small count tables of the operations that a selection leaves."""
