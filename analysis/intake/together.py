"""Rows that are parts of one operation, such as its places or years, put together by an id, or a note of them."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess import Guess
from analysis.intake.columns.guess_columns import ColumnGuess, Columns
from analysis.intake.columns.measures import holds_currencies, names_amounts
from analysis.intake.dates.spans import period_texts, read_dates, read_spans
from analysis.reading.amounts import decimal_comma, read_amount
from analysis.reading.dates import print_point
from analysis.reading.headings import heading_score, is_about
from analysis.reading.periods import Spell, print_spells
from analysis.reading.points import BLANK
from analysis.reading.statuses import read_statuses
from analysis.text import N_, _

TOGETHER = N_("{rows:,} rows were put together to {operations:,} operations by {column!r}.")
ADDED = N_("Where rows were put together, {columns} were added up.")
REPEATED_IDS = N_(
    "{column!r} names {ids:,} operations in {rows:,} rows ({id} stands in {most:,}), but each row counts as one: where"
    " rows are parts of an operation, such as its places or years, choose to put them together by that column."
)
_FIRST = ("ongoing", "planned", "closed", "cancelled", "")


def join_rows(sheet: Sheet, guess: ColumnGuess) -> tuple[Sheet, ColumnGuess]:
    """The sheet with one row for each value of the column `together`, and which column is then what.

    A row without a value stays by itself. What differs between the rows is listed; periods are the pieces of one,
    a status is the one that has come least far, and amounts are added up unless each row repeats the same.
    """
    columns = guess.columns
    ids = sheet.cells[columns.together or ""].str.strip()
    alone = pd.Series([f"\0{row}" for row in range(len(ids))], index=ids.index)
    number, names = pd.factorize(ids.where(ids != "", alone))
    if len(names) == len(ids):
        return sheet, guess
    cells, columns = _with_periods(sheet, columns)
    first = np.unique(number, return_index=True)[1]
    rows = pd.Series(number, index=cells.index)
    added = _to_add(cells, rows)
    joined = {name: _sum(cells[name], rows) if name in added else _join(cells[name], rows, columns) for name in cells}
    notes = [Note(TOGETHER, _values(rows=len(ids), operations=len(names), column=columns.together))]
    if added:
        notes.append(Note(ADDED, _values(columns=", ".join(added))))
    merged = pd.DataFrame(joined).astype(cells.dtypes.to_dict())
    merged_sheet = replace(sheet, cells=merged, lines=sheet.lines[first], notes=(*sheet.notes, *notes))
    return merged_sheet, ColumnGuess(columns, _of_periods(guess.guesses, columns))


def _of_periods(guesses: dict[str, Guess], columns: Columns) -> dict[str, Guess]:
    """The guesses with one at the period, from the columns of start and end that it was made of."""
    if not columns.period or "period" in guesses:
        return guesses
    dated = [guesses[role] for role in ("start", "end") if role in guesses]
    names = tuple(name for guess in dated for name in guess.columns)
    others = {role: guess for role, guess in guesses.items() if role not in ("start", "end")}
    return {**others, "period": Guess(names, dated[0].reason, dated[0].certainty)}


def _values(**values: object) -> tuple[tuple[str, object], ...]:
    return tuple(values.items())


def _with_periods(sheet: Sheet, columns: Columns) -> tuple[pd.DataFrame, Columns]:
    """The cells with a period in place of start and end, in which several can be listed."""
    if not columns.start:
        return sheet.cells, columns
    name = _("Period")
    while name in sheet.cells:
        name += " 2"
    dates = read_dates(sheet, columns)
    spans, printed = read_spans(sheet, columns, dates), period_texts(sheet, columns, dates)
    texts = printed.to_numpy(object, copy=True)
    spells = spans.spells.astype({"start": object, "end": object})
    said = dates.end.kind != BLANK if dates.end else np.zeros(len(texts), bool)
    for row in spells.itertuples(index=False):
        end = None if pd.isna(row.end) else row.end.date()
        spell = Spell(row.start.date(), end, row.start_precision, row.end_precision)
        # An end that is not given stays so, and is read once the rows stand together.
        open_end = row.end_precision == "ongoing" and not said[row.operation]
        texts[row.operation] = f"{print_point(*spell[::2])} -" if open_end else print_spells([spell])
    cells = sheet.cells.assign(**{name: pd.array(texts, dtype="str")})
    return cells, replace(columns, start=None, end=None, period=name)


def _differ(cells: pd.Series, rows: pd.Series) -> bool:
    """Whether the rows of some operation say different things."""
    return bool((cells[cells.str.strip() != ""].groupby(rows).nunique() > 1).any())


def _to_add(cells: pd.DataFrame, rows: pd.Series) -> list[str]:
    """The columns of amounts that differ between the rows of an operation; none where its currency differs too."""
    if any(holds_currencies(name, cells[name]) and _differ(cells[name], rows) for name in cells):
        return []
    return [name for name in cells if names_amounts(name) and _differ(cells[name], rows) and _are_amounts(cells[name])]


def _are_amounts(cells: pd.Series) -> bool:
    comma = decimal_comma(cells.unique())
    return all(read_amount(text, comma) is not None for text in cells.unique() if text.strip())


def _join(cells: pd.Series, rows: pd.Series, columns: Columns) -> list[str]:
    """What the rows of each operation say, each text once."""
    listed = cells.str.strip().groupby(rows).agg(list)
    if cells.name == columns.status:
        return [_least_far(texts, columns) for texts in listed]
    # A sign that was chosen for activities parts them, and the end of a line always does.
    sign = "\n" if cells.name in columns.activity and columns.separator is not None else "; "
    return [sign.join(dict.fromkeys(filter(None, texts))) for texts in listed]


def _sum(cells: pd.Series, rows: pd.Series) -> list[str]:
    comma = decimal_comma(cells.unique())
    listed = cells.groupby(rows).agg(lambda texts: [read_amount(text, comma) for text in texts if text.strip()])
    return [str(sum(amounts)) if amounts else "" for amounts in listed]


def _least_far(texts: list[str], columns: Columns) -> str:
    """The status of an operation of which some parts may have come further than others."""
    read = read_statuses(texts, dict(columns.statuses))
    return min(zip(read, texts, strict=True), key=lambda pair: _FIRST.index(pair[0]))[1]


def say_repeated_ids(sheet: Sheet, columns: Columns) -> tuple[Note, ...]:
    """What is said where rows share an id and a title, their dates or a country, or a title, its country and dates, but
    each counts as an operation."""
    dated = [name for name in (columns.start, columns.end, columns.period) if name]
    # One country alone says nothing of which rows belong together.
    place = [columns.country] if columns.country and sheet.cells[columns.country].nunique() > 1 else []
    alike = [[columns.title]] if columns.title else [dated, *([place] if place else [])]
    taken = {columns.country, columns.status, columns.region, *columns.activity, *dated}
    ids = [name for name in sheet.cells if heading_score(name, "id") >= 0.5 and not is_about(name, "givers")]
    for name in (columns.id, *ids, None if columns.id or ids else columns.title):
        if not name or name in taken:
            continue
        # Titles are less sure than ids: their rows have to be of one place and time.
        same = [dated + place] if name == columns.title else alike
        named = sheet.cells[sheet.cells[name].str.strip() != ""]
        repeated = named[named[name].duplicated(keep=False)]
        if any((repeated.groupby(name)[each].nunique().max(axis=1) == 1).mean() > 0.5 for each in same if each):
            counts = repeated[name].value_counts()
            values = (("column", name), ("ids", named[name].nunique()), ("rows", len(named)))
            return (Note(REPEATED_IDS, (*values, ("id", str(counts.index[0])[:80]), ("most", int(counts.iloc[0])))),)
    return ()
