"""The day up to which a table speaks, proposed from what stands in it."""

import re
from datetime import date
from typing import NamedTuple

import numpy as np

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns
from analysis.intake.dates.spans import Dates
from analysis.intake.rows import Rows
from analysis.reading.dates import fold, read_point
from analysis.reading.headings import is_planned, plain_heading
from analysis.reading.points import READ, Points, read_points
from analysis.table.build import last_day
from analysis.text import N_

STATED = N_("The table says so: {text!r}.")
RECORDED = N_("The latest date in {column!r}, which records what has been done.")
RECORDED_BUT = N_(
    "The latest date in {column!r}, which records what has been done, but for {last}: it lies years after all others"
    " and is taken for a misprint."
)
LATEST = N_("The latest start or end that is not a plan.")
LATEST_BUT = N_(
    "The latest start, but for {last}: it lies years after all others and is taken for a misprint; what starts then"
    " counts as not yet started."
)
LAST_PERIOD = N_("The end of the last period; none is longer than a year and each ends before the last begins.")
LATEST_START = N_("The latest start; ends after it may be plans.")
OWN = N_("The last day that its periods name.")
CHOSEN = N_("Chosen by you.")
WRITTEN = N_("The file was written as of that day.")
FILE_SAYS = N_("The name of the file says so: {text!r}.")
# Reasons by which the table itself says the date, so that no later one is possible.
STATING = frozenset((STATED, WRITTEN))

_SAYS = (
    r"\b(?:as (?:of|at|on)|up to|status (?:on|at)|last updated?(?: on)?|updated?(?: on)?|cut-?off(?: date)?"
    r"|a la date du|au"
    r"|date limite|mise a jour(?: le)?|a fecha de|fecha de corte|corte al|al|hasta el)\W+"
)
_DAY = (
    r"(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2} [^\W\d]+ \d{4}|[^\W\d]+ \d{1,2},? \d{4}"
    r"|[^\W\d]+ \d{4})"
)
_RECORDS = re.compile(
    r"\b(?:updated?|modified|created|recorded|reported|last edit|edited|entered|mise a jour|modifie|modification"
    r"|actualizacion"
    r"|actualizado|modificacion|created at|retrieved|extracted|snapshot)\b"
)


# A single date so long after all others of its column is a misprint.
_MISPRINT_DAYS, _MISPRINT_OF_TWO = 3 * 366, 10 * 366
# No operation of a table that is read now begins in a later year, unless others do about then.
_LAST_START = 2040


class AsOf(NamedTuple):
    """A proposed as-of date and its reason."""

    day: date | None
    reason: Note


def propose_as_of(sheet: Sheet, columns: Columns, rows: Rows, file: str = "") -> AsOf:
    """The latest date that is not a plan, and why it is that; no date where the periods themselves say it."""
    if found := _stated(sheet) or _named(file) or _recorded(sheet, columns):
        return found
    return _latest(columns, rows.dates) if rows.dates else _latest_named(rows)


def _stated(sheet: Sheet) -> AsOf | None:
    if written := read_point(sheet.as_of):
        return AsOf(written.last, Note(WRITTEN))
    for skipped in sheet.skipped:
        for found in re.finditer(_SAYS + _DAY, fold(skipped.text)):
            day = read_point(found[1])
            if day:
                return AsOf(day.last, Note(STATED, (("text", skipped.text[:120]),)))
    return None


def _named(file: str) -> AsOf | None:
    """What the name of a file says, as our files of bare rows have it."""
    said = re.search(r"as-of-(\d{4}-\d{2}-\d{2})(?!\d)", file)
    day = read_point(said[1]) if said else None
    return AsOf(day.last, Note(FILE_SAYS, (("text", file[:120]),))) if day else None


def _recorded(sheet: Sheet, columns: Columns) -> AsOf | None:
    tags = dict(sheet.tags)
    best: tuple[date, Note] | None = None
    for name in sheet.cells:
        if name in (columns.start, columns.end) or is_planned(name, tags.get(name, "")):
            continue
        if not (
            _RECORDS.search(plain_heading(name)) or re.search(r"#date.*\+(?:updated|reported)", tags.get(name, ""))
        ):
            continue
        points = read_points(sheet.cells[name])
        read = points.kind == READ
        if read.mean() < 0.5:
            continue
        day, last = _last(points, _near_others(points, read)), _last(points, read)
        if best is None or day > best[0]:
            said = (("column", name), ("last", last.isoformat()))
            best = day, Note(RECORDED, said[:1]) if day == last else Note(RECORDED_BUT, said)
    return AsOf(*best) if best else None


