"""The dates of a sheet: columns of starts and ends, of periods, and what statuses say of ends."""
