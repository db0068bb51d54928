"""The key numbers and the count tables of a view, as every file that sums it up shows them."""

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import (
    count_activities,
    count_facet,
    count_regions,
    count_spells,
    count_statuses,
    count_years,
    most_active_year,
)
from analysis.counts.summary import summarise_durations
from analysis.counts.survival import selected_survival
from analysis.reading.activities import activity_names, label_activity
from analysis.selection.select import Selected
from analysis.selection.sentence import STATUS_NAMES
from analysis.text import _
from analysis.views.rows import show_years


def summary_numbers(selected: Selected) -> list[tuple[str, int | str]]:
    """The key numbers as (label, value): whole numbers as they are, all others as text."""
    statuses = ask(selected, count_statuses).set_index("status")["operations"]
    durations = ask(selected, summarise_durations)
    numbers: list[tuple[str, int | str]] = [
        (_("Operations"), selected.count),
        (_("Countries and territories"), len(ask(selected, count_facet, "territory"))),
        (_("Ongoing"), int(statuses["ongoing"])),
        (_("Closed"), int(statuses["closed"])),
        (_("With an unknown end"), int(statuses["unknown"])),
        (_("Spells"), int(ask(selected, count_spells)["spells"].sum())),
        (_("Years so far, in all"), show_years(durations["total"], "")),
        (_("Years so far, mean"), _mean_years(durations["mean"])),
        (_("Median duration of a spell (Kaplan-Meier)"), median_text(selected)),
        (_("Most active at once"), peak_text(selected)),
    ]
    return [number for number in numbers if number[0] != _("With an unknown end") or number[1]]


def median_text(selected: Selected) -> str:
    """The Kaplan-Meier median of the spells in words: years, "not reached", or too few to say."""
    survival = ask(selected, selected_survival)
    if survival.too_few:
        return _("too few to say")
    return _("not reached") if survival.median is None else show_years(survival.median, "")


def peak_text(selected: Selected) -> str:
    """How many operations were active in the first year with the most: "24, in 2004"; a dash where none were."""
    peak = most_active_year(ask(selected, count_years))
    return _("{count}, in {year}").format(count=peak[1], year=peak[0]) if peak else "–"


def activity_table(selected: Selected) -> pd.DataFrame:
    """activity, name, operations: the most common first."""
    counts = ask(selected, count_activities)
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
    counts = ask(selected, count_regions)
    return counts.assign(region=[_(region) for region in counts["region"]])


def status_table(selected: Selected) -> pd.DataFrame:
    """status (in words), operations: those that occur."""
    counts = ask(selected, count_statuses)
    counts = counts[counts["operations"] > 0]
    return counts.assign(status=[_(STATUS_NAMES[status]) for status in counts["status"]])


def _mean_years(mean: float | None) -> str:
    return "–" if mean is None else f"{mean:.2f}"
