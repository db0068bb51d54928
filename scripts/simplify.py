"""Outlines with few points, where more would not be seen: very few for the small map in files."""

from math import hypot

Point = tuple[float, float]
# How far a point may lie beside its line, in degrees, and how small an island is left out where there are larger ones.
NEAR = 0.7
SMALL = 1.5


def simplify(line: list[Point], near: float = NEAR) -> list[Point]:
    """The line without the points that lie no further than `near` beside it (Douglas and Peucker), its ends kept."""
    if len(line) < 3:
        return line
    apart = [_distance(point, line[0], line[-1]) for point in line[1:-1]]
    furthest = max(range(len(apart)), key=apart.__getitem__)
    if apart[furthest] <= near:
        return [line[0], line[-1]]
    middle = furthest + 1
    return simplify(line[: middle + 1], near)[:-1] + simplify(line[middle:], near)


def rings_seen(rings: list[list[Point]]) -> list[list[int]]:
    """The rings that are large enough, the largest in any case, each as x, y, x, y in tenths of a degree."""
    large = [ring for ring in rings if extent(ring) >= SMALL]
    kept = large or [max(rings, key=extent)]
    return [[round(10 * number) for point in ring for number in point] for ring in kept if len(ring) > 3]


def extent(ring: list[Point]) -> float:
    """The longer side of the rectangle around a ring, in degrees."""
    return max(max(numbers) - min(numbers) for numbers in zip(*ring, strict=True))


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others, or from the first where they are one."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
