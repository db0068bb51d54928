"""What a reader should know of how dates were read: ends left open, the order of day and month."""

from analysis.intake.cells.sheet import Note
from analysis.intake.columns.guess_columns import Columns
from analysis.intake.dates.spans import LEFT_BEHIND, NO_END
from analysis.table.table import Table
from analysis.text import N_

DAY_FIRST = N_("Dates such as 05/06/2006 are read with the day first, as other dates of the column show.")
BLANK_ENDS = N_("No end is given in {count:,} of {total:,} rows: they count as ongoing.")
ENDS_UNKNOWN = N_(
    "No end is given in {count:,} of {total:,} rows that began before others which nearly all have one: their ends"
    " count as unknown."
)
NO_ENDS = N_("There is no column of ends: {ongoing:,} of {total:,} rows count as ongoing.")
MONTH_FIRST = N_("Dates such as 05/06/2006 are read with the month first, as other dates of the column show.")


def say_open_ends(columns: Columns, table: Table) -> tuple[Note, ...]:
    """What is said of ends that are not given, whose counts and durations rest on how they are taken."""
    total = ("total", len(table.operations))
    ongoing = table.spells.loc[table.spells["end_precision"] == "ongoing", "operation"].nunique()
    if not columns.period and not columns.end:
        return (Note(NO_ENDS, (("ongoing", ongoing), total)),) if ongoing else ()
    counted = table.readings["why"].value_counts()
    said = ((BLANK_ENDS, NO_END), (ENDS_UNKNOWN, LEFT_BEHIND))
    return tuple(Note(text, (("count", int(counted[why])), total)) for text, why in said if why in counted)


def say_order(day_first: bool | None) -> tuple[Note, ...]:
    """What is said of dates whose order of day and month the others of their column show."""
    return () if day_first is None else (Note(DAY_FIRST if day_first else MONTH_FIRST),)
