"""A one-page brief as a PowerPoint slide whose charts and table can be edited."""

import io
from pathlib import Path

from pptx import Presentation

from analysis.text import _
from analysis.views.palette import MAIN_COLOUR
from exports.brief.brief import Brief, make_brief
from exports.brief.rows import brief_more, brief_rows
from exports.brief.slide import Box, add_text, drop_holder, fill_chart, fill_table, fill_text, new_slide, plain_text
from exports.brief.timeline_slide import add_key, add_timeline
from exports.handover import Handover
from exports.package.repack import repack_office

# The layout, with places for what the brief always has: where they lie and how they look is changed there.
_LAYOUT = Path(__file__).with_name("brief.pptx")
_AS_OF, _YEARS, _ACTIVITIES, _REGIONS, _OPERATIONS, _NOTES = range(13, 19)
_MOST_ROWS = 7
_MOST_BARS = 34
_ROWS_WITH_MEANING = 3
_LEFT, _WIDTH = 0.5, 12.33


def brief_pptx(handover: Handover) -> bytes:
    """The brief of a view as a presentation: a slide, and a second one with the periods of many operations."""
    presentation = Presentation(str(_LAYOUT))
    brief = make_brief(handover)
    slide = new_slide(presentation, brief.message)
    fill_text(slide, _AS_OF, [[(brief.subject[:200], 12, False)]])
    _add_tiles(slide, brief)
    _add_charts(slide, brief)
    _add_rows(slide, brief, handover)
    _add_footer(slide, brief)
    if handover.selected.count > _MOST_ROWS:
        _add_second(presentation, brief, handover)
    facts = presentation.core_properties
    facts.title, facts.author, facts.comments = plain_text(brief.title)[:255], "", handover.link[:255]
    facts.created = facts.modified = handover.made
    facts.last_modified_by, facts.revision = "", 1
    file = io.BytesIO()
    presentation.save(file)
    return repack_office(file.getvalue(), handover.made)


def _add_second(presentation, brief: Brief, handover: Handover) -> None:
    """A slide with the periods of all operations as far as they fit, where the first one has not room for them."""
    slide = new_slide(presentation, _("When: {title}").format(title=brief.title))
    fill_text(slide, _AS_OF, [[(brief.as_of, 12, False)]])
    for holder in (_YEARS, _ACTIVITIES, _REGIONS, _OPERATIONS, _NOTES):
        drop_holder(slide, holder)
    rows = brief_rows(handover, _MOST_BARS)
    add_timeline(slide, rows, handover.selected.snapshot.as_of.year + 1)
    add_key(slide, rows)
    # A name with a star stands nowhere without its note.
    starred = any("*" in row.name for row in rows)
    noted = [note for note in brief.notes if starred and note.partition(":")[0].endswith("*")]
    below = [[(text, 9, False)] for text in filter(None, [brief_more(handover, _MOST_BARS), *noted])]
    if below:
        add_text(slide, Box(_LEFT, 7.0, _WIDTH, 0.4), below, quiet=True)


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
    origin = [[(f"{label}: ", 8, True), (text[:400], 8, False)] for label, text in brief.origin]
    notes = [[(" · ".join(brief.notes)[:1200], 7, False)]]
    fill_text(slide, _NOTES, notes + origin)
