"""What a small map of a view is drawn of, for slides and pages alike."""

from typing import NamedTuple

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.views.map.drawn import has_sudan_whole
from analysis.views.map.points import count_points
from analysis.views.palette import OTHER_COLOUR, REGION_COLOURS
from exports.brief.outlines import Ring, Spot, fit_view, outlines_in

_LAND = "#E3E6E9"
# An outline that is no larger than this share of the map would not be seen, and has a point.
_SEEN = 0.002


class MapPart(NamedTuple):
    """A colour, and where it goes: rings that lie from 0 to 1 on the map, else a spot; what stands there in words."""

    colour: str
    rings: list[Ring]
    spot: Spot | None = None
    text: str = ""


def map_parts(selected: Selected, ratio: float) -> list[MapPart]:
    """The land, and upon it the countries of the chosen operations in the colours of their regions; nothing where none
    can be drawn. ratio: of the map's width to its height."""
    points = ask(selected, count_points)
    if points.empty:
        return []
    view = fit_view(list(zip(points["longitude"], points["latitude"], strict=True)), ratio)
    outlines = outlines_in(view)
    chosen = set(points["iso3"])
    parts = [MapPart(_LAND, [ring for code, rings in outlines.items() if code not in chosen for ring in rings])]
    if "SDN" in chosen and "SSD" in set(outlines) - chosen and has_sudan_whole(selected):
        parts.append(MapPart(_pale(REGION_COLOURS["Africa"]), outlines["SSD"]))
    regions = selected.snapshot.table.reference.territories["region"]
    for point in points.itertuples():
        rings = outlines.get(point.iso3, [])
        colour = REGION_COLOURS.get(regions[point.iso3], OTHER_COLOUR)
        # What the filters leave out of an operation is paler, as on the map of the pages.
        colour = colour if point.chosen else _pale(colour)
        place = None if _is_seen(rings) else view.place(point.longitude, point.latitude)
        parts.append(MapPart(colour, [] if place else rings, place, f"{point.name}: {point.operations}"))
    return parts


def _is_seen(rings: list[Ring]) -> bool:
    sides = [[max(side) - min(side) for side in zip(*ring, strict=True)] for ring in rings]
    return any(width * height > _SEEN for width, height in sides)


def _pale(colour: str) -> str:
    """A colour half way to white."""
    return "#" + "".join(f"{(int(colour[at : at + 2], 16) + 255) // 2:02X}" for at in (1, 3, 5))
