"""Slanted lines across a shape, clipped to it: plotly can hatch no outline of a map."""

STEP_DEGREES = 0.8


def hatch_polygons(rings: list[list[tuple[float, float]]]) -> dict[str, list[float | None]]:
    """lon and lat of lines from south-west to north-east inside the rings, parted by None."""
    offsets = [latitude - longitude for ring in rings for longitude, latitude in ring]
    lon: list[float | None] = []
    lat: list[float | None] = []
    offset = min(offsets) + STEP_DEGREES / 2
    while offset < max(offsets):
        crossings = _crossings(rings, offset)
        # Every second stretch between two crossings lies inside.
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            lon += [round(start, 2), round(end, 2), None]
            lat += [round(start + offset, 2), round(end + offset, 2), None]
        offset += STEP_DEGREES
    return {"lon": lon, "lat": lat}


def _crossings(rings: list[list[tuple[float, float]]], offset: float) -> list[float]:
    """The longitudes at which the line latitude = longitude + offset crosses the rings, from west to east."""
    found = []
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            side1, side2 = y1 - x1 - offset, y2 - x2 - offset
            if (side1 < 0) != (side2 < 0):
                found.append(x1 + (x2 - x1) * side1 / (side1 - side2))
    return sorted(found)
