"""A map on a slide, of shapes that can be coloured and moved as any other: one a country."""

from itertools import chain, groupby

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.views.map.drawn import has_sudan_whole
from analysis.views.map.points import count_points
from analysis.views.palette import OTHER_COLOUR, REGION_COLOURS
from exports.brief.outlines import Spot, fit_view, outlines_in
from exports.brief.slide import Box, plain_text

_LAND = "#E3E6E9"
# Finer than this no outline is drawn: points of the map's width.
_FINE = 1500
# An outline that is no larger than this share of the map would not be seen, and has a point, so wide in inches.
_SEEN, _DOT = 0.002, 0.09


def add_map(slide, selected: Selected, box: Box) -> bool:
    """Colour the countries of the chosen operations by their regions on a map; whether there are any."""
    points = ask(selected, count_points)
    if points.empty:
        return False
    view = fit_view(list(zip(points["longitude"], points["latitude"], strict=True)), box.width / box.height)
    outlines = outlines_in(view)
    shapes, drawn = slide.shapes, []
    chosen = set(points["iso3"])
    land = [ring for code, rings in outlines.items() if code not in chosen for ring in rings]
    drawn.append(_fill(_outline(shapes, land, box), _LAND))
    if "SDN" in chosen and "SSD" in set(outlines) - chosen and has_sudan_whole(selected):
        drawn.append(_fill(_outline(shapes, outlines["SSD"], box), _pale(REGION_COLOURS["Africa"])))
    regions = selected.snapshot.table.reference.territories["region"]
    for point in points.itertuples():
        rings = outlines.get(point.iso3, [])
        place = view.place(point.longitude, point.latitude)
        shape = _outline(shapes, rings, box) if _is_seen(rings) else _dot(shapes, place, box)
        colour = REGION_COLOURS.get(regions[point.iso3], OTHER_COLOUR)
        # What the filters leave out of an operation is paler, as on the map of the pages.
        drawn.append(_fill(shape, colour if point.chosen else _pale(colour)))
        _name(shape, f"{point.name}: {point.operations}")
    counts = zip(points["name"], points["operations"], strict=True)
    _name(shapes.add_group_shape(drawn), "; ".join(f"{name}: {operations}" for name, operations in counts))
    return True


def _outline(shapes, rings: list[list[Spot]], box: Box):
    """One shape of all these rings, which lie from 0 to 1 on a map."""
    drawn = [[(round(x * _FINE), round(y * _FINE)) for x, y in ring] for ring in rings]
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*chain(*drawn), strict=True))
    scale = Inches(box.width) / _FINE, Inches(box.height) / _FINE
    builder = shapes.build_freeform(left, top, scale=scale)
    builder.add_line_segments([(right, top), (right, bottom), (left, bottom)])
    shape = builder.convert_to_shape(Inches(box.left), Inches(box.top))
    # The builder is good for few points: its time grows with their square.
    path = shape.element.find(f".//{qn('a:path')}")
    path[:] = parse_xml(f"<a:path {nsdecls('a')}>{''.join(_ring(ring, left, top) for ring in drawn)}</a:path>")[:]
    return shape


def _ring(ring: list[tuple[int, int]], left: int, top: int) -> str:
    first, *others = [f'<a:pt x="{x - left}" y="{y - top}"/>' for (x, y), _same in groupby(ring)]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _dot(shapes, place: Spot, box: Box):
    left, top = box.left + place[0] * box.width - _DOT / 2, box.top + place[1] * box.height - _DOT / 2
    return shapes.add_shape(MSO_SHAPE.OVAL, *Box(left, top, _DOT, _DOT).emu)


def _is_seen(rings: list[list[Spot]]) -> bool:
    sides = [[max(side) - min(side) for side in zip(*ring, strict=True)] for ring in rings]
    return any(width * height > _SEEN for width, height in sides)


def _fill(shape, colour: str):
    """The shape in a colour, with a white edge and no shadow."""
    # The theme would give it one.
    shape.element.remove(shape.element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    shape.line.width = Pt(0.5)
    shape.line.color.rgb = RGBColor.from_string("FFFFFF")
    return shape


def _pale(colour: str) -> str:
    """A colour half way to white."""
    return "#" + "".join(f"{(int(colour[at : at + 2], 16) + 255) // 2:02X}" for at in (1, 3, 5))


def _name(shape, text: str) -> None:
    """Give a shape, or a group of them, the text that is read out in its place."""
    for properties in shape.element.iter(qn("p:cNvPr")):
        properties.set("descr", plain_text(text))
        return
