"""The sheet of periods: one row an unbroken stretch of an operation, its days as days."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from analysis.counts.ask import ask
from analysis.text import N_, _
from analysis.views.listed_rows import list_spells
from analysis.views.rows import show_status
from exports.excel.sheets import LAST_ROW, Book, LongSheet, day_number, sheet_text
from exports.handover import Handover

_PRECISIONS = {
    "year": N_("the year"), "month": N_("the month"), "day": N_("the day"), "ongoing": N_("ongoing"),
    "unknown": N_("unknown"),
}  # fmt: skip
_WIDTHS = (9, 40, 13, 13, 22, 13, 17, 17)


def write_periods(book: Book, sheet: LongSheet, handover: Handover) -> None:
    """The periods of the operations in the order of the view, as many as a sheet holds."""
    titles = [_("Line"), _("Operation"), _("First day"), _("Last day"), _("Status"), _("Years so far"),
              _("Start known to"), _("End known to")]  # fmt: skip
    for position, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True)):
        sheet.set_column(position, position, width)
        book.write(sheet, 0, position, title, "title")
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    spells = ordered_spells(handover).head(LAST_ROW)
    rows = handover.all_rows.loc[spells["operation"]]
    ends = spells["end"].where((spells["status"] == "closed").to_numpy())
    sheet.autofilter(0, 0, len(spells), len(titles) - 1)
    sheet.write_columns(
        [
            _numbers(book, sheet, rows["line"], "0"),
            _texts(book, sheet, rows["name"]),
            _days(book, sheet, spells["start"]),
            _days(book, sheet, ends),
            _texts(book, sheet, spells["status"].astype(str).map(show_status)),
            _numbers(book, sheet, spells["duration_years"].round(6), "0.0"),
            _texts(book, sheet, spells["start_precision"].map(_say_precision)),
            _texts(book, sheet, spells["end_precision"].map(_say_precision)),
        ]
    )


def ordered_spells(handover: Handover) -> pd.DataFrame:
    """The spells of the view's operations, in its order."""
    spells = ask(handover.selected, list_spells, handover.sort, handover.descending)
    position = pd.Series(range(len(handover.all_rows)), index=handover.all_rows.index, dtype="int64")
    return spells.loc[spells["operation"].map(position).dropna().sort_values(kind="stable").index]


def _say_precision(precision: str) -> str:
    return _(_PRECISIONS[precision])


def _texts(book: Book, sheet: LongSheet, values: Iterable[str]) -> list[str]:
    rendered: dict[str, str] = {}
    for value in values:
        if value not in rendered:
            rendered[value] = sheet.render(sheet_text(value), book.looks["cell"])
    return [rendered[value] for value in values]


def _numbers(book: Book, sheet: LongSheet, values: pd.Series, look: str) -> list[str]:
    return ["" if value != value else sheet.render(value, book.looks[look]) for value in values.tolist()]


def _days(book: Book, sheet: LongSheet, days: pd.Series) -> list[str]:
    return ["" if pd.isna(day) else _day(book, sheet, day.date()) for day in days]


def _day(book: Book, sheet: LongSheet, day: date) -> str:
    # Excel knows no day before 1900.
    return sheet.render(day_number(day) if day.year > 1900 else day.isoformat(), book.looks["date"])
