"""The slide that a presentation begins with: the message, key numbers, where, what on, when, and where it is from."""

from itertools import accumulate

from analysis.text import _, ngettext
from analysis.views.palette import MAIN_COLOUR
from exports.brief.brief import Brief
from exports.brief.map_parts import map_parts
from exports.brief.rows import BriefRow, brief_rows
from exports.brief.slides.map_shapes import add_map
from exports.brief.slides.slide import (
    ACTIVITIES,
    AS_OF,
    NOTES,
    OPERATIONS,
    WHEN,
    WHERE,
    Box,
    add_text,
    drop_holder,
    fill_chart,
    fill_table,
    fill_text,
    new_slide,
    place_of,
    table_heights,
    text_lines,
)
from exports.brief.slides.timeline_slide import add_timeline
from exports.handover import Handover

# So many operations have their periods here, and so many a line of a table too.
MOST_PERIODS = 14
_MOST_ROWS = 5
_COLUMNS = [3.3, 4.5, 2.0, 1.13, 1.4]
_TALL = 3.55
_LEFT, _WIDTH = 0.5, 12.33
# Lines of small print that there is room for, and its size in points.
_MOST_NOTES, _SMALL = 7, 9
_LONGEST_SUBJECT = 200


def add_first(presentation, brief: Brief, handover: Handover) -> None:
    """Add the slide."""
    slide = new_slide(presentation, brief.message)
    # Where there are very many conditions they give way to the day up to which all is counted.
    subject = brief.subject if len(brief.subject) <= _LONGEST_SUBJECT else brief.as_of
    size = 12 if text_lines(subject, 12, _WIDTH) == 1 else _SMALL
    fill_text(slide, AS_OF, [[(subject[:_LONGEST_SUBJECT], size, False)]])
    _add_tiles(slide, brief)
    _add_where(slide, brief, handover)
    _add_activities(slide, brief)
    _add_when(slide, brief, brief_rows(handover, MOST_PERIODS + 1), handover.selected.snapshot.as_of.year + 1)
    _add_rows(slide, brief, handover)
    _add_footer(slide, brief)


def _add_tiles(slide, brief: Brief) -> None:
    each = _WIDTH / len(brief.tiles)
    for position, (value, label) in enumerate(brief.tiles):
        box = Box(_LEFT + position * each, 1.34, each - 0.1, 0.68)
        add_text(slide, box, [[(value, 16 if len(value) < 14 else 10, True)], [(label, 10, False)]])


def _add_where(slide, brief: Brief, handover: Handover) -> None:
    """A map with the counts of regions in their colours below it; these alone where nothing can be drawn."""
    box = place_of(slide, WHERE)
    drop_holder(slide, WHERE)
    key = Box(box.left, box.top + box.height - 0.3, box.width, 0.3)
    around = Box(box.left, box.top, box.width, box.height - 0.34)
    if parts := map_parts(handover.selected, around.width / around.height):
        add_map(slide, parts, around)
    runs = [
        part
        for label, operations, colour in brief.places.itertuples(index=False)
        for part in (("■ ", 10, False, colour), (f"{label} {operations}    ", 10, False))
    ]
    if runs:
        add_text(slide, key, [runs])


def _add_activities(slide, brief: Brief) -> None:
    counted = brief.activities
    if counted.empty:
        drop_holder(slide, ACTIVITIES)
        return
    fill_chart(
        slide, ACTIVITIES, "bar", _("Operations by activity"), counted["label"].tolist(),
        counted["operations"].tolist(), counted["colour"].tolist(),
    )  # fmt: skip


def _add_when(slide, brief: Brief, rows: list[BriefRow], after: int) -> None:
    """The periods of the operations, or how many ran by year where they are many: then a slide of its own has them."""
    if 0 < len(rows) <= MOST_PERIODS and any(row.spells for row in rows):
        box = place_of(slide, WHEN)
        drop_holder(slide, WHEN)
        # More than a few lines reach down beside the text below.
        add_timeline(slide, rows, after, box if len(rows) <= _MOST_ROWS else box._replace(height=_TALL))
    elif len(brief.years):
        years = brief.years
        title = _("Active operations per year")
        fill_chart(slide, WHEN, "column", title, years["year"].tolist(), years["active"].tolist(), [MAIN_COLOUR])
    else:
        drop_holder(slide, WHEN)


def _add_rows(slide, brief: Brief, handover: Handover) -> None:
    """The operations in words where they are few; else what stands out, and what the activities are."""
    box, count = place_of(slide, OPERATIONS), handover.selected.count
    if not count:
        drop_holder(slide, OPERATIONS)
        add_text(slide, Box(_LEFT, 2.3, _WIDTH, 0.4), [[(_("No operation meets these conditions."), 16, False)]])
        return
    if count > _MOST_ROWS:
        drop_holder(slide, OPERATIONS)
        beside = place_of(slide, ACTIVITIES) if count <= MOST_PERIODS else box
        text = box._replace(width=beside.left + beside.width - box.left)
        add_text(slide, text, _standouts(brief) or _meanings(brief, text))
        return
    rows = brief_rows(handover, _MOST_ROWS)
    titles = [_("Operation"), _("Activities"), _("Period as read"), _("Status"), _("Years so far")]
    texts = [[row.name, row.activity_names, row.period, row.status, row.years] for row in rows]
    if sum(table_heights(_COLUMNS, [titles, *texts])) > box.height:
        # The chart above says what the codes stand for.
        texts = [[row.name, row.activities, row.period, row.status, row.years] for row in rows]
    below = fill_table(slide, OPERATIONS, _COLUMNS, [titles, *texts])
    left = box._replace(top=below + 0.06, height=box.top + box.height - below - 0.06)
    meanings = _meanings(brief, left)
    if len(meanings) == (brief.activities["meaning"] != "").sum():
        add_text(slide, left, meanings)


def _standouts(brief: Brief) -> list:
    if not brief.standouts:
        return []
    heading = [(_("What stands out"), 11, True)]
    return [heading, *([(f"• {text}", 11, False)] for text in brief.standouts)]


def _meanings(brief: Brief, box: Box) -> list:
    """What the activities are, those of which the box has room, the most common first."""
    told = [(f"{row.label}. ", row.meaning[:300]) for row in brief.activities.itertuples() if row.meaning]
    room = int(box.height * 72 / (1.2 * _SMALL))
    lines = accumulate(text_lines("".join(texts), _SMALL, box.width) for texts in told)
    fitting = [texts for texts, used in zip(told, lines, strict=True) if used <= room]
    return [[(label, _SMALL, True), (meaning, _SMALL, False)] for label, meaning in fitting]


def _add_footer(slide, brief: Brief) -> None:
    """The small print at a size that can be read: the notes as far as they fit, then where all is from."""
    origin = [[(f"{label}: ", _SMALL, True), (text[:400], _SMALL, False)] for label, text in brief.origin]
    fill_text(slide, NOTES, [[(_fitting(brief.notes), _SMALL, False)], *origin])


def _fitting(notes: list[str]) -> str:
    """The first notes in one paragraph, as many as there is room for, and how many more there are."""
    kept = next(
        count
        for count in range(len(notes), -1, -1)
        if count <= 1 or text_lines(" · ".join(notes[:count]), _SMALL, _WIDTH) <= _MOST_NOTES
    )
    left = len(notes) - kept
    more = ngettext("{count} more note in the Excel file", "{count} more notes in the Excel file", left)
    return " · ".join([*notes[:kept], *([more.format(count=left)] if left else [])])
