"""Two selections in one chart each: activities, active operations by year, durations."""

import pandas as pd

from analysis.counts.durations.survival import Survival
from analysis.text import _
from analysis.views.activities import Activities
from charts.common.axes import count_axis, share_ticks, year_axis
from charts.common.chart import Chart
from charts.common.style import new_figure
from charts.comparison.traces import (
    Part,
    activity_texts,
    curve_band,
    curve_line,
    end_labels,
    last_point,
    share_bars,
    share_range,
    year_line,
)
from charts.comparison.words import half_sentence, peak_sentence, widest_gap_sentence
from charts.overview import MOST_BARS

_ROW_HEIGHT = 62
_LABEL_ROOM = 7.5
Parts = tuple[Part, Part]


def activities_compared(
    counts: pd.DataFrame,
    totals: tuple[int, int],
    activities: Activities,
    parts: Parts,
    chosen: frozenset[str],
    counted: str,
) -> Chart:
    """For each activity its share of the operations of both (`compare_activities`), as a bar each, with both numbers;
    totals are all operations of each.  chosen: the activities that the filters part them by."""
    table = counts.assign(**_in_percent(counts))
    first, second = (part.name for part in parts)
    titles = {
        "first": _("Operations: {name}").format(name=first), "first_share": _("Percent: {name}").format(name=first),
        "second": _("Operations: {name}").format(name=second), "second_share": _("Percent: {name}").format(name=second),
    }  # fmt: skip
    drawn = counts.head(MOST_BARS)
    says = widest_gap_sentence(counts, totals, (_start(first), second), activities, chosen)
    if len(counts) > MOST_BARS:
        words = _("The {shown} most common of {count} activities are drawn.")
        says += " " + words.format(shown=MOST_BARS, count=len(counts))
    return Chart(
        new_figure(
            [*(share_bars(drawn, part) for part in parts), activity_texts(activities.labels(drawn["activity"]))],
            height=24 + _ROW_HEIGHT * max(len(drawn), 1),
            xaxis={"visible": False, "range": share_range(parts), "fixedrange": True},
            yaxis={"visible": False, "range": [len(drawn) - 0.45, -0.6], "fixedrange": True},
        ),
        says,
        activities.named(table[["activity", *titles]].rename(columns=titles)),
        counts_overlap=any(counts[name].sum() > total for name, total in zip(("first", "second"), totals, strict=True)),
        counted=counted,
        key=_key(parts),
    )


def years_compared(counts: pd.DataFrame, peaks: list[tuple[list[int], int]], parts: Parts, counted: str) -> Chart:
    """Active operations by year (`compare_years`), a line for each of the two, on one axis; peaks: `peak_years`."""
    names = ("first", "second")
    titles = {"year": _("Year")} | {
        name: _("Active: {name}").format(name=part.name) for name, part in zip(names, parts, strict=True)
    }
    return Chart(
        new_figure(
            [year_line(counts, part, name) for part, name in zip(parts, names, strict=True)],
            height=280,
            xaxis=_fitted(year_axis(counts["year"].tolist()), counts["year"]),
            yaxis=count_axis(counts[list(names)].fillna(0).to_numpy().max(initial=0)),
            margin={"l": 34, "r": _room(parts), "t": 16, "b": 28},
            annotations=end_labels(
                [(part, *last_point(counts, name)) for part, name in zip(parts, names, strict=True)]
            ),
        ),
        " ".join(peak_sentence(_start(part.name), *peak) for part, peak in zip(parts, peaks, strict=True)),
        counts.astype(object).map(lambda value: None if pd.isna(value) else int(value)).rename(columns=titles),
        counted=counted,
        key=_key(parts, lines=True),
    )


def durations_compared(curves: pd.DataFrame, survivals: tuple[Survival, Survival], parts: Parts, counted: str) -> Chart:
    """The Kaplan-Meier curves of both (`compare_curves`): which share of the spells still runs after so many years."""
    titles = {
        "part": _("Selection"), "duration_years": _("Years"), "survival": _("Still running"),
        "low": _("95% band, low"), "high": _("95% band, high"),
    }  # fmt: skip
    # On a phone one line would be cut at both ends.
    says = _("Years since a period began,") + "<br>" + _("and the share of periods still running")
    named = dict(zip("AB", parts, strict=True))
    lines = [(named[letter], curve) for letter, curve in curves.groupby("part")]
    return Chart(
        new_figure(
            [trace for part, curve in lines for trace in (curve_band(part, curve), curve_line(part, curve))],
            height=300 if lines else 60,
            xaxis=_fitted(count_axis(curves["duration_years"].max()), curves["duration_years"], 0.0)
            | {"title": {"text": says, "font": {"size": 12}}, "visible": bool(lines)},
            yaxis=count_axis(float("inf")) | {"range": [0, 1.04], **share_ticks(), "visible": bool(lines)},
            margin={"l": 44, "r": _room(parts), "t": 16, "b": 60},
            annotations=end_labels(
                [(part, *curve[["duration_years", "survival"]].iloc[-1]) for part, curve in lines], 0.06
            ),
        ),
        " ".join(half_sentence(_start(part.name), survival) for part, survival in zip(parts, survivals, strict=True)),
        curves.assign(part=curves["part"].map({letter: part.name for letter, part in named.items()}))
        .round(4)
        .rename(columns=titles),
        counted=counted,
        key=_key(parts, lines=True) if lines else (),
    )


def _key(parts: Parts, lines: bool = False) -> tuple[tuple[str, str, str], ...]:
    return tuple((part.key if lines else "■", part.colour, part.name) for part in parts)


def _start(name: str) -> str:
    """A name at the start of a sentence."""
    return name[:1].upper() + name[1:]


def _fitted(axis: dict, values: pd.Series, edge: float = 0.5) -> dict:
    """The axis from the first to the last value: left alone, plotly makes room in it for the names at its end."""
    if values.empty or "range" in axis:
        return axis
    return axis | {"range": [float(values.min()) - edge, float(values.max()) * (1 if edge else 1.02) + edge]}


def _room(parts: Parts) -> int:
    """The margin that the names at the ends of lines take, in pixels."""
    return int(20 + _LABEL_ROOM * max(len(part.label) for part in parts))


def _in_percent(counts: pd.DataFrame) -> dict[str, pd.Series]:
    return {name: (100 * counts[name]).round(1) for name in ("first_share", "second_share")}