def _latest(columns: Columns, dates: Dates) -> AsOf:
    """Starts that happened; ends too, unless they are plans or nothing says that they are none."""
    start, end = dates.start, dates.end
    happened = (start.kind == READ) & ~np.isin(dates.status, ("planned", "cancelled"))
    happened = happened if happened.any() else start.kind == READ
    if not happened.any():
        return AsOf(None, Note(OWN))
    plausible = _plausible(start, happened)
    latest, misprint = _last(start, plausible), _last(start, happened)
    if latest != misprint:
        return AsOf(latest, Note(LATEST_BUT, (("last", misprint.isoformat()),)))
    if end is None or is_planned(columns.end or ""):
        return AsOf(latest, Note(LATEST_START))
    known = (end.kind == READ) & happened
    if columns.status:
        known &= dates.status == "closed"
        # What still runs has not come to its end, so the table does not speak beyond the first such end.
        runs = (end.kind == READ) & (dates.status == "ongoing") & (end.last >= np.datetime64(latest))
        known &= end.last < (end.last[runs].min() if runs.any() else np.datetime64("9999-12-31"))
    elif _are_reports(start, end, known):
        last = _last(end, known)
        # What has begun since is there already, though it has no end yet.
        return AsOf(last, Note(LAST_PERIOD)) if last >= latest else AsOf(latest, Note(LATEST))
    elif not (end.kind[start.kind == READ] != READ).any():
        return AsOf(latest, Note(LATEST_START if known.any() and _last(end, known) > latest else LATEST))
    # An end long after anything has started is a plan, whatever else is said.
    known &= end.last <= np.datetime64(latest) + 730
    return AsOf(max(latest, _last(end, known)) if known.any() else latest, Note(LATEST))


def _are_reports(start: Points, end: Points, known: np.ndarray) -> bool:
    """Whether periods follow one on another, none longer than a year, and those that began last have ended.

    Then they are what has been reported, not what is planned.
    """
    if not known.any() or not (start.kind == READ)[known].all():
        return False
    length = (end.last - start.first)[known].astype(int)
    begun = np.unique(start.first[known])
    # All of one start are the plans of a year, where none of them is left open.
    if len(begun) == 1 and not (end.kind == READ)[start.kind == READ].all():
        return False
    return bool((length >= 0).all() and (length < 366).all()) and _follow(start, end, known)


def _follow(start: Points, end: Points, known: np.ndarray) -> bool:
    """Whether all that began before the last start had ended when it came."""
    last = start.first[known].max()
    return bool((end.last[known & (start.first < last)] < last).all())


def _latest_named(rows: Rows) -> AsOf:
    """Starts that happened, and the ends of what a column of statuses says is closed; else all that periods name."""
    spells = rows.spans.spells
    status = rows.status[spells["operation"].to_numpy(int)]
    happened = ~np.isin(status, ("planned", "cancelled"))
    if not (rows.status != "").any() or not happened.any():
        return AsOf(None, Note(OWN))
    closed = spells["end"].where(status == "closed")
    return AsOf(last_day(spells.assign(end=closed)[happened]), Note(LATEST))


def _plausible(points: Points, mask: np.ndarray) -> np.ndarray:
    """The rows of a mask without those after a gap of more than ten years: misprints, in small tables where they lie in
    the future."""
    years = np.unique(points.first[mask].astype("datetime64[Y]").astype(int))
    gaps = np.flatnonzero(np.diff(years[-3:]) > 10)
    if not len(gaps) or (mask.sum() < 20 and years[-1] + 1970 <= _LAST_START):
        return mask
    last = years[-3:][gaps[0]]
    return mask & (points.first.astype("datetime64[Y]").astype(int) <= last)


def _near_others(points: Points, mask: np.ndarray) -> np.ndarray:
    """The rows of a mask without single ones that lie years after all others: misprints."""
    days = np.sort(points.last[mask])
    most = _MISPRINT_DAYS if len(days) > 2 else _MISPRINT_OF_TWO
    if len(days) < 2 or (days[-1] - days[-2]).astype(int) <= most:
        return mask
    return mask & (points.last <= days[-2])


def _last(points: Points, mask: np.ndarray) -> date:
    return points.last[mask].max().astype(object)
