"""The outlines of countries on a small flat map that is fitted to some places."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

# Built from the outlines of the map by scripts/build_outlines.py, in tenths of a degree.
_FILE = Path(__file__).with_name("outlines.json")
_SOUTH, _NORTH = -58.0, 80.0
_ROOM, _LEAST = 6.0, 36.0
Spot = tuple[float, float]
Ring = list[Spot]


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


def outlines_in(view: MapView) -> dict[str, list[Ring]]:
    """For each country what is seen of its outline: rings of places on the map, from 0 to 1."""
    seen = {code: list(_seen(rings, view)) for code, rings in _world_outlines().items()}
    return {code: rings for code, rings in seen.items() if rings}


def _seen(rings: list[tuple[Spot, Spot, Ring]], view: MapView) -> Iterator[Ring]:
    for north_west, south_east, ring in rings:
        (left, top), (right, bottom) = view.place(*north_west), view.place(*south_east)
        if right < 0 or left > 1 or bottom < 0 or top > 1:
            continue
        placed = [view.place(*point) for point in ring]
        whole = left >= 0 and right <= 1 and top >= 0 and bottom <= 1
        if cut := placed if whole else _cut(placed):
            yield cut


@cache
def _world_outlines() -> dict[str, list[tuple[Spot, Spot, Ring]]]:
    """The rings of each country in degrees, each with its north-western and south-eastern corners."""
    return {code: list(_rings(rings)) for code, rings in json.loads(_FILE.read_text("utf-8")).items()}


def _rings(rings: list[list[int]]) -> Iterator[tuple[Spot, Spot, Ring]]:
    for ring in rings:
        points = [(x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)]
        # A ring across the date line is put together on its eastern side, and shown on its western one too.
        across = max(points)[0] - min(points)[0] > 180
        for turn in (0, -360) if across else (0,):
            turned = [((x % 360 if across else x) + turn, y) for x, y in points]
            (west, *_x, east), (south, *_y, north) = map(sorted, zip(*turned, strict=True))
            yield (west, north), (east, south), turned


def _cut(ring: Ring) -> Ring:
    """What of a ring lies on the map (Sutherland and Hodgman)."""
    for axis, edge, inside in ((0, 0, float.__ge__), (0, 1, float.__le__), (1, 0, float.__ge__), (1, 1, float.__le__)):
        ring = _cut_at(ring, axis, float(edge), inside)
    return ring


def _cut_at(ring: Ring, axis: int, edge: float, inside: Callable[[float, float], bool]) -> Ring:
    kept: Ring = []
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
