"""What a reader has to know beside the numbers of a view, each fact worded once: pages and files take theirs here."""

from collections.abc import Iterable

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers, say_not_started
from analysis.reading.problems import say_line, say_problem
from analysis.selection.select import Selected
from analysis.table.table import Table
from analysis.text import _, ngettext
from analysis.trust.quality import rows_with_problems
from analysis.trust.switches import say_off

BESIDE_THE_SENTENCE = ("table", "as_of", "not_started", "off", "unread")
CAVEATS = ("so_far", "once_in_each", "years", "no_duration", "not_started")
_MOST_OFF = 5


def find_notes(selected: Selected, keys: Iterable[str]) -> list[str]:
    """The sentences of a view on the facts named, in their order; a fact that does not touch the view says nothing."""
    notes = _all_notes(selected)
    return [sentence for key in keys for sentence in notes[key]]


def _all_notes(selected: Selected) -> dict[str, list[str]]:
    table, key = selected.snapshot.table, ask(selected, find_key_numbers)
    date = selected.snapshot.as_of.isoformat()
    so_far = _("Durations are years so far: ongoing operations are counted up to {date} and no further.")
    return {
        "table": [_("Table: {title}.").format(title=_(table.title))],
        "as_of": [_("As of {date}.").format(date=date)],
        "not_started": [say_not_started(key.not_started)] if key.not_started else [],
        "off": _say_off(table),
        "unread": _say_unread(table),
        "so_far": [so_far.format(date=date)],
        "once_in_each": [
            _(
                "An operation counts once in each territory, region, activity and year that it belongs to, so such"
                " counts may add up to more than the total."
            )
        ],
        "years": [_("The years chosen pick whole operations: every other number uses all their periods.")]
        if selected.selection.years
        else [],
        "no_duration": _say_no_duration(key.years_left_out),
    }


def _say_off(table: Table) -> list[str]:
    """The first readings that are switched off, and how many more."""
    more = len(table.off[_MOST_OFF:])
    text = ngettext("{count} more reading is switched off.", "{count} more readings are switched off.", more)
    return say_off(table)[:_MOST_OFF] + ([text.format(count=more)] if more else [])


def _say_unread(table: Table) -> list[str]:
    unread = rows_with_problems(table)
    text = ngettext(
        "{count} row of {file} has something to check and is left out only of the counts that need what is"
        " missing (page Data quality): {first}",
        "{count} rows of {file} have something to check and are left out only of the counts that need what is"
        " missing (page Data quality); the first is {first}",
        unread,
    )
    return [text.format(count=unread, file=table.file, first=_say_first(table.problems))] if unread else []


def _say_first(problems: pd.DataFrame) -> str:
    first = problems.iloc[0]
    return say_problem(say_line(first["line"], first["column"]), first["value"], first["problem"])


def _say_no_duration(count: int) -> list[str]:
    text = ngettext(
        "{count} operation has no duration, because its period is not wholly known.",
        "{count} operations have no duration, because their periods are not wholly known.",
        count,
    )
    return [text.format(count=count)] if count else []
