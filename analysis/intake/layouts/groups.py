"""Rows that belong together: titles above them, names that stand in the first of them alone, marks for the same."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.layouts.rows_aside import headed, without_rows
from analysis.reading.countries import name_book
from analysis.reading.country_guesses import GROUP, problem_of
from analysis.reading.dates import fold
from analysis.reading.reference import load_reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_, _

GROUP_TITLE = N_("a title of the rows below it")
FILLED = N_("Blank cells of {column!r} are those of the row above ({count:,}).")
TITLED = N_("{column} of each row is the title that stands above it.")
DITTOS = N_("Cells of {column!r} that say the same as above are that text ({count:,}).")
_FEWEST_ROWS, _MANY_BLANK = 4, 0.4


def repeat_dittos(sheet: Sheet) -> Sheet:
    """The sheet with the text above in place of marks for the same."""
    marks = {way for mark in word_list("layout", "dittos") for way in (mark, mark.capitalize(), mark.upper())}
    for name in sheet.cells:
        same = sheet.cells[name].isin(marks)
        if same.any() and not same.iloc[0]:
            cells = sheet.cells.assign(**{name: sheet.cells[name].mask(same).ffill().astype(sheet.cells[name].dtype)})
            note = Note(DITTOS, (("column", name), ("count", int(same.sum()))))
            sheet = replace(sheet, cells=cells, notes=(*sheet.notes, note))
    return sheet


def take_titles(sheet: Sheet) -> Sheet:
    """The sheet with what stands alone in rows above others in a column of its own: countries, activities, groups."""
    if len(sheet.cells) < _FEWEST_ROWS or sum(bool(text.strip()) for text in sheet.cells.iloc[0]) != 1:
        return sheet
    filled = sheet.cells.apply(lambda column: column.str.strip() != "")
    titles = (filled.sum(axis=1) == 1).to_numpy()
    if titles.sum() < 2 or titles[-1] or len(filled.columns) < 2 or (titles[1:] & titles[:-1]).any():
        return sheet
    column = next(name for name in filled if filled[name].iloc[0])
    said_when = column in headed(sheet.cells, "start", "end", "period")
    if said_when or not filled.loc[titles, column].all() or not _are_dated(sheet.cells[~titles]):
        return sheet
    texts = sheet.cells[column].str.strip()
    above = texts.where(pd.Series(titles, texts.index)).ffill().astype(texts.dtype)
    name = _name_of_titles(sheet, column, texts[titles].tolist(), filled.loc[~titles, column])
    sheet = without_rows(sheet, titles, GROUP_TITLE)
    cells = sheet.cells.assign(**{name: above[~titles].to_numpy()}).astype({name: texts.dtype})
    cells = cells if name in sheet.cells else cells[[name, *sheet.cells]]
    return replace(sheet, cells=cells, notes=(*sheet.notes, Note(TITLED, (("column", name),))))


def _are_dated(cells: pd.DataFrame) -> bool:
    dated = headed(cells, "start", "period")
    return bool(dated) and all((cells[name].str.strip() != "").mean() >= 0.8 for name in dated[:1])


def _name_of_titles(sheet: Sheet, column: str, titles: list[str], below: pd.Series) -> str:
    """The column that titles are written into: their own where all others leave it blank, else a new one."""
    if not below.any():
        return column
    book, known = name_book(load_reference()), word_list("activities", "plain")
    if not headed(sheet.cells, "country") and all(book.read_country(text).iso3 for text in titles):
        name = _("Country")
    elif all(problem_of(text) == GROUP for text in titles):
        name = _("Region")
    elif 2 * sum(fold(text) in known for text in titles) >= len(titles):
        name = _("Activity")
    else:
        name = _("Group")
    while name in sheet.cells:
        name += " 2"
    return name


def fill_groups(sheet: Sheet) -> Sheet:
    """The sheet with what stands only in the first row of a group written into each of its rows: countries, and the
    activities and regions that are blank in no other rows."""
    for name in headed(sheet.cells, "country")[:1]:
        blank = (sheet.cells[name].str.strip() == "").to_numpy()
        if not _are_groups(sheet.cells[name].str.strip(), blank):
            continue
        sheet = _filled(sheet, name, blank)
        for other in headed(sheet.cells, "activity", "region"):
            empty = (sheet.cells[other].str.strip() == "").to_numpy()
            # A few blanks are rows that have none, above all in the second of several columns.
            if other != name and empty.mean() >= _MANY_BLANK and not (empty & ~blank).any() and not other[-1].isdigit():
                sheet = _filled(sheet, other, empty)
    return sheet


def _are_groups(texts: pd.Series, blank: np.ndarray) -> bool:
    """Whether two rows in five or more are blank, and no name stands there twice, or each has blanks and then another
    name below it."""
    if len(texts) < _FEWEST_ROWS or blank[0] or blank.sum() < 2 or blank.mean() < _MANY_BLANK or blank.all():
        return False
    begins, names = np.flatnonzero(~blank), texts[~blank]
    followed = bool(blank[-1]) and bool(blank[begins + 1].all()) and not (names == names.shift()).any()
    return followed or not names.duplicated().any()


def _filled(sheet: Sheet, name: str, blank: np.ndarray) -> Sheet:
    filled = sheet.cells[name].mask(blank).ffill().astype(sheet.cells[name].dtype)
    note = Note(FILLED, (("column", name), ("count", int(blank.sum()))))
    return replace(sheet, cells=sheet.cells.assign(**{name: filled}), notes=(*sheet.notes, note))
