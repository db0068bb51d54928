"""A view as an Excel workbook: its operations, a summary with charts, what it is, and what the codes mean."""

import io
import json
import re

import numpy as np
import pandas as pd

from analysis.counts.ask import ask
from analysis.errors import InputError
from analysis.selection.sentence import selection_sentence
from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import _
from analysis.views.rows import name_activity_sets
from exports.excel.about_sheets import write_about, write_codes
from exports.excel.period_sheet import write_periods
from exports.excel.sheets import LAST_ROW, Book, LongSheet, sheet_text
from exports.excel.summary_sheet import write_summary
from exports.facts import machine_facts
from exports.handover import Handover
from exports.tables.titles import titled_rows

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
_WIDEST = 48
# A row that is higher than a screen shows nothing of the next one.
_MOST_LINES = 20
_LONGEST_PROPERTY = 255


def operations_xlsx(handover: Handover) -> bytes:
    """The workbook of a view; InputError where a sheet cannot hold its rows."""
    check_length(handover)
    file = io.BytesIO()
    sentence = selection_sentence(handover.selected)
    book = Book(file, sentence, handover.made)
    _write_operations(book, book.add_sheet(_("Operations"), sentence), handover)
    write_summary(book, book.add_sheet(_("Summary"), sentence), handover)
    write_periods(book, book.add_sheet(_("Periods"), sentence), handover)
    write_about(book, book.add_sheet(_("About"), sentence, landscape=False), handover)
    write_codes(book, book.add_sheet(_("Codes"), sentence), handover)
    _state_off(book, handover)
    book.workbook.close()
    return file.getvalue()


def _state_off(book: Book, handover: Handover) -> None:
    """Readings that are switched off, among the properties of the file, so that they are still off when it is read."""
    for number, off in enumerate(machine_facts(handover)["switched_off"], 1):
        text = json.dumps(off, ensure_ascii=False)
        # A longer one cannot be a property; it stands on About alone.
        if len(text) <= _LONGEST_PROPERTY:
            book.workbook.set_custom_property(f"off {number}", text, "text")


def check_length(handover: Handover) -> None:
    """InputError where a view has more rows than a sheet holds."""
    if handover.selected.count > LAST_ROW:
        raise InputError(
            _("An Excel sheet holds {most} rows and this view has {count}; the CSV holds them all.").format(
                most=LAST_ROW, count=handover.selected.count
            )
        )


def named_rows(handover: Handover) -> pd.DataFrame:
    """The rows of a view under their titles, with the names of the activities beside their codes."""
    rows = handover.rows
    titled = titled_rows(rows)
    if "activities" in rows:
        position = list(rows.columns).index("activities") + 1
        title = _("Activities by name")
        # A table that came home from such a file has a column of that name already.
        titled = titled.rename(columns={title: _("{column} (as given)").format(column=title)})
        titled.insert(position, title, rows["activities"].map(ask(handover.selected, name_activity_sets)))
    return titled


def _write_operations(book: Book, sheet: LongSheet, handover: Handover) -> None:
    rows = named_rows(handover)
    sheet.set_row(0, 31)
    lines = np.ones(len(rows), int)
    for position, title in enumerate(rows.columns):
        width = _width(title, rows.iloc[:, position])
        lines = np.maximum(lines, _lines(rows.iloc[:, position], width))
        sheet.set_column(position, position, width)
        book.write(sheet, 0, position, title, "title")
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    if len(rows.columns):
        sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})
    if rows.empty:
        # In a cell it would be taken for an operation.
        sheet.insert_textbox(2, 0, _("No operation meets these conditions."), {"width": 420, "height": 40})
    cells = [_render(book, sheet, handover, rows.iloc[:, position]) for position in range(rows.shape[1])]
    sheet.write_columns(cells, np.minimum(lines, _MOST_LINES).tolist())


def _render(book: Book, sheet: LongSheet, handover: Handover, column: pd.Series) -> list[str]:
    """A column's cells as XML, each different value rendered once."""
    if pd.api.types.is_float_dtype(column.dtype):
        return _render_durations(book, sheet, handover, column)
    number, values = pd.factorize(column)
    values = np.asarray(values, dtype=object)
    if pd.api.types.is_numeric_dtype(column.dtype):
        cells = [sheet.render(value, book.looks["0"]) for value in values.tolist()]
    elif _are_numbers(column.name, values):
        cells = [sheet.render(float(value) if value else None, book.looks["number"]) for value in values]
    else:
        cells = [sheet.render(sheet_text(str(value)) or None, book.looks["cell"]) for value in values]
    # A missing value has the number -1.
    return np.array([*cells, ""], object)[number].tolist()


def _render_durations(book: Book, sheet: LongSheet, handover: Handover, durations: pd.Series) -> list[str]:
    """Years as numbers that are shown with a plus while the operation is ongoing."""
    ongoing = (handover.all_rows["status"] == "ongoing").tolist()
    cells = []
    for years, so_far in zip(durations.tolist(), ongoing, strict=True):
        look = ("0" if years % 1 == 0 else "0.0") + ('"+"' if so_far else "")
        cells.append("" if years != years else sheet.render(years, book.looks[look]))
    return cells


def _are_numbers(title: str, texts: np.ndarray) -> bool:
    """Whether a further column holds plain numbers only; 007 is not one, since its zeros would be lost."""
    if title in {_(ours) for ours in OPERATION_COLUMNS.values()}:
        return False
    filled = [text for text in texts if text]
    return bool(filled) and all(map(_PLAIN_NUMBER.fullmatch, filled))


def _lines(column: pd.Series, width: float) -> np.ndarray | int:
    """How many lines each text of a column takes at a width, words kept whole."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return 1
    lengths = column.astype("str").str.len().fillna(0).to_numpy(int)
    return np.where(lengths > width - 2, 1 + lengths // (width * 0.85), 1).astype(int)


def _width(title: str, column: pd.Series) -> float:
    # Years are shown with one decimal, however many there are.
    shown = column.round(1) if pd.api.types.is_float_dtype(column.dtype) else column
    lengths = [len(str(value)) for value in shown.head(2000).dropna().unique()]
    longest = int(np.percentile(lengths, 95)) if lengths else 0
    # A title may take two lines, but for its words; the arrow of its filter takes the room of three letters.
    word = max(map(len, title.split()), default=0)
    return min(_WIDEST, max(longest + 3, len(title) * 0.6 + 3, word + 4, 9))
