"""A table that lies in several files of one shape: a folder, a pattern of names, or an address of either."""
