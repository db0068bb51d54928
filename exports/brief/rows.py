"""The operations that a one-page brief lists."""

from textwrap import shorten
from typing import NamedTuple

import pandas as pd

from analysis.counts.ask import ask
from analysis.text import ngettext
from analysis.views.listed_rows import list_rows, list_short_rows, list_spells
from analysis.views.rows import name_activity_sets, show_status
from analysis.wording import show_years
from exports.handover import Handover

# What a title may be long, where rows stand on one line each.
_LONGEST_LABEL = 60


class BriefRow(NamedTuple):
    """An operation in a brief: its texts, and its spells as (first, after the last, ongoing) in years."""

    name: str
    activities: str
    period: str
    status: str
    years: str
    spells: tuple[tuple[float, float, bool], ...]
    region: str = ""
    activity_names: str = ""


def brief_rows(handover: Handover, most: int) -> list[BriefRow]:
    """The first operations of the view, at most so many."""
    first = handover.sort, handover.descending, 0, most
    rows, spells = ask(handover.selected, list_rows, *first), ask(handover.selected, list_spells, *first)
    labels = ask(handover.selected, list_short_rows, handover.sort, handover.descending, most)["label"]
    names = ask(handover.selected, name_activity_sets)
    of_operation: dict[int, list] = {number: [] for number in rows.index}
    for spell in spells.itertuples():
        # A year begins at its number, so one that is covered whole reaches to the next.
        last = spell.start if pd.isna(spell.end) else spell.end
        reach = (_as_year(spell.start), _as_year(last + pd.Timedelta(days=1)), spell.status == "ongoing")
        of_operation[spell.operation].append(reach)
    return [
        BriefRow(
            shorten(label, _LONGEST_LABEL, placeholder="…"),
            row["activities"],
            row["period_read"],
            show_status(row["status"]),
            show_years(row["duration_years"], row["status"]),
            tuple(of_operation[number]),
            row["region"],
            names[row["activities"]],
        )
        for number, label, row in zip(rows.index, labels, rows.to_dict("records"), strict=True)
    ]


def brief_more(handover: Handover, most: int) -> str:
    """How many operations the brief leaves out; empty where it shows them all."""
    left = handover.selected.count - most
    if left <= 0:
        return ""
    return ngettext(
        "and {count} more operation, in the view that the link opens",
        "and {count} more operations, in the view that the link opens",
        left,
    ).format(count=left)


def _as_year(day: pd.Timestamp) -> float:
    return day.year + (day.day_of_year - 1) / (366 if day.is_leap_year else 365)
