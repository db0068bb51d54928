"""What was read otherwise than printed and what could not be read, in plain words: where, which value, why."""

import pandas as pd

from analysis.reading.country_guesses import GROUP, NONE_NAMED, NOT_GIVEN, UNKNOWN
from analysis.reading.periods import SWITCHED_OFF
from analysis.reading.points import AMBIGUOUS, ERA, NO_DATE
from analysis.reading.reference import load_reference, name_as_read
from analysis.text import N_, _

NO_START = N_("no start is given")
BACKWARDS = N_("ends before it starts")
UNKNOWN_STATUS = N_("is not a status that is known")
CLOSED_LATER = N_("lies after the as-of date, though its status says that it has ended")
CLOSED_OPEN = N_("stands for no end, though its status says that it has ended")
NEITHER = N_("is neither yes nor no")
RUNS_LATER = N_("lies before the as-of date, though its status says that it runs")
_SUGGESTIONS = {
    NOT_GIVEN: N_("Fill in the country, or leave the row as it is: it is counted, but not put on the map."),
    UNKNOWN: N_("Write the country's name or its ISO 3166 code."),
    GROUP: N_("List the countries, parted by semicolons, to put the row on the map."),
    NONE_NAMED: N_("Add a column with the country."),
    AMBIGUOUS: N_("Say whether the day or the month comes first, or write dates as 2006-01-31."),
    NO_DATE: N_("Write the date as 2006, 2006-01 or 2006-01-31."),
    NO_START: N_("Fill in when it started."),
    BACKWARDS: N_("Check both dates; perhaps they were exchanged."),
    RUNS_LATER: N_("Check the end, the status or the as-of date; it counts as closed."),
    CLOSED_LATER: N_("Check the end, the status or the as-of date."),
    CLOSED_OPEN: N_("Check the end or the status; it counts as ongoing."),
    ERA: N_("Take 543 off the year, if it is one of that era."),
    NEITHER: N_("Write yes or no; the row counts as without this activity."),
    UNKNOWN_STATUS: N_("Write ongoing, closed or planned."),
    SWITCHED_OFF: N_("Switch the reading on again, or write the value so that it needs none."),
    N_("no period is given"): N_("Fill in the period, such as 2004 - 2006."),
    N_("is not a period that can be read"): N_("Write the period as 2004 - 2006 or 2004 - ongoing."),
    N_("no activity is given"): N_("Fill in the activity; until then the row counts under none."),
}
# A value may be a whole report; a sentence shows enough of it to find it.
_LONGEST = 200
_COLUMN_NAMES = {"country": N_("country"), "period": N_("period"), "area": N_("activity area")}


def suggestion_for(problem: str) -> str:
    """What to do about a problem, in the language in force; "" where there is nothing to say."""
    return _(_SUGGESTIONS.get(problem, ""))


def column_name(column: str) -> str:
    """What the column of a finding is called for a reader: one of ours in words, one of the user's as it is."""
    return _(_COLUMN_NAMES[column]) if column in _COLUMN_NAMES else column


def word_problem(value: str, problem: str) -> str:
    """What is wrong with a value, in the words that follow where it stands: ends 2003 before it starts 2004."""
    start, dash, end = value.partition(" - ")
    if problem == BACKWARDS and dash and " - " not in end:
        return _("ends {end} before it starts {start}").format(end=end[:80], start=start[:80])
    return _(problem)


def say_problem(where: str, value: str, problem: str) -> str:
    """One problem in a sentence: where it stands, the value unless the words tell it, and what is wrong."""
    words = word_problem(value, problem)
    if not value.strip() or words != _(problem):
        return _("{place}: {problem}.").format(place=where, problem=words)
    return _("{place}: “{value}” {problem}.").format(place=where, value=_cut(value), problem=words)


def say_reading(where: str, printed: str, read: str, why: str) -> str:
    """One reading in a sentence: where it stands, the value as printed and as read, and why."""
    return _("{place}: “{printed}” is read as “{read}” ({why}).").format(
        place=where, printed=_cut(printed), read=_cut(name_as_read(read, load_reference())), why=_(why)
    )


def say_line(line: int, column: str) -> str:
    """Where a finding stands."""
    return _("line {line}, {column}").format(line=line, column=column_name(column))


def _cut(text: str) -> str:
    """A value of any length as it fits into a sentence."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def word_problems(problems: pd.DataFrame) -> pd.DataFrame:
    """line, column, value, problem, suggestion in the language in force."""
    kinds = problems["problem"].unique()
    words = [
        word_problem(value, problem) for value, problem in zip(problems["value"], problems["problem"], strict=True)
    ]
    return pd.DataFrame(
        {
            "line": problems["line"],
            "column": problems["column"].map(column_name).astype(object),
            "value": problems["value"],
            "problem": pd.Series(words, index=problems.index, dtype=object),
            "suggestion": problems["problem"].map({kind: suggestion_for(kind) for kind in kinds}).astype(object),
        }
    )
