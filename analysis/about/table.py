"""The words of the About page on the table, its source and who made the page."""

from analysis.about.section import Section
from analysis.intake.limits import (
    CELL_CHARACTERS,
    CHILD_MEMORY_BYTES,
    CHILD_SECONDS,
    UNPACKED_BYTES,
    UPLOAD_BYTES,
)
from analysis.text import _


def table_section() -> Section:
    """What the built-in table is and is not."""
    return _("What this table is, and is not"), [
        _(
            "The built-in table is the list of major operations in a leaflet of the Emergency and Post"
            " Crisis Division (EPC) of the International Organization for Migration (IOM; OIM in French and"
            " Spanish): 32 rows, each with a country, its period and its activity areas."
        ),
        _(
            "It is a selection made by the leaflet's authors, not a register. A country that is missing"
            " was not necessarily without an operation, and a count here is a count of what the leaflet"
            " chose to show."
        ),
        _(
            "The leaflet bears no date. The latest year in its table and its text is 2006, so the table"
            " speaks up to the end of that year, and everything it calls ongoing was ongoing then. It says"
            " nothing about today."
        ),
        _(
            "Periods are given by year. There are no budgets, staff, numbers of people helped or results,"
            " and an activity belongs to the whole operation, not to single years or places in it."
        ),
    ]


def own_table_section() -> Section:
    """How a table of the reader's own is taken in, and what limits hold for it."""
    return _("A table of your own"), [
        _(
            "The page Your table takes a file or pasted cells. What you bring is held in the memory of this"
            " session and written to no disk; nobody else sees it, and it is gone once you close or reload"
            " the page. A link to it shows others their own tables until they bring the same file."
        ),
        _(
            "It is read in a process of its own, which is ended after {seconds} seconds and may take"
            " {memory:,} MB of memory. Where the system has no such limit on memory (Windows, and macOS in"
            " part), the limits on size stand alone: {upload} MB a file, {unpacked} MB once a workbook is"
            " unpacked, {cell:,} characters a cell."
        ).format(
            seconds=CHILD_SECONDS,
            memory=CHILD_MEMORY_BYTES // 1_000_000,
            upload=UPLOAD_BYTES >> 20,
            unpacked=UNPACKED_BYTES // 1_000_000,
            cell=CELL_CHARACTERS,
        ),
        _(
            "Countries are taken by exact name, alias or code. What is only much like a name is a guess,"
            " marked as such until you confirm it; groups of countries and unknown names stay in the table"
            " but are on no map."
        ),
    ]


def publisher_section() -> Section:
    """Whose page this is, and whose it is not."""
    return _("Who this page is by"), [
        _(
            "This is an independent dashboard. IOM did not make, check or publish it; any mistake in how"
            " it reads the leaflet is ours."
        ),
        _(
            "The leaflet prints the division's postal address, telephone numbers and mailbox of the time."
            " They are old, so they are left out here; for contacts today, ask IOM itself."
        ),
    ]


def source_section() -> Section:
    """Where the table, the text and the places come from."""
    return _("Source"), [
        _(
            "Operations, activity areas and dated events: the leaflet “IOM in Emergency & Post Crisis"
            " Scenarios”, undated, and its table “Highlight of Major Operations”. The table is kept letter"
            " for letter, misprints included; the text is retold in our own words."
        ),
        _(
            "Codes, names, regions and points of territories: the Countries & Territories taxonomy of the"
            " UN Office for the Coordination of Humanitarian Affairs (OCHA), as shipped in"
            " hdx-python-country 4.2.5."
        ),
        _(
            "Corrections, names, activities, notes and events each stand in a small file of their own"
            " beside the table, with the reason or the line of the leaflet for every entry."
        ),
    ]
