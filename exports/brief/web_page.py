"""A one-page brief as a web page that stands alone and prints on one A4 page."""

from bisect import bisect_right
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from analysis.selection.select import Selected
from analysis.text import _, from_right, language
from exports.brief.brief import Brief, make_brief
from exports.brief.map_parts import map_parts
from exports.brief.rows import BriefRow, brief_more, brief_rows
from exports.brief.svg import MAP_RATIO, bar_chart, column_chart, label_lines, small_map, spell_strip
from exports.handover import Handover

_STYLE = Path(__file__).with_name("brief.css")
MOST_ROWS = 32
ROWS_WITH_MEANING = 5
_ROOMY_ROWS = 18
# What takes room from the rows: every further line of the title and of the small print.
_TITLE_LETTERS, _SUBJECT_LETTERS, _ROWS_A_TITLE_LINE = 50, 115, 2
# How many letters a line of each column has: name, activities, period.
_LETTERS = 27, 19, 24
_SMALL_LETTERS, _USUAL_SMALL_LINES = 135, 16
_STANDOUT_LETTERS = 110
# The page may run nothing and fetch nothing, whatever the table holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def brief_html(handover: Handover) -> bytes:
    """The brief of a view as HTML without scripts, links or anything outside itself."""
    brief = make_brief(handover)
    direction = "rtl" if from_right() else "ltr"
    message, subject = escape(brief.message), escape(brief.subject)
    body = "\n".join(
        [
            f'<header><h1>{message}</h1><p class="as-of">{subject}</p></header>',
            _tiles(brief),
            _charts(brief, handover.selected),
            _standouts(brief),
            _table(brief, handover),
            # There is room for what the activities are where the rows are few.
            _meanings(brief) if handover.selected.count <= ROWS_WITH_MEANING else "",
            _footer(brief),
        ]
    )
    return (
        f'<!doctype html>\n<html lang="{language()}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{message}</title>'
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head>\n<body><main>\n{body}\n</main></body></html>\n"
    ).encode()


def _tiles(brief: Brief) -> str:
    tiles = [f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for value, label in brief.tiles]
    return f'<dl class="tiles">{"".join(tiles)}</dl>'


class BriefChart(NamedTuple):
    """A chart of a brief: its title, the SVG, what that shows in words with all its numbers, and a key to its colours
    as (name, count, colour)."""

    title: str
    svg: str
    said: str
    key: tuple[tuple[str, int, str], ...] = ()


def brief_charts(brief: Brief, selected: Selected) -> list[BriefChart]:
    """When, what on and where, in that order, those that show something."""
    years = list(zip(brief.years["year"], brief.years["active"], strict=True))
    activities = list(brief.activities[["label", "operations", "colour"]].itertuples(index=False, name=None))
    by_year, by_activity = _said(_("Active operations per year"), years), _said(_("Operations by activity"), activities)
    parts, places = map_parts(selected, MAP_RATIO), tuple(brief.places.itertuples(index=False, name=None))
    by_place = "; ".join(part.text for part in parts if part.text)
    charts = [
        BriefChart(_("Active operations per year"), column_chart(brief.years, by_year), by_year),
        BriefChart(_("Activities"), bar_chart(activities, by_activity), by_activity),
        BriefChart(_("Where"), small_map(parts, by_place), by_place, places),
    ]
    return [chart for chart in charts if chart.svg or chart.key]


def _said(title: str, bars: list[tuple]) -> str:
    return f"{title}: {', '.join(f'{bar[0]}: {bar[1]}' for bar in bars)}" if bars else title


def _charts(brief: Brief, selected: Selected) -> str:
    drawn = [
        f"<div><h2>{escape(chart.title)}</h2>{chart.svg}{_key(chart)}</div>" for chart in brief_charts(brief, selected)
    ]
    return f'<section class="charts">{"".join(drawn)}</section>'


def _key(chart: BriefChart) -> str:
    """The names of the colours of a chart, each with its count."""
    named = "".join(
        f'<li><i style="background:{colour}"></i>{escape(name)} {count}</li>' for name, count, colour in chart.key
    )
    return f'<ul class="key">{named}</ul>' if named else ""


