"""What a one-page brief says, whatever the file it is written to."""

from typing import NamedTuple

import pandas as pd

from analysis.count import count_facet, count_regions, count_statuses, count_subregions
from analysis.rows import operation_rows, show_status, show_years
from analysis.select import Selected
from analysis.summary import summarise_durations
from analysis.text import _, ngettext
from exports.facts import caveats, occurring_notes, view_facts
from exports.findings import describe_readings, selected_readings
from exports.numbers import activity_table, label_activities, median_text, peak_text
from exports.view import View

_FEW_READINGS = 2
_MOST_BARS = 6


class BriefRow(NamedTuple):
    """An operation in a brief: its texts, and its spells as (first, after the last, ongoing) in years."""

    name: str
    activities: str
    period: str
    status: str
    years: str
    spells: tuple[tuple[float, float, bool], ...]


def brief_tiles(selected: Selected) -> list[tuple[str, str]]:
    """The key numbers as (value, label), five of them."""
    statuses = count_statuses(selected).set_index("status")["operations"]
    mean = summarise_durations(selected.operations)["mean"]
    return [
        (str(selected.count), ngettext("operation", "operations", selected.count)),
        (str(len(count_facet(selected, "territory"))), _("countries and territories")),
        (str(int(statuses["ongoing"])), _("ongoing at the as-of date")),
        (peak_text(selected), _("most active at once")),
        ("–" if mean is None else f"{mean:.1f}", _("years so far on average")),
        (median_text(selected), _("median years of a spell (Kaplan-Meier)")),
    ]


def brief_activities(selected: Selected) -> pd.DataFrame:
    """activity (code), label, operations: the most common first, the rest left to the table."""
    activities = activity_table(selected).head(_MOST_BARS)
    return activities.assign(label=label_activities(activities)["activity"])[["activity", "label", "operations"]]


def brief_places(selected: Selected) -> pd.DataFrame:
    """label, operations: by region, or by sub-region where there is one region only."""
    regions = count_regions(selected)
    counts = regions if len(regions) != 1 else count_subregions(selected)
    labels = [_(place) for place in counts.iloc[:, 0]]
    return pd.DataFrame({"label": labels, "operations": counts["operations"]}).head(_MOST_BARS)


def brief_rows(view: View, most: int) -> list[BriefRow]:
    """The first operations of the view, at most so many."""
    rows = operation_rows(view.selected.snapshot, view.numbers[:most])
    spells = view.selected.snapshot.spells
    shown = spells[spells["operation"].isin(rows.index)]
    of_operation: dict[int, list] = {number: [] for number in rows.index}
    for spell in shown.itertuples():
        # A year begins at its number, so one that is covered whole reaches to the next.
        last = spell.start if pd.isna(spell.end) else spell.end
        reach = (_as_year(spell.start), _as_year(last + pd.Timedelta(days=1)), spell.status == "ongoing")
        of_operation[spell.operation].append(reach)
    return [
        BriefRow(
            row["name"],
            row["activities"],
            row["period_read"],
            show_status(row["status"]),
            show_years(row["duration_years"], row["status"]),
            tuple(of_operation[number]),
        )
        for number, row in zip(rows.index, rows.to_dict("records"), strict=True)
    ]


def brief_more(view: View, most: int) -> str:
    """How many operations the brief leaves out; empty where it shows them all."""
    left = view.selected.count - most
    if left <= 0:
        return ""
    return ngettext(
        "and {count} more operation, in the view that the link opens",
        "and {count} more operations, in the view that the link opens",
        left,
    ).format(count=left)


def brief_notes(view: View) -> list[str]:
    """What a reader has to know: notes on names, readings, caveats."""
    readings = describe_readings(selected_readings(view.selected))
    if len(readings) > _FEW_READINGS:
        readings = [
            _("{count} values are read otherwise than printed; the Excel file lists them.").format(count=len(readings))
        ]
    return [*occurring_notes(view), *readings, *caveats(view)]


def brief_as_of(view: View) -> str:
    """Up to when the brief speaks, and of which table."""
    facts = view_facts(view)
    return _("As of {date} · {table}").format(date=facts["as_of"], table=facts["table"])


def brief_origin(view: View) -> list[tuple[str, str]]:
    """Source, origin and link of a brief as (label, text)."""
    facts = view_facts(view)
    made = _("{moment} with version {version} of the dashboard; data {data}").format(
        moment=view.made_at, version=view.version or "–", data=facts["data_version"]
    )
    return [(_("Source"), "; ".join(facts["sources"])), (_("Made at"), made), (_("Link to this view"), view.link)]


def _as_year(day: pd.Timestamp) -> float:
    return day.year + (day.day_of_year - 1) / (366 if day.is_leap_year else 365)
