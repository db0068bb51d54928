"""The sheets that say what a workbook holds and what its codes mean."""

from xlsxwriter.worksheet import Worksheet

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.reading.activities import activity_definition
from analysis.reading.reference import territory_names, territory_notes
from analysis.text import _
from exports.excel.sheets import Book
from exports.facts import about_facts
from exports.handover import Handover
from exports.numbers import activity_table

_LINE_HEIGHT = 15.5
_CODE_WIDTHS = 14, 40, 14, 32, 80
_LETTERS_A_LINE = 88
_LONGEST_NUMBER = 12
# Of a longer one Excel makes no link.
_LONGEST_LINK = 2_000


def write_about(book: Book, sheet: Worksheet, handover: Handover) -> None:
    """The facts of the view, one a row."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    book.write(sheet, 0, 0, _("About this file"), "heading")
    before = ""
    for row, (label, text) in enumerate(about_facts(handover), 2):
        # Not every program makes a row as high as its text.
        sheet.set_row(row, _LINE_HEIGHT * (1 + len(text) // _LETTERS_A_LINE))
        book.write(sheet, row, 0, label if label != before else "", "bold")
        _write_fact(book, sheet, row, handover, text)
        before = label


def _write_fact(book: Book, sheet: Worksheet, row: int, handover: Handover, text: str) -> None:
    """A fact as what it is: a count as a number, the as-of date as a date, the link to be clicked, else text."""
    if text.isdecimal() and len(text) < _LONGEST_NUMBER:
        book.write(sheet, row, 1, int(text), "count")
    elif text == handover.selected.snapshot.as_of.isoformat():
        book.write(sheet, row, 1, handover.selected.snapshot.as_of)
    elif text == handover.link and text.startswith(("http://", "https://")) and len(text) < _LONGEST_LINK:
        sheet.write_url(row, 1, text, book.looks["link"], text)
    else:
        book.write(sheet, row, 1, text, "text")


def write_codes(book: Book, sheet: Worksheet, handover: Handover) -> None:
    """The activities and the territories that occur, with what they stand for and how often."""
    reference = handover.selected.snapshot.table.reference
    for position, width in enumerate(_CODE_WIDTHS):
        sheet.set_column(position, position, width)
    _write_titles(book, sheet, 0, [_("Code"), _("Activity area"), _("Operations"), "", _("Definition")])
    row = 1
    for code, name, operations in activity_table(handover.selected).itertuples(index=False):
        _write_code(book, sheet, row, [code, name, operations, "", activity_definition(code, reference)])
        row += 1
    titles = [_("ISO3"), _("Country or territory"), _("Operations"), _("Region"), _("Note")]
    _write_titles(book, sheet, row + 1, titles)
    names, regions = territory_names(reference), reference.territories["region"]
    noted = set(reference.notes["iso3"])
    counts = ask(handover.selected, count_facet, "territory")
    for at, (iso3, operations) in enumerate(counts.itertuples(index=False), row + 2):
        region = regions[iso3]
        note = " ".join(territory_notes(reference, [iso3])) if iso3 in noted else ""
        _write_code(book, sheet, at, [iso3, names[iso3], operations, _(region) if region else "", note])


def _write_code(book: Book, sheet: Worksheet, row: int, values: list) -> None:
    """A code with what it stands for, in a row as high as its longest text."""
    sheet.set_row(
        row, _LINE_HEIGHT * max(1 + len(str(value)) // width for value, width in zip(values, _CODE_WIDTHS, strict=True))
    )
    for position, value in enumerate(values):
        book.write(sheet, row, position, value, "cell" if isinstance(value, str) else "0")


def _write_titles(book: Book, sheet: Worksheet, row: int, titles: list[str]) -> None:
    for position, title in enumerate(titles):
        book.write(sheet, row, position, title, "title")
