"""A one-page brief as a PowerPoint slide whose charts and table can be edited."""

import io
from pathlib import Path

from pptx import Presentation

from analysis.text import _
from analysis.views.palette import MAIN_COLOUR
from exports.brief.brief import Brief, make_brief
from exports.brief.rows import brief_more, brief_rows
from exports.brief.slide import Box, add_text, drop_holder, fill_chart, fill_table, fill_text, new_slide
from exports.handover import Handover
from exports.package.repack import repack_office

# The layout, with places for what the brief always has: where they lie and how they look is changed there.
_LAYOUT = Path(__file__).with_name("brief.pptx")
_AS_OF, _YEARS, _ACTIVITIES, _REGIONS, _OPERATIONS, _NOTES = range(13, 19)
_MOST_ROWS = 7
_ROWS_WITH_MEANING = 3
_LEFT, _WIDTH = 0.5, 12.33


def brief_pptx(handover: Handover) -> bytes:
    """The brief of a view as a presentation of one slide."""
    presentation = Presentation(str(_LAYOUT))
    brief = make_brief(handover)
    slide = new_slide(presentation, brief.title)
    fill_text(slide, _AS_OF, [[(brief.as_of, 12, False)]])
    _add_tiles(slide, brief)
    _add_charts(slide, brief)
    _add_rows(slide, brief, handover)
    _add_footer(slide, brief)
    facts = presentation.core_properties
    facts.title, facts.author, facts.comments = brief.title[:255], "", handover.link[:255]
    facts.created = facts.modified = handover.made
    facts.last_modified_by, facts.revision = "", 1
    file = io.BytesIO()
    presentation.save(file)
    return repack_office(file.getvalue(), handover.made)


def _add_tiles(slide, brief: Brief) -> None:
    each = _WIDTH / len(brief.tiles)
    for position, (value, label) in enumerate(brief.tiles):
        box = Box(_LEFT + position * each, 1.34, each - 0.1, 0.68)
        add_text(slide, box, [[(value, 16, True)], [(label, 9, False)]])


def _add_charts(slide, brief: Brief) -> None:
    years, activities, places = brief.years, brief.activities, brief.places
    colours = activities["colour"].tolist()
    charts = [
        (_YEARS, "column", _("Active operations per year"), years["year"], years["active"], [MAIN_COLOUR]),
        (_ACTIVITIES, "bar", _("Operations by activity"), activities["label"], activities["operations"], colours),
        (_REGIONS, "bar", _("Where"), places["label"], places["operations"], places["colour"].tolist()),
    ]
    for holder, kind, title, labels, counts, fills in charts:
        if len(labels):
            fill_chart(slide, holder, kind, title, labels.tolist(), counts.tolist(), fills)
        else:
            drop_holder(slide, holder)


def _add_rows(slide, brief: Brief, handover: Handover) -> None:
    rows = brief_rows(handover, _MOST_ROWS)
    if not rows:
        drop_holder(slide, _OPERATIONS)
        nothing = _("No operation meets these conditions.")
        add_text(slide, Box(_LEFT, 4.4, _WIDTH, 0.3), [[(nothing, 12, False)]])
        return
    titles = [_("Operation"), _("Activities"), _("Period as read"), _("Status"), _("Years so far")]
    texts = [[row.name, row.activities, row.period, row.status, row.years] for row in rows]
    below = fill_table(slide, _OPERATIONS, 0.24, [4.2, 3.0, 2.5, 1.53, 1.1], [titles, *texts])
    if more := brief_more(handover, _MOST_ROWS):
        add_text(slide, Box(_LEFT, below, _WIDTH, 0.22), [[(more, 9, False)]], quiet=True)
    elif len(rows) <= _ROWS_WITH_MEANING:
        _add_meanings(slide, brief, below + 0.08)


def _add_meanings(slide, brief: Brief, top: float) -> None:
    """What the activities are, where the rows leave room for it."""
    meanings = [
        [(f"{row.label}. ", 10, True), (row.meaning[:300], 10, False)] for row in brief.activities.head(5).itertuples()
    ]
    add_text(slide, Box(_LEFT, top, _WIDTH, 1.2), meanings)


def _add_footer(slide, brief: Brief) -> None:
    origin = [[(f"{label}: ", 7, True), (text[:400], 7, False)] for label, text in brief.origin]
    notes = [[(" · ".join(brief.notes)[:1200], 7, False)]]
    fill_text(slide, _NOTES, notes + origin)
