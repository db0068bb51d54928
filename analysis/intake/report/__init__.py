"""What was understood of a table that somebody brought, and what to check."""
