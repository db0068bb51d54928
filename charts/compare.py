"""Two selections, A and B, in one chart each: activities, active operations by year, durations."""

import pandas as pd

from analysis.activities import activity_names
from analysis.compare import (
    Comparison,
    compare_activities,
    compare_curves,
    compare_years,
    compared_sentences,
)
from analysis.count import count_years, most_active_year
from analysis.survival import Survival
from analysis.text import _, ngettext
from charts.chart import Chart
from charts.style import escape, new_figure
from charts.years import count_axis, year_axis

# Told apart by colour-blind readers, by their dashes and by the letter at their end.
PART_COLOURS = {"A": "#1F78B4", "B": "#D55E00"}
PART_DASHES = {"A": "solid", "B": "dash"}
_ROW_HEIGHT = 62


def activities_compared(comparison: Comparison) -> Chart:
    """For each activity its share of the operations of A and of B, as a bar each, with both numbers."""
    counts = compare_activities(comparison)
    names = activity_names(counts["activity"], comparison.first.snapshot.table.reference)
    table = counts.assign(name=counts["activity"].map(names), **_in_percent(counts))
    titles = {
        "activity": _("Code"), "name": _("Activity area"), "first": _("Operations in A"),
        "first_share": _("Percent of A"), "second": _("Operations in B"), "second_share": _("Percent of B"),
    }  # fmt: skip
    return Chart(
        new_figure(
            [_share_bars(counts, part, place) for place, part in enumerate(PART_COLOURS)] + [_labels(counts, names)],
            height=24 + _ROW_HEIGHT * max(len(counts), 1),
            xaxis={"visible": False, "range": [0, 130], "fixedrange": True},
            yaxis={"visible": False, "range": [len(counts) - 0.45, -0.6], "fixedrange": True},
        ),
        _widest_gap(counts),
        table[list(titles)].rename(columns=titles),
        counts_overlap=any(
            counts[n].sum() > p.count for n, p in zip(("first", "second"), comparison.parts, strict=True)
        ),
        counted=_counted(comparison),
    )


def years_compared(comparison: Comparison) -> Chart:
    """Active operations by year, a line each for A and B, on one axis."""
    counts = compare_years(comparison)
    titles = {"year": _("Year"), "first": _("Active in A"), "second": _("Active in B")}
    return Chart(
        new_figure(
            [_year_line(counts, part, name) for part, name in zip("AB", ("first", "second"), strict=True)],
            height=280,
            xaxis=year_axis(counts["year"].tolist()),
            yaxis=count_axis()
            | ({"dtick": 1} if counts[["first", "second"]].fillna(0).to_numpy().max(initial=0) < 6 else {}),
            margin={"l": 34, "r": 28, "t": 16, "b": 28},
            annotations=_end_labels(
                [(part, *_last_point(counts, name)) for part, name in zip("AB", ("first", "second"), strict=True)]
            ),
        ),
        " ".join(_peak(part, counted) for part, counted in zip("AB", comparison.parts, strict=True)),
        counts.astype(object).map(lambda value: None if pd.isna(value) else int(value)).rename(columns=titles),
        counted=_counted(comparison),
    )


def durations_compared(comparison: Comparison) -> Chart:
    """The Kaplan-Meier curves of A and B: which share of the spells still runs after so many years."""
    curves = compare_curves(comparison)
    titles = {
        "part": _("Selection"), "duration_years": _("Years"), "survival": _("Still running"),
        "low": _("95% band, low"), "high": _("95% band, high"),
    }  # fmt: skip
    says = _("Years since a spell began, and the share of spells still running")
    lines = dict(list(curves.groupby("part")))
    return Chart(
        new_figure(
            [trace for part, curve in lines.items() for trace in (_band(part, curve), _curve(part, curve))],
            height=300 if lines else 60,
            xaxis=count_axis() | {"title": {"text": says, "font": {"size": 12}}, "visible": bool(lines)},
            yaxis=count_axis() | {"range": [0, 1.04], "tickformat": ".0%", "visible": bool(lines)},
            margin={"l": 44, "r": 28, "t": 16, "b": 44},
            annotations=_end_labels(
                [(part, *curve[["duration_years", "survival"]].iloc[-1]) for part, curve in lines.items()], 0.06
            ),
        ),
        " ".join(median_sentence(part, survival) for part, survival in zip("AB", comparison.survivals, strict=True)),
        curves.round(4).rename(columns=titles),
        counted=_counted(comparison),
    )


