"""A workbook to fill in: one row an operation, with lists to choose from, and a sheet that explains each column."""

import io
from datetime import datetime

from xlsxwriter.worksheet import Worksheet

from analysis.reading.reference import Reference, territory_names
from analysis.table.memberships import facet_memberships
from analysis.table.place_names import name_order
from analysis.table.table import Table
from analysis.text import _, in_language, language
from exports.excel.sheets import Book

BLANK_ROWS = 2_000
_ACTIVITIES = 4
_MADE = datetime(2006, 12, 31)
# Headings and words of status in any other language would not be recognised when the table comes back.
_READ_LANGUAGES = ("en", "fr", "es", "ar")


def template_xlsx(table: Table) -> bytes:
    """The template, with the territories' names and this table's activities to choose from; always the same bytes."""
    file = io.BytesIO()
    book = Book(file, _("Operations to fill in"), _MADE)
    with in_language(language() if language() in _READ_LANGUAGES else "en"):
        headings, lists = _headings(), _lists(table)
    _write_rows(book, headings, {name: len(values) for name, values in lists.items()})
    _write_explanation(book, headings)
    _write_lists(book, lists)
    book.workbook.close()
    return file.getvalue()


def _headings() -> dict[str, str]:
    """The headings by what they hold; those of activities end in a number."""
    activity = _("Activity")
    activities = {f"activity {n}": f"{activity} {n}" for n in range(1, _ACTIVITIES + 1)}
    dates = {"country": _("Country"), "start": _("Start"), "end": _("End"), "status": _("Status")}
    return dates | activities | {"title": _("Title")}


def _lists(table: Table) -> dict[str, list[str]]:
    return {
        "country": _territories(table.reference),
        "status": [_("ongoing"), _("closed"), _("planned")],
        "activity": _activities(table),
    }


def _territories(reference: Reference) -> list[str]:
    return sorted(territory_names(reference), key=name_order)


def _activities(table: Table) -> list[str]:
    links = facet_memberships(table, "activity")
    occurring = set(links.option.tolist())
    return [code for option, code in enumerate(links.codes) if option in occurring][:BLANK_ROWS]


def _write_rows(book: Book, headings: dict[str, str], lengths: dict[str, int]) -> None:
    """The sheet to fill in; it comes first, since a reader of the file takes the first of equally full sheets."""
    sheet = book.add_sheet(_("Operations"), _("Operations"))
    # As text, a year and a month stay what was typed and become no day.
    text = book.workbook.add_format({"num_format": "@"})
    for position, (name, heading) in enumerate(headings.items()):
        sheet.set_column(position, position, 34 if name in ("country", "title") else 14, text)
        book.write(sheet, 0, position, heading, "title")
        if rule := _rule(name.split()[0], lengths):
            sheet.data_validation(1, position, BLANK_ROWS, position, rule)
    sheet.freeze_panes(1, 1)


def _rule(name: str, lengths: dict[str, int]) -> dict | None:
    """What Excel offers or says at a cell of a column."""
    if name in ("start", "end"):
        return {"validate": "any", "input_title": _("Date"), "input_message": _("2004, 2004-05 or 2004-05-31")}
    if name not in lengths or not lengths[name]:
        return None
    column = "ABC"[list(lengths).index(name)]
    return {
        "validate": "list",
        "source": f"=Lists!${column}$1:${column}${lengths[name]}",
        # Several countries in one cell and activities of one's own are meant to be possible.
        "error_type": "information" if name != "status" else "stop",
        "error_title": _("Not in the list"),
        "error_message": _("You can keep it: whatever cannot be read is listed when you bring the table."),
    }


def _write_explanation(book: Book, headings: dict[str, str]) -> None:
    """The sheet that explains, in few cells, so that it is never taken for the fuller one."""
    sheet = book.add_sheet(_("How to fill it in"), _("How to fill it in"), landscape=False)
    sheet.set_column(0, 0, 90)
    title = _("One row an operation. Fill in the sheet Operations, save the file, and bring it to the dashboard.")
    book.write(sheet, 0, 0, title, "bold")
    for row, text in enumerate((_explain_columns(headings), _explain_rest()), start=1):
        sheet.set_row(row, 15.5 * sum(1 + len(line) // 95 for line in text.split("\n")) + 15.5)
        book.write(sheet, row, 0, text, "text")


def _explain_columns(headings: dict[str, str]) -> str:
    """What goes into each column, a paragraph each."""
    texts = {
        "country": _("choose a name from the list, or write an ISO 3166 code. Part several countries by semicolons."),
        "start": _("a year, a month or a day: 2004, 2004-05 or 2004-05-31. A year covers all its days."),
        "end": _(
            "the same; leave it blank while the operation goes on. If it has ended and nobody knows when, leave it"
            " blank and choose the status that says that it has ended."
        ),
        "status": _("choose one, or leave it blank where the end says it."),
        "activity 1": _(
            "one activity in each of these columns, in any order. Codes of your own are as good as those listed."
        ),
        "title": _("anything that helps you find the row; further columns of your own are kept too."),
    }
    return "\n\n".join(f"{headings[name]}: {text}" for name, text in texts.items())


def _explain_rest() -> str:
    """What to do about an operation that paused, and examples."""
    examples = [
        ("Mali", "2004", "2006", _("closed"), "CS", "", _("Return of displaced families")),
        ("Kenya; Uganda", "2005-03", "", _("ongoing"), "IDPs", "CS", _("Help across the border")),
    ]
    paused = _(
        "An operation that paused: delete the columns of start and end, add one called Period, and write"
        " 1999 - 2001; 2006."
    )
    return "\n".join([paused, "", _("Examples:"), *(" | ".join(example) for example in examples)])


def _write_lists(book: Book, lists: dict[str, list[str]]) -> None:
    sheet: Worksheet = book.workbook.add_worksheet("Lists")
    sheet.hide()
    longest = max(map(len, lists.values()))
    for row in range(longest):
        for position, values in enumerate(lists.values()):
            if row < len(values):
                book.write(sheet, row, position, values[row])