def _standouts(brief: Brief) -> str:
    """What stands out against chance; nothing where nothing does."""
    heading, told = escape(_("What stands out")), "".join(f"<li>{escape(text)}</li>" for text in brief.standouts)
    return f"<section><h2>{heading}</h2><ul>{told}</ul></section>" if told else ""


def _table(brief: Brief, handover: Handover) -> str:
    most = _most_rows(brief, handover.selected.count)
    rows = brief_rows(handover, most)
    rows = rows[: max(bisect_right(_lines(rows), most), 1)]
    if not rows:
        nothing = escape(_("No operation meets these conditions."))
        return f'<section><p class="none">{nothing}</p></section>'
    after = handover.selected.snapshot.as_of.year + 1
    first = first_year(rows, after)
    years = f'<span class="axis"><span>{first}</span><span>{after - 1}</span></span>'
    titles = [("name", _("Operation")), ("activities", _("Activities")), ("years", _("Years so far"))]
    head = "".join(f'<th class="{kind}">{escape(title)}</th>' for kind, title in titles)
    period = escape(_("Period as read"))
    status = f'<th class="status">{period}</th>'
    body = "".join(_row(row, first, after) for row in rows)
    more = f'<p class="more">{escape(brief_more(handover, len(rows)))}</p>'
    kind = "" if _lines(rows)[-1] <= _ROOMY_ROWS else ' class="dense"'
    return f"<section><table{kind}><tr>{head}{status}<th>{years}</th></tr>{body}</table>{more}</section>"


def _lines(rows: list[BriefRow]) -> list[int]:
    """How many lines the table has down to each row, since nothing in a cell is cut."""
    texts = [zip((row.name, row.activities, row.period), _LETTERS, strict=True) for row in rows]
    return list(accumulate(max(-(-len(text) // letters) for text, letters in cells) for cells in texts))


def first_year(rows: list[BriefRow], after: int) -> int:
    """The year in which the first of these operations began; the one before `after` where none is known."""
    return min((int(start) for row in rows for start, _end, _ongoing in row.spells), default=after - 1)


def _most_rows(brief: Brief, count: int) -> int:
    """How many rows leave room for everything else on the page."""
    title_rows = _ROWS_A_TITLE_LINE * min(len(brief.message) // _TITLE_LETTERS, 2)
    title_rows += len(brief.subject) // _SUBJECT_LETTERS
    small_print = [*brief.notes, *map("".join, brief.origin)]
    small_lines = sum(1 + len(text) // _SMALL_LETTERS for text in small_print)
    # A table that does not fit has a line that counts the rest, and often a bar more above it.
    cut = 2 if count > MOST_ROWS else 0
    # Labels of bars that need more lines than one make the charts higher, beyond what the usual ones leave free.
    further = sum(len(label_lines(label)) - 1 for label in brief.activities["label"])
    cut += max(-(-further * 3 // 5) - 1, 0)
    cut += sum(1 + len(text) // _STANDOUT_LETTERS for text in brief.standouts) + bool(brief.standouts)
    return MOST_ROWS - cut - title_rows - max(small_lines - _USUAL_SMALL_LINES, 0)


def _row(row: BriefRow, first: int, after: int) -> str:
    texts = [("name", row.name), ("activities", row.activities), ("years", row.years), ("status", row.period)]
    cells = "".join(f'<td class="{kind}">{escape(text)}</td>' for kind, text in texts)
    return f"<tr>{cells}<td>{spell_strip(row, first, after)}</td></tr>"


def _meanings(brief: Brief) -> str:
    told = brief.activities[brief.activities["meaning"] != ""]
    meanings = [f"<p><b>{escape(row.label)}.</b> {escape(row.meaning)}</p>" for row in told.itertuples()]
    if not meanings:
        return ""
    heading = escape(_("What the activities are"))
    return f'<section><h2>{heading}</h2><div class="meaning">{"".join(meanings)}</div></section>'


def _link(text: str) -> str:
    """A text of the small print, to be followed where it is an address."""
    shown = escape(text)
    return f'<a href="{shown}">{shown}</a>' if text.startswith(("http://", "https://")) else shown


def _footer(brief: Brief) -> str:
    notes = "".join(f"<li>{escape(note)}</li>" for note in brief.notes)
    origin = "".join(f"<p><b>{escape(label)}:</b> {_link(text)}</p>" for label, text in brief.origin)
    return f"<footer><ul>{notes}</ul>{origin}</footer>"
