"""How long spells and operations last."""
