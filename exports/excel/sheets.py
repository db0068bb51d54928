"""Sheets of a workbook: what is text stays text, whatever it begins with."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analysis.text import _, from_right
from exports.excel.core_properties import SpeakingWorkbook
from exports.tables.safe_cells import safe_cell

LAST_ROW = 1_048_575
_LONGEST_TEXT = 32_000
LINE_HEIGHT = 15
_A4 = 9
# Excel counts a day in 1900 that never was, and none before that year.
_FIRST_DAY = date(1900, 3, 1)
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class LongSheet(Worksheet):
    """A sheet that takes whole columns, each different cell rendered once.

    It reaches into the library for that: a workbook of 100,000 operations takes 3.7 s in place of 18 cell by cell,
    its sheet alone a sixth (`make bench ARGS=exports` measures the sheet both ways).
    """

    def render(self, value: object, look: Format | None = None) -> str:
        """A cell's XML after its address: a number as a number, nothing where there is none, all else as text."""
        style = f' s="{look._get_xf_index()}"' if look else ""
        if value is None:
            return ""
        if isinstance(value, int | float):
            return f"{style}><v>{value!r}</v></c>"
        text = self._escape_data(self._escape_control_characters(value))
        return f'{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

    def write_columns(self, columns: list[list[str]], lines: Sequence[int] = ()) -> None:
        """Write columns of rendered cells below the title row, which is the only one written before.

        lines: how many lines of text each row has room for, where any has more than one.
        """
        self._write_single_row(1)
        names = [xl_col_to_name(position) for position in range(len(columns))]
        for row, cells in enumerate(zip(*columns, strict=True), 2):
            filled = [f'<c r="{name}{row}"{cell}' for name, cell in zip(names, cells, strict=True) if cell]
            # Not every program makes a row as high as its text.
            tall = f' ht="{lines[row - 2] * LINE_HEIGHT}" customHeight="1"' if len(lines) and lines[row - 2] > 1 else ""
            self.row_data_fh.write(f'<row r="{row}"{tall}>{"".join(filled)}</row>')
        if columns and columns[0]:
            self._check_dimensions(len(columns[0]), len(columns) - 1)


class Book:
    """A workbook with the few looks that its sheets share, written row by row so that memory stays small."""

    def __init__(self, file: BinaryIO, title: str, made: datetime):
        self.workbook = SpeakingWorkbook(file, _OPTIONS)
        self.workbook.set_properties({"title": title[:255], "created": made})
        side, other = ("right", "left") if from_right() else ("left", "right")
        self.looks: dict[str, Format] = {
            "heading": self.workbook.add_format({"bold": True, "font_size": 14, "font_color": "#00539F"}),
            "title": self.workbook.add_format(
                {"bold": True, "bottom": 1, "bg_color": "#E8F0F7", "text_wrap": True, "valign": "top"}
                | {"align": side, "indent": 1}
            ),
            "bold": self.workbook.add_format({"bold": True, "valign": "top"}),
            "text": self.workbook.add_format({"text_wrap": True, "valign": "top"}),
            # Beside a number, a text without a margin would touch it.
            "cell": self.workbook.add_format({"text_wrap": True, "valign": "top", "align": side, "indent": 1}),
            "link": self.workbook.add_format(
                {"text_wrap": True, "valign": "top", "font_color": "#00539F", "underline": 1}
            ),
            "date": self.workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": side}),
            "count": self.workbook.add_format({"num_format": "0", "valign": "top", "align": side}),
            # Beside texts of several lines a number stands on the first.
            "number": self.workbook.add_format({"valign": "top"}),
            "left": self.workbook.add_format({"align": side, "num_format": "0"}),
            "right": self.workbook.add_format({"align": other}),
            **{
                look: self.workbook.add_format({"num_format": look, "valign": "top"})
                for look in ("0", "0.0", '0"+"', '0.0"+"')
            },
        }

    def add_sheet(self, name: str, footer: str, landscape: bool = True) -> LongSheet:
        """A sheet that prints one page wide on A4, with what it shows and the page number below."""
        sheet = self.workbook.add_worksheet(name[:31], LongSheet)
        if landscape:
            sheet.set_landscape()
        if from_right():
            sheet.right_to_left()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        # In a footer & begins a code, so a written one is doubled.
        sheet.set_footer("&L{text}&R&P / &N".format(text=footer[:110].replace("&", "&&")))
        return sheet

    def write(self, sheet: Worksheet, row: int, column: int, value: object, look: str = "") -> None:
        """Write a number as a number, nothing where there is none, and anything else as text."""
        if isinstance(value, date) and value >= _FIRST_DAY:
            sheet.write_number(row, column, day_number(value), self.looks["date"])
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.looks.get(look))
        elif value is not None:
            sheet.write_string(row, column, sheet_text(str(value)), self.looks.get(look))


def day_number(day: date) -> int:
    """A day from 1900-03-01 on as Excel counts days."""
    return (day - date(1899, 12, 30)).days


def sheet_text(text: str) -> str:
    """`text` as a cell may hold it: nothing that runs, not longer than Excel allows, and no markup of its own."""
    if text.startswith("<r>"):
        # The library takes such a text for ready-made rich text and writes it unescaped.
        text = f"'{text}"
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + _(" … (longer than a cell can hold)")
    return safe_cell(text)
