"""The key numbers and the count tables of a view, as every file that sums it up shows them."""

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_facet, count_statuses
from analysis.counts.key_numbers import find_key_numbers, say_half, show_peak
from analysis.reading.activities import activity_names, label_activity
from analysis.selection.select import Selected
from analysis.selection.sentence import STATUS_NAMES
from analysis.text import _
from analysis.wording import show_years


def summary_numbers(selected: Selected) -> list[tuple[str, int | str]]:
    """The key numbers as (label, value): whole numbers as they are, all others as text."""
    key = ask(selected, find_key_numbers)
    numbers: list[tuple[str, int | str]] = [
        (_("Operations"), key.operations),
        (_("Countries and territories"), key.territories),
        (_("Ongoing"), key.ongoing),
        (_("Closed"), key.closed),
        (_("With an unknown end"), key.unknown),
        (_("Periods"), key.spells),
        (_("Years so far, in all"), show_years(key.years_total)),
        (_("How long periods last"), say_half(key.survival)),
        (_("Most active at once"), show_peak(key)),
    ]
    return [number for number in numbers if number[0] != _("With an unknown end") or number[1]]


def activity_table(selected: Selected) -> pd.DataFrame:
    """activity, name, operations: the most common first."""
    counts = ask(selected, count_facet, "activity")
    names = activity_names(counts["activity"], selected.snapshot.table.reference)
    named = pd.Series([names[code] for code in counts["activity"]], dtype="str")
    return counts.assign(name=named)[["activity", "name", "operations"]]


def label_activities(activities: pd.DataFrame) -> pd.DataFrame:
    """activity (code and name in one text), operations: `activity_table` for a list or a chart."""
    pairs = zip(activities["activity"], activities["name"], strict=True)
    labels = [label_activity(code, name) for code, name in pairs]
    return pd.DataFrame({"activity": labels, "operations": activities["operations"]})


def region_table(selected: Selected) -> pd.DataFrame:
    """region (in the language in force), operations: the most common first."""
    counts = ask(selected, count_facet, "region")
    return counts.assign(region=[_(region) for region in counts["region"]])


def status_table(selected: Selected) -> pd.DataFrame:
    """status (in words), operations: those that occur."""
    counts = ask(selected, count_statuses)
    counts = counts[counts["operations"] > 0]
    return counts.assign(status=[_(STATUS_NAMES[status]) for status in counts["status"]])
