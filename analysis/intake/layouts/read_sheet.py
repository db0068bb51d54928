"""Sheets that are laid out for the eye: rows of units, totals and titles between the operations, names written once."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.intake.layouts.reshape import settle_columns
from analysis.reading.countries import name_book
from analysis.reading.dates import fold
from analysis.reading.headings import heading_score, names_events, plain_heading
from analysis.reading.reference import load_reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_, _

UNITS, SUBTOTAL, GROUP_TITLE = N_("a row of units"), N_("a row of totals"), N_("a title of the rows below it")
FILLED = N_("Blank cells of {column!r} are those of the row above ({count:,}).")
FOR_ALL = N_("{column} of all rows, as you gave it: {text}.")
TITLED = N_("The country of each row is the title that stands above it.")
BY_PLACE_CODE = N_("The country of each row is the one that its code in {column!r} begins with.")
# All of these meet folded cells of at most so many characters.
_LONGEST = 120
_UNIT = re.compile(
    r"\([^()]+\)|\[[^\[\]]+\]|[dmy]{2,4}(?:[-/.][dmy]{2,4}){0,2}|text|string|number|numeric|integer|date|code|usd|eur|%"
    r"|yes/no|units?|texte|nombre|texto|numero"
)
_PLAINLY, _NAMED = 0.8, 0.25
# More marks than these no timeline can show.
_MOST_EVENTS = 1_000
# The codes of places within a country (COD-AB) begin with the code of the country: CD61, COD54, MLI0102.
_PLACE_CODE = re.compile(r"([A-Z]{2,3})\d{1,12}")
_CODED = 0.9
_TOTAL = re.compile(
    r"(?:grand |sub[- ]?)?totals?\b.*|tota(?:ux|les)\b.*|sous-total\b.*|subtotal\b.*|somme\b.*|suma\b.*"
)


def read_sheet(content: bytes, sheet: str | None = None) -> Sheet:
    """The sheet that some bytes hold with one operation a row; InputError where they hold no table."""
    read = read_cells(content, sheet)
    # What we wrote ourselves has nothing but operations in its rows.
    return read if read.as_of else _with_events(settle_layout(read), content)


def _with_events(sheet: Sheet, content: bytes) -> Sheet:
    """The sheet with the dated facts that another one of its workbook holds, where one is called so."""
    name = next((other for other in sheet.sheets if other != sheet.sheet and names_events(other)), "")
    try:
        cells = read_cells(content, name).cells if name else pd.DataFrame()
    except InputError:
        # An empty sheet of facts keeps nobody from the operations.
        return sheet
    date, country, text = (_headed_as(cells, part) for part in ("date", "country", "text"))
    if not date or not text:
        return sheet
    blank = pd.Series("", cells.index)
    columns = [column.head(_MOST_EVENTS) for column in (cells[date], cells[country] if country else blank, cells[text])]
    return replace(sheet, events=tuple(zip(*columns, strict=True)), event_sheet=name)


def _headed_as(cells: pd.DataFrame, part: str) -> str:
    """The column of a sheet of dated facts whose heading names its date, country or text."""
    if part == "text":
        words = word_list("events", "text")
        return next((name for name in cells if any(word in words for word in plain_heading(name).split())), "")
    roles = ("country",) if part == "country" else ("period", "start")
    return next((name for name in cells if any(heading_score(name, role) >= _NAMED for role in roles)), "")


def say_once(sheet: Sheet, country: str = "", period: str = "") -> Sheet:
    """The sheet with a column of what is the same for all rows, as tables of who does what where now leave it out.

    InputError where a column of the sheet is already called so.
    """
    for name, text in ((_("Country"), country), (_("Period"), period)):
        if not text:
            continue
        if name in sheet.cells:
            raise InputError(
                _("The table has a column {column!r}, so it cannot be given for all rows.").format(column=name)
            )
        note = Note(FOR_ALL, (("column", name), ("text", text[:_LONGEST])))
        cells = sheet.cells.assign(**{name: pd.array([text] * len(sheet.cells), dtype="str")})
        sheet = replace(sheet, cells=cells, notes=(*sheet.notes, note))
    return sheet


def settle_layout(sheet: Sheet) -> Sheet:
    """The sheet without rows that are no operations, and with what stands once written into each row."""
    for settle in (_drop_units, settle_columns, _drop_totals, _take_titles, _take_codes, _fill_groups):
        sheet = settle(sheet)
    return sheet


def _drop_units(sheet: Sheet) -> Sheet:
    first = [fold(text)[:_LONGEST] for text in sheet.cells.iloc[0] if text.strip()] if len(sheet.cells) > 1 else []
    if len(first) < 2 or not all(map(_UNIT.fullmatch, first)):
        return sheet
    return _without(sheet, np.arange(len(sheet.cells)) == 0, UNITS)


def _drop_totals(sheet: Sheet) -> Sheet:
    """Rows that begin with a word for a total and say nothing of when."""
    dated = _headed(sheet, "start", "end", "period")
    if not dated:
        return sheet
    undated = np.logical_and.reduce([(sheet.cells[name].str.strip() == "").to_numpy() for name in dated])
    candidates = np.flatnonzero(undated)
    totals = np.zeros(len(sheet.cells), bool)
    for row in candidates.tolist():
        begins = next((text for text in sheet.cells.iloc[row] if text.strip()), "")
        totals[row] = bool(_TOTAL.fullmatch(fold(begins)[:_LONGEST]))
    return _without(sheet, totals, SUBTOTAL) if totals.any() else sheet


def _take_titles(sheet: Sheet) -> Sheet:
    """Countries that stand alone in a row above their operations, as a column of their own."""
    if len(sheet.cells) < 4 or sheet.cells.shape[1] < 2 or _headed(sheet, "country"):
        return sheet
    first = sheet.cells.iloc[:, 0].str.strip()
    rest = np.logical_and.reduce([(sheet.cells[name].str.strip() == "").to_numpy() for name in sheet.cells.columns[1:]])
    titles = rest & (first != "").to_numpy()
    book = name_book(load_reference())
    if titles.sum() < 2 or not titles[0] or not all(book.read_country(text).iso3 for text in first[titles]):
        return sheet
    name = _("Country")
    country = first.where(pd.Series(titles, first.index)).ffill()
    cells = sheet.cells.copy()
    cells.insert(0, name, country.astype(cells.iloc[:, 0].dtype))
    return _without(replace(sheet, cells=cells, notes=(*sheet.notes, Note(TITLED))), titles, GROUP_TITLE)


def _take_codes(sheet: Sheet) -> Sheet:
    """The country that codes of places begin with, as a column of its own where none is headed so."""
    name = _("Country")
    if name in sheet.cells or any(heading_score(heading, "country") >= _PLAINLY for heading in sheet.cells):
        return sheet
    for column in (heading for heading in sheet.cells if _names_codes(heading)):
        texts = sheet.cells[column].str.strip()
        codes = texts.str.extract(_PLACE_CODE.pattern + "$", expand=False).fillna("")
        if not (texts != "").any() or (codes != "")[texts != ""].mean() < _CODED:
            continue
        if all(name_book(load_reference()).find(code) for code in codes.unique() if code):
            note = Note(BY_PLACE_CODE, (("column", column),))
            cells = sheet.cells.assign(**{name: codes.astype(texts.dtype)})
            return replace(sheet, cells=cells, notes=(*sheet.notes, note))
    return sheet


def _names_codes(heading: str) -> bool:
    """Whether a heading says that its column holds codes of places: P-code, Admin1 Pcode, code du territoire."""
    words = plain_heading(heading).replace("p code", "pcode").split()
    return any(word in ("pcode", "pcodes", "code", "codes", "codigo") for word in words)


def _fill_groups(sheet: Sheet) -> Sheet:
    """Countries that stand only in the first row of their group, written into each of its rows.

    That is so where no name stands there twice and two rows in five or more have none.
    """
    for name in _headed(sheet, "country")[:1]:
        texts = sheet.cells[name].str.strip()
        blank = (texts == "").to_numpy()
        once = not texts[~blank].duplicated().any()
        if len(texts) < 4 or blank[0] or blank.sum() < 2 or blank.mean() < 0.4 or not once or blank.all():
            continue
        filled = sheet.cells[name].mask(texts == "").ffill().astype(sheet.cells[name].dtype)
        note = Note(FILLED, (("column", name), ("count", int(blank.sum()))))
        return replace(sheet, cells=sheet.cells.assign(**{name: filled}), notes=(*sheet.notes, note))
    return sheet


def _headed(sheet: Sheet, *roles: str) -> list[str]:
    """The columns whose headings plainly name one of these roles."""
    return [name for name in sheet.cells if any(heading_score(name, role) >= 0.5 for role in roles)]


def _without(sheet: Sheet, rows: np.ndarray, what: str) -> Sheet:
    """The sheet without these rows, which are listed as passed over."""
    if rows.all():
        return sheet
    texts = [" ".join(" ".join(cells).split())[:200] for cells in sheet.cells[rows].to_numpy().tolist()]
    passed = [Skipped(int(line), what, text) for line, text in zip(sheet.lines[rows], texts, strict=True)]
    return replace(
        sheet,
        cells=sheet.cells[~rows].reset_index(drop=True),
        lines=sheet.lines[~rows],
        skipped=tuple(sorted([*sheet.skipped, *passed])),
    )
