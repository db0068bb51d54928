"""Small charts as SVG, drawn without scripts, styles or links; every text is escaped."""

from html import escape
from textwrap import wrap

import pandas as pd

from analysis.views.palette import STATUS_COLOURS
from exports.brief.inks import LINE, QUIET_INK
from exports.brief.map_parts import MapPart
from exports.brief.outlines import Ring
from exports.brief.rows import BriefRow

_LEAST_COLUMNS = 6
_LINE = 10
# The width of a map to its height.
MAP_RATIO = 2.4


def column_chart(years: pd.DataFrame, label: str, width: int = 400, height: int = 118) -> str:
    """Upright bars of the active operations of `count_years`, with the highest and the end years named."""
    if years.empty:
        return ""
    highest, base = max(int(years["active"].max()), 1), height - 16
    # The bar of a single year would else be as wide as the picture.
    step = width / max(len(years), _LEAST_COLUMNS)
    parts = []
    for position, (year, active) in enumerate(zip(years["year"], years["active"], strict=True)):
        tall = (base - 14) * active / highest
        left = position * step
        parts.append(_rect(left + step * 0.1, base - tall, step * 0.8, tall, STATUS_COLOURS["ongoing"]))
        if active == highest and highest not in years["active"].tolist()[:position]:
            parts.append(_text(left + step / 2, base - tall - 3, str(active), "middle"))
        if _is_named(position, int(year), years, step):
            # The last name of a narrow bar would stand over the edge.
            at_edge = position == len(years) - 1 and step < 24
            parts.append(
                _text(
                    left + step if at_edge else left + step / 2, height - 4, str(year), "end" if at_edge else "middle"
                )
            )
    parts.append(f'<line x1="0" y1="{base}" x2="{width}" y2="{base}" stroke="{QUIET_INK}" stroke-width="0.6"/>')
    return _svg(width, height, label, parts)


def bar_chart(bars: list[tuple[str, int, str]], label: str, width: int = 240, row_height: int = 25) -> str:
    """Horizontal bars of (label, count, colour), each named above its bar; empty where there is none."""
    highest = max((count for _name, count, _colour in bars), default=1)
    parts: list[str] = []
    top = 0
    for name, count, colour in bars:
        long = (width - 26) * count / highest
        lines = label_lines(name, width)
        for number, line in enumerate(lines):
            parts.append(_text(0, top + 9 + number * _LINE, line, "start"))
        top += (len(lines) - 1) * _LINE
        parts.append(_rect(0, top + 12, long, 8, colour))
        parts.append(_text(long + 4, top + 19.5, str(count), "start"))
        top += row_height
    return _svg(width, top, label, parts) if bars else ""


def small_map(parts: list[MapPart], label: str, width: int = 280) -> str:
    """A map of `MAP_RATIO` with each part in its colour, white edges between them; empty where there is none."""
    height = width / MAP_RATIO
    drawn = [
        f'<circle cx="{part.spot[0] * width:.1f}" cy="{part.spot[1] * height:.1f}" r="3.4" fill="{part.colour}"/>'
        if part.spot
        else f'<path d="{"".join(_path(ring, width, height) for ring in part.rings)}" fill="{part.colour}"/>'
        for part in parts
    ]
    edges = f'<g stroke="#FFFFFF" stroke-width="0.5">{"".join(drawn)}</g>'
    return _svg(width, round(height), label, [edges]) if parts else ""


def _path(ring: Ring, width: float, height: float) -> str:
    return "M{}Z".format("L".join(f"{x * width:.1f},{y * height:.1f}" for x, y in ring))


def label_lines(name: str, width: int = 240) -> list[str]:
    """A label over its bar on as many lines as it needs, three at most."""
    return wrap(name, int(width / 5.5), max_lines=3, placeholder=" …") or [""]


def spell_strip(row: BriefRow, first: int, after: int, width: int = 200, height: int = 10) -> str:
    """The spells of an operation on a line from one year to another; an ongoing one ends in a point."""
    scale = width / max(after - first, 1)
    parts = [f'<line x1="0" y1="{height / 2}" x2="{width}" y2="{height / 2}" stroke="{LINE}" stroke-width="0.6"/>']
    for start, end, ongoing in row.spells:
        left, right = (start - first) * scale, max((end - first) * scale, (start - first) * scale + 1.5)
        colour = STATUS_COLOURS["ongoing" if ongoing else "closed"]
        tip = max(right - 4, left) if ongoing else right
        corners = [(left, 1.5), (tip, 1.5), (right, height / 2), (tip, height - 1.5), (left, height - 1.5)]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        parts.append(f'<polygon points="{points}" fill="{colour}"/>')
    return _svg(width, height, row.period, parts)


def _is_named(position: int, year: int, years: pd.DataFrame, step: float) -> bool:
    every = next(span for span in (1, 2, 5, 10, 20, 50, 100, 500) if span * step >= 30)
    last = len(years) - 1
    # The last year always has its name, and a round one too near to it has none.
    return position == last or (year % every == 0 and (last - position) * step >= 30 and (position + 0.5) * step >= 11)


def _svg(width: int, height: int, label: str, parts: list[str]) -> str:
    box = f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'


def _rect(left: float, top: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def _text(left: float, base: float, text: str, anchor: str) -> str:
    return f'<text x="{left:.1f}" y="{base:.1f}" font-size="9.5" text-anchor="{anchor}">{escape(text)}</text>'