def median_sentence(part: str, survival: Survival) -> str:
    """How long half of the spells of A or B last, and how many spells say so."""
    if survival.too_few:
        return ngettext(
            "{part}: {count} spell, too few to say.", "{part}: {count} spells, too few to say.", survival.spells
        ).format(part=part, count=survival.spells)
    spells = ngettext("{count} spell", "{count} spells", survival.spells).format(count=survival.spells)
    if survival.median is None:
        return _("{part}: the median of {spells} is not reached.").format(part=part, spells=spells)
    years = f"{survival.median:.1f}".removesuffix(".0")
    return _("{part}: the median of {spells} is {years} years.").format(part=part, spells=spells, years=years)


def _counted(comparison: Comparison) -> str:
    first, second = compared_sentences(comparison)
    return _("A: {first}. B: {second}.").format(first=first, second=second)


def _in_percent(counts: pd.DataFrame) -> dict[str, pd.Series]:
    return {name: (100 * counts[name]).round(1) for name in ("first_share", "second_share")}


def _widest_gap(counts: pd.DataFrame) -> str:
    gaps = (counts["first_share"] - counts["second_share"]).abs()
    if counts.empty or gaps.isna().all():
        return _("One of the two has no operation, so there is nothing to compare.")
    if gaps.max() == 0:
        return _("A and B have the same share of every activity.")
    widest = counts.loc[gaps.idxmax()]
    return _("A and B differ most in {code}: {first} of A, {second} of B.").format(
        code=widest["activity"], first=f"{widest['first_share']:.0%}", second=f"{widest['second_share']:.0%}"
    )


def _share_bars(counts: pd.DataFrame, part: str, place: int) -> dict:
    name = ("first", "second")[place]
    shares = (100 * counts[f"{name}_share"]).fillna(0).round(1)
    texts = [
        _("{part} {share}% ({count})").format(part=part, share=f"{share:.0f}", count=count)
        for share, count in zip(shares, counts[name], strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(counts))),
        "x": shares.tolist(),
        "width": 0.26,
        "offset": -0.12 + 0.28 * place,
        "marker": {"color": PART_COLOURS[part]},
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _labels(counts: pd.DataFrame, names: dict[str, str]) -> dict:
    texts = [code if names[code] == code else f"{code} · {names[code]}" for code in counts["activity"]]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(counts),
        "y": [row - 0.3 for row in range(len(counts))],
        "text": [escape(text) for text in texts],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _year_line(counts: pd.DataFrame, part: str, name: str) -> dict:
    known = counts[counts[name].notna()]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": known["year"].tolist(),
        "y": known[name].astype(int).tolist(),
        "line": {"color": PART_COLOURS[part], "width": 2.5, "dash": PART_DASHES[part]},
        "marker": {"size": 6, "symbol": "circle" if part == "A" else "square"},
        "hovertemplate": _("%{x}: %{y} active in {part}").replace("{part}", part) + "<extra></extra>",
    }


def _last_point(counts: pd.DataFrame, name: str) -> tuple[float, float]:
    known = counts[counts[name].notna()]
    return (float(known["year"].iloc[-1]), float(known[name].iloc[-1])) if len(known) else (0.0, 0.0)


def _end_labels(ends: list[tuple[str, float, float]], near: float = 0.5) -> list[dict]:
    """A letter at the end of each line, one above the other where the ends meet."""
    meet = len(ends) == 2 and abs(ends[0][2] - ends[1][2]) <= near
    upper = max(ends, key=lambda end: end[2])[0] if ends else ""
    return [
        {
            "text": f"<b>{part}</b>",
            "x": x,
            "y": y,
            "xanchor": "left",
            "xshift": 6,
            "yshift": (8 if part == upper else -8) if meet else 0,
            "showarrow": False,
            "font": {"color": PART_COLOURS[part], "size": 15},
        }
        for part, x, y in ends
    ]


def _peak(part: str, selected) -> str:
    most = most_active_year(count_years(selected))
    if not most:
        return _("{part} has no active year.").format(part=part)
    return _("{part} is largest in {year}, with {count} active.").format(part=part, year=most[0], count=most[1])


def _curve(part: str, curve: pd.DataFrame) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": curve["duration_years"].round(3).tolist(),
        "y": curve["survival"].round(4).tolist(),
        "line": {"color": PART_COLOURS[part], "width": 2.5, "dash": PART_DASHES[part], "shape": "hv"},
        "hovertemplate": _("{part}: %{y:.0%} still run after %{x} years").replace("{part}", part) + "<extra></extra>",
    }


def _band(part: str, curve: pd.DataFrame) -> dict:
    """The outline of the band as one filled shape, its steps written out; a gap of it is left out."""
    known = curve.dropna(subset=["low", "high"])
    x = known["duration_years"].repeat(2).tolist()[1:] if len(known) else []
    low, high = ([*known[side].repeat(2)][:-1] if len(known) else [] for side in ("low", "high"))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*x, *x[::-1]],
        "y": [*high, *low[::-1]],
        "fill": "toself",
        "fillcolor": PART_COLOURS[part],
        "opacity": 0.13,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
