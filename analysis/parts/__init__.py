"""Where the parts of a table lie: in this process, or on workers."""
