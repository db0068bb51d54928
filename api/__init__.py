"""The data API: a view's link with another path gives its rows; nothing here can change anything."""
