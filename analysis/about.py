"""The words of the About page: one Markdown file a section in data/about/, a folder a language."""

from pathlib import Path

from analysis.intake.limits import (
    CELL_CHARACTERS,
    CHILD_MEMORY_BYTES,
    CHILD_SECONDS,
    UNPACKED_BYTES,
    UPLOAD_BYTES,
)
from analysis.parts.fold import FOLDED_FROM, MOST_FOLDED, ROWS_A_FOLD
from analysis.reading.reference import DATA_FOLDER, load_reference, package_as_of
from analysis.table.table import Table
from analysis.text import N_, _, language
from analysis.writing import say_count

ABOUT_FOLDER = DATA_FOLDER / "about"
# The files by name, in reading order, with their headings.
SECTIONS = {
    "table": N_("What this table is, and is not"),
    "counting": N_("How things are counted"),
    "own-table": N_("A table of your own"),
    "scope": N_("The division: scope and responsibilities"),
    "framework": N_("The migration emergency framework"),
    "displaced": N_("Internally displaced persons"),
    "combatants": N_("Former combatants"),
    "disaster": N_("Disaster relief"),
    "stabilization": N_("Community stabilization"),
    "logistics": N_("Logistics"),
    "services": N_("Services of the division"),
    "menu": N_("Emergency programme menu"),
    "publisher": N_("Who this page is by"),
    "source": N_("Source"),
}


def about_sections() -> list[tuple[str, str]]:
    """Every section of the About page in reading order: its heading and its text, in Markdown."""
    values = placeholders()
    return [
        (_(heading), section_file(name).read_text("utf-8").strip().format(**values))
        for name, heading in SECTIONS.items()
    ]


def section_file(name: str) -> Path:
    """The file of a section in the language in force, the English one where that language has none."""
    translated = ABOUT_FOLDER / language() / f"{name}.md"
    return translated if translated.is_file() else ABOUT_FOLDER / "en" / f"{name}.md"


def say_counting(table: Table) -> str:
    """How a large table is counted, and by which rule; "" where rows are counted here one by one."""
    if table.parts is None:
        return ""
    if table.parts.folded is None:
        return _("Counts are asked of the workers that hold the rows, and added.")
    return _(
        "Rows that no count tells apart are counted as one with their number: {different} in place of {rows}. This is"
        " done from {least} rows on, where at most {most} are left and each stands for {mean} or more on average."
    ).format(
        different=say_count(len(table.parts.folded.operations)),
        rows=say_count(table.row_count),
        least=say_count(FOLDED_FROM),
        most=say_count(MOST_FOLDED),
        mean=ROWS_A_FOLD,
    )


def placeholders() -> dict[str, str]:
    """What stands in place of each `{name}` of the files: the limits of intake and the year the built-in table ends."""
    return {
        "as_of_year": str(package_as_of(load_reference().package).year),
        "seconds": str(CHILD_SECONDS),
        "memory": say_count(CHILD_MEMORY_BYTES // 1_000_000),
        "upload": str(UPLOAD_BYTES >> 20),
        "unpacked": str(UNPACKED_BYTES // 1_000_000),
        "cell": say_count(CELL_CHARACTERS),
    }
