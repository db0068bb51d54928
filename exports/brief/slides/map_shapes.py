"""A map on a slide, of shapes that can be coloured and moved as any other: one a country."""

from html import escape
from itertools import chain, groupby

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from exports.brief.map_parts import MapPart
from exports.brief.outlines import Ring, Spot
from exports.brief.slides.slide import Box, plain_text

# Finer than this no outline is drawn: points of the map's width. A place that has no outline has a point, so wide.
_FINE, _DOT = 1500, 36


def add_map(slide, parts: list[MapPart], box: Box) -> None:
    """Draw the parts of a map as one group of shapes."""
    # Written as text and read once: python-pptx looks at the whole slide for each shape that it is asked to add.
    number = max(int(named.get("id")) for named in slide.element.iter(qn("p:cNvPr"))) + 1
    (left, top, width, height), size = box.emu, (_FINE, round(_FINE * box.height / box.width))
    drawn = "".join(_shape(part, number + place, size) for place, part in enumerate(parts, 1))
    said = "; ".join(part.text for part in parts if part.text)
    slide.shapes.element.append(
        parse_xml(
            f"<p:grpSp {nsdecls('p', 'a')}><p:nvGrpSpPr>{_named('Group', number, said)}<p:cNvGrpSpPr/><p:nvPr/>"
            f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
            f'<a:chOff x="0" y="0"/><a:chExt cx="{size[0]}" cy="{size[1]}"/></a:xfrm></p:grpSpPr>{drawn}</p:grpSp>'
        )
    )


def _shape(part: MapPart, number: int, size: tuple[int, int]) -> str:
    """A part as a shape with a white edge, in the units of the map."""
    where = _dot(part.spot, size) if part.spot else _outline(part.rings, size)
    return (
        f"<p:sp><p:nvSpPr>{_named('Freeform', number, part.text)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{where}"
        f'{_filled(part.colour)}<a:ln w="6350">{_filled("#FFFFFF")}</a:ln></p:spPr></p:sp>'
    )


def _outline(rings: list[Ring], size: tuple[int, int]) -> str:
    """The frame and the path of one shape of all these rings."""
    drawn = [[(round(x * size[0]), round(y * size[1])) for x, y in ring] for ring in rings]
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*chain(*drawn), strict=True))
    paths = "".join(_ring(ring, left, top) for ring in drawn)
    return (
        f'{_frame(left, top, right - left, bottom - top)}<a:custGeom><a:pathLst><a:path w="{right - left}"'
        f' h="{bottom - top}">{paths}</a:path></a:pathLst></a:custGeom>'
    )


def _ring(ring: list[tuple[int, int]], left: int, top: int) -> str:
    first, *others = [f'<a:pt x="{x - left}" y="{y - top}"/>' for (x, y), _same in groupby(ring)]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _dot(spot: Spot, size: tuple[int, int]) -> str:
    left, top = (round(share * side) - _DOT // 2 for share, side in zip(spot, size, strict=True))
    return f'{_frame(left, top, _DOT, _DOT)}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'


def _frame(left: int, top: int, width: int, height: int) -> str:
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'


def _named(kind: str, number: int, text: str) -> str:
    """What names a shape, or a group of them, with the text that is read out in its place."""
    return f'<p:cNvPr id="{number}" name="{kind} {number}" descr="{escape(plain_text(text))}"/>'
