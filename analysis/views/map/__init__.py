"""The points of the map, their classes, and what is said beside them."""
