"""The bytes of any table to a sheet of text cells."""
