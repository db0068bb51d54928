"""Two selections, A and B, in one chart each: activities, active operations by year, durations."""

import pandas as pd

from analysis.counts.durations.survival import Survival
from analysis.text import _
from analysis.views.activities import Activities
from charts.common.axes import count_axis, year_axis
from charts.common.chart import Chart
from charts.common.style import new_figure
from charts.comparison.traces import (
    PART_COLOURS,
    activity_texts,
    curve_band,
    curve_line,
    end_labels,
    last_point,
    share_bars,
    year_line,
)
from charts.comparison.words import median_sentence, peak_sentence, widest_gap_sentence
from charts.overview import MOST_BARS

_ROW_HEIGHT = 62


def activities_compared(counts: pd.DataFrame, totals: tuple[int, int], activities: Activities, counted: str) -> Chart:
    """For each activity its share of the operations of A and of B (`compare_activities`), as a bar each, with both
    numbers; totals are all operations of A and of B."""
    table = counts.assign(name=counts["activity"].map(activities.names), **_in_percent(counts))
    titles = {
        "activity": _("Code"), "name": _("Activity area"), "first": _("Operations in A"),
        "first_share": _("Percent of A"), "second": _("Operations in B"), "second_share": _("Percent of B"),
    }  # fmt: skip
    drawn = counts.head(MOST_BARS)
    says = widest_gap_sentence(counts)
    if len(counts) > MOST_BARS:
        words = _("The {shown} most common of {count} activities are drawn.")
        says += " " + words.format(shown=MOST_BARS, count=len(counts))
    bars = [share_bars(drawn, part, position) for position, part in enumerate(PART_COLOURS)]
    return Chart(
        new_figure(
            [*bars, activity_texts(activities.labels(drawn["activity"]))],
            height=24 + _ROW_HEIGHT * max(len(drawn), 1),
            xaxis={"visible": False, "range": [0, 130], "fixedrange": True},
            yaxis={"visible": False, "range": [len(drawn) - 0.45, -0.6], "fixedrange": True},
        ),
        says,
        table[list(titles)].rename(columns=titles),
        counts_overlap=any(counts[name].sum() > total for name, total in zip(("first", "second"), totals, strict=True)),
        counted=counted,
    )


def years_compared(counts: pd.DataFrame, peaks: tuple[tuple[int, int] | None, ...], counted: str) -> Chart:
    """Active operations by year (`compare_years`), a line each for A and B, on one axis."""
    titles = {"year": _("Year"), "first": _("Active in A"), "second": _("Active in B")}
    return Chart(
        new_figure(
            [year_line(counts, part, name) for part, name in zip("AB", ("first", "second"), strict=True)],
            height=280,
            xaxis=year_axis(counts["year"].tolist()),
            yaxis=count_axis(counts[["first", "second"]].fillna(0).to_numpy().max(initial=0)),
            margin={"l": 34, "r": 28, "t": 16, "b": 28},
            annotations=end_labels(
                [(part, *last_point(counts, name)) for part, name in zip("AB", ("first", "second"), strict=True)]
            ),
        ),
        " ".join(peak_sentence(part, peak) for part, peak in zip("AB", peaks, strict=True)),
        counts.astype(object).map(lambda value: None if pd.isna(value) else int(value)).rename(columns=titles),
        counted=counted,
    )


def durations_compared(curves: pd.DataFrame, survivals: tuple[Survival, Survival], counted: str) -> Chart:
    """The Kaplan-Meier curves of A and B (`compare_curves`): which share of the spells still runs after so many
    years."""
    titles = {
        "part": _("Selection"), "duration_years": _("Years"), "survival": _("Still running"),
        "low": _("95% band, low"), "high": _("95% band, high"),
    }  # fmt: skip
    says = _("Years since a period began, and the share of periods still running")
    lines = dict(list(curves.groupby("part")))
    return Chart(
        new_figure(
            [trace for part, curve in lines.items() for trace in (curve_band(part, curve), curve_line(part, curve))],
            height=300 if lines else 60,
            xaxis=count_axis(curves["duration_years"].max())
            | {"title": {"text": says, "font": {"size": 12}}, "visible": bool(lines)},
            yaxis=count_axis(float("inf")) | {"range": [0, 1.04], "tickformat": ".0%", "visible": bool(lines)},
            margin={"l": 44, "r": 28, "t": 16, "b": 44},
            annotations=end_labels(
                [(part, *curve[["duration_years", "survival"]].iloc[-1]) for part, curve in lines.items()], 0.06
            ),
        ),
        " ".join(median_sentence(part, survival) for part, survival in zip("AB", survivals, strict=True)),
        curves.round(4).rename(columns=titles),
        counted=counted,
    )


def _in_percent(counts: pd.DataFrame) -> dict[str, pd.Series]:
    return {name: (100 * counts[name]).round(1) for name in ("first_share", "second_share")}
