"""What a reader has to know beside the numbers of a view, each fact worded once: pages and files take theirs here."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_facet
from analysis.counts.durations.operations import summarise_durations
from analysis.counts.key_numbers import say_not_started
from analysis.counts.totals import count_not_started
from analysis.reading.problems import say_line, say_problem
from analysis.reading.reference import marked_names, territory_notes
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.trust.quality import rows_with_problems
from analysis.trust.switches import say_off
from analysis.writing import say_date

BESIDE_THE_SENTENCE = ("table", "as_of", "not_started", "off", "unread")
CAVEATS = ("so_far", "once_in_each", "years", "no_duration", "not_started")
_MOST_OFF = 5


def find_notes(selected: Selected, keys: Iterable[str]) -> list[str]:
    """The sentences of a view on the facts named, in their order; a fact that does not touch the view says nothing."""
    return [sentence for key in keys for sentence in _NOTES[key](selected)]


def _say_table(selected: Selected) -> list[str]:
    return [_("Table: {title}.").format(title=_(selected.snapshot.table.title))]


def _say_as_of(selected: Selected) -> list[str]:
    return [_("As of {date}.").format(date=say_date(selected.snapshot.as_of))]


def marked_notes(selected: Selected) -> list[str]:
    """The notes on those territories of the chosen operations whose names bear a mark, such as Kosovo*."""
    reference = selected.snapshot.table.reference
    marked, found = marked_names(reference), ask(selected, count_facet, "territory")["territory"]
    return territory_notes(reference, [code for code in found if code in marked])


def _say_not_started(selected: Selected) -> list[str]:
    count = ask(selected, count_not_started)
    return [say_not_started(count)] if count else []


def _say_so_far(selected: Selected) -> list[str]:
    says = _("Durations are years so far: ongoing operations are counted up to {date} and no further.")
    return [says.format(date=say_date(selected.snapshot.as_of))]


def _say_once_in_each(_selected: Selected) -> list[str]:
    return [
        _(
            "An operation counts once in each territory, region, activity and year that it belongs to, so such"
            " counts may add up to more than the total."
        )
    ]


def _say_years(selected: Selected) -> list[str]:
    says = _("The years chosen pick whole operations: every other number uses all their periods.")
    return [says] if selected.selection.years else []


def _say_off(selected: Selected) -> list[str]:
    """The first readings that are switched off, and how many more."""
    table = selected.snapshot.table
    more = len(table.off[_MOST_OFF:])
    text = ngettext("{count} more reading is switched off.", "{count} more readings are switched off.", more)
    return say_off(table)[:_MOST_OFF] + ([text.format(count=more)] if more else [])


class Unread(NamedTuple):
    """How many rows of a table have something to check, and the first of it, in words; "" where there is none."""

    rows: int
    first: str


def _all_unread(_selected: Selected, answers: list[Unread]) -> Unread:
    return Unread(sum(answer.rows for answer in answers), next((a.first for a in answers if a.rows), ""))


@otherwise("rows are added, the first part that has any names the first", of_whole=True, merge=_all_unread)
def find_unread(selected: Selected) -> Unread:
    """What of the table could not be read, whatever is chosen."""
    table = selected.snapshot.table
    unread = rows_with_problems(table)
    return Unread(unread, _say_first(table.problems) if unread else "")


def _say_unread(selected: Selected) -> list[str]:
    unread, first = ask(selected, find_unread)
    text = ngettext(
        "{count} row of {file} has something to check and is left out only of the counts that need what is"
        " missing (page Data quality): {first}",
        "{count} rows of {file} have something to check and are left out only of the counts that need what is"
        " missing (page Data quality); the first is {first}",
        unread,
    )
    return [text.format(count=unread, file=selected.snapshot.table.file, first=first)] if unread else []


def _say_first(problems: pd.DataFrame) -> str:
    first = problems.iloc[0]
    return say_problem(say_line(first["line"], first["column"]), first["value"], first["problem"])


def _say_no_duration(selected: Selected) -> list[str]:
    count = ask(selected, summarise_durations)["left_out"]
    text = ngettext(
        "{count} operation has no duration, because its period is not wholly known.",
        "{count} operations have no duration, because their periods are not wholly known.",
        count,
    )
    return [text.format(count=count)] if count else []


_NOTES: dict[str, Callable[[Selected], list[str]]] = {
    "table": _say_table,
    "as_of": _say_as_of,
    "not_started": _say_not_started,
    "off": _say_off,
    "unread": _say_unread,
    "so_far": _say_so_far,
    "once_in_each": _say_once_in_each,
    "years": _say_years,
    "no_duration": _say_no_duration,
}
