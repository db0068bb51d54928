"""The outlines of countries on a small flat map that is fitted to some places."""

import json
from collections.abc import Callable
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

# Built from the outlines of the map by scripts/build_outlines.py, in tenths of a degree.
_FILE = Path(__file__).with_name("outlines.json")
_SOUTH, _NORTH = -58.0, 80.0
_ROOM, _LEAST = 6.0, 36.0
Spot = tuple[float, float]


class MapView(NamedTuple):
    """The part of the world that a map shows, in degrees: its western and northern edge, its width and height."""

    west: float
    north: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> Spot:
        """Where a point lies on the map, from 0 to 1 from its left and from its top."""
        return (longitude - self.west) / self.width, (self.north - latitude) / self.height


def fit_view(points: list[Spot], ratio: float) -> MapView:
    """The view of such a ratio of width to height that shows all these points of the globe with room around them."""
    longitudes, latitudes = zip(*points, strict=True)
    middle = (min(latitudes) + max(latitudes)) / 2
    # Away from the equator degrees of longitude are shorter.
    shorter = cos(radians(middle))
    width = max(longitudes) - min(longitudes) + 2 * _ROOM
    height = max(max(latitudes) - min(latitudes) + 2 * _ROOM, _LEAST)
    width = min(max(width, height * ratio / shorter), 360.0)
    height = width * shorter / ratio
    west = _held((min(longitudes) + max(longitudes)) / 2 - width / 2, -180.0, 180.0 - width)
    return MapView(west, _held(middle - height / 2, _SOUTH, _NORTH - height) + height, width, height)


def outlines_in(view: MapView) -> dict[str, list[list[Spot]]]:
    """For each country what is seen of its outline: rings of places on the map, from 0 to 1."""
    seen = {code: list(_seen(rings, view)) for code, rings in json.loads(_FILE.read_text("utf-8")).items()}
    return {code: rings for code, rings in seen.items() if rings}


def _seen(rings: list[list[int]], view: MapView):
    for ring in rings:
        points = [(x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)]
        # A ring across the date line is put together on its eastern side, and shown on its western one too.
        across = max(points)[0] - min(points)[0] > 180
        for turn in (0, -360) if across else (0,):
            turned = [((x % 360 if across else x) + turn, y) for x, y in points]
            if cut := _cut([view.place(*point) for point in turned]):
                yield cut


def _cut(ring: list[Spot]) -> list[Spot]:
    """What of a ring lies on the map (Sutherland and Hodgman)."""
    for axis, edge, inside in ((0, 0, float.__ge__), (0, 1, float.__le__), (1, 0, float.__ge__), (1, 1, float.__le__)):
        ring = _cut_at(ring, axis, float(edge), inside)
    return ring


def _cut_at(ring: list[Spot], axis: int, edge: float, inside: Callable[[float, float], bool]) -> list[Spot]:
    kept: list[Spot] = []
    for last, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        if inside(point[axis], edge) != inside(last[axis], edge):
            share = (edge - last[axis]) / (point[axis] - last[axis])
            kept.append((last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])))
        if inside(point[axis], edge):
            kept.append(point)
    return kept


def _held(value: float, low: float, high: float) -> float:
    """A value between two bounds, in their middle where they leave no room."""
    return min(max(value, low), high) if low <= high else (low + high) / 2
