"""Where a territory stands among those of its region."""

from collections.abc import Mapping

import pandas as pd

from analysis.records import titled
from analysis.text import _, ngettext
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR
from analysis.wording import MOST_NAMED, all_names
from charts.common.chart import Chart
from charts.common.style import escape, new_figure

MOST_RANKED = 25
_ROW_HEIGHT = 22


def rank_chart(standing: pd.DataFrame, iso3: str, names: Mapping[str, str], region: str) -> Chart:
    """Years active and number of activities of each territory of a region (`rank_territories`), the one that is looked
    at marked."""
    counts = standing.assign(name=standing["territory"].map(names))
    titles = {
        "territory": _("ISO3"), "name": _("Country or territory"), "operations": _("Operations"),
        "years": _("Years active"), "years_rank": _("Rank by years"),
        "activities": _("Activities"), "activities_rank": _("Rank by activities"),
    }  # fmt: skip
    shown = _shown(counts, iso3)
    return Chart(
        _bars(shown, iso3),
        rank_sentence(counts, iso3, names[iso3], region),
        titled(counts, titles),
        opens=tuple(counts["territory"]),
    )


def rank_sentence(counts: pd.DataFrame, iso3: str, name: str, region: str) -> str:
    """The rank and value of a territory by years and by activities, ties named."""
    own = counts[counts["territory"] == iso3]
    if own.empty:
        return _("{name} has no operation; {region} has operations in these.").format(name=name, region=region)
    row = own.iloc[0]
    years = ngettext("{count} year active", "{count} years active", int(row["years"])).format(count=row["years"])
    activities = ngettext("{count} activity", "{count} activities", int(row["activities"])).format(
        count=row["activities"]
    )
    return _("{name} in {region}: {years} ({years_rank}), {activities} ({activities_rank}).").format(
        name=name,
        region=region,
        years=years,
        years_rank=_rank(counts, row, "years"),
        activities=activities,
        activities_rank=_rank(counts, row, "activities"),
    )


def _rank(counts: pd.DataFrame, row, name: str) -> str:
    same = counts.loc[(counts[name] == row[name]) & (counts["territory"] != row["territory"]), "name"].tolist()
    if len(counts) == 1:
        return _("the only one")
    last = row[f"{name}_rank"] == len(counts)
    text = (_("last of {count}") if last else _("place {rank} of {count}")).format(
        rank=row[f"{name}_rank"], count=len(counts)
    )
    others = len(same)
    if not others:
        return text
    if others <= MOST_NAMED:
        return _("{place}, shared with {names}").format(place=text, names=all_names(same))
    return ngettext("{place}, shared with {count} other", "{place}, shared with {count} others", others).format(
        place=text, count=others
    )


def _shown(counts: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """The first rows, and the territory's own where it stands further down."""
    first = counts.index < MOST_RANKED
    return counts[first | (counts["territory"] == iso3)].reset_index(drop=True)


def _bars(counts: pd.DataFrame, iso3: str):
    rows = list(range(len(counts)))
    marked = (counts["territory"] == iso3).tolist()
    names = [escape(name) for name in counts["name"]]
    axis = {"visible": False, "fixedrange": True}
    highest = [int(counts[name].max()) if len(counts) else 1 for name in ("years", "activities")]
    # The values are named where the eye looks for them, above the bars.
    heads = [
        {"text": text, "xref": "paper", "x": x, "yref": "y", "y": -0.95, "xanchor": "left", "showarrow": False}
        for text, x in ((_("Years active"), 0), (_("Activities"), 0.66))
    ]
    return new_figure(
        [
            _bar(counts, "years", rows, names, marked, "x"),
            _bar(counts, "activities", rows, names, marked, "x2"),
        ],
        height=44 + _ROW_HEIGHT * max(len(counts), 1),
        xaxis=axis | {"domain": [0, 0.6], "range": [0, highest[0] * 1.15]},
        xaxis2=axis | {"domain": [0.66, 1], "range": [0, highest[1] * 1.2]},
        yaxis={
            "tickvals": rows,
            "ticktext": [f"<b>{name}</b>" if own else name for name, own in zip(names, marked, strict=True)],
            "range": [len(counts) - 0.5, -1.5],
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "tickfont": {"size": 12},
        },
        annotations=heads,
        margin={"l": 150, "r": 8, "t": 4, "b": 4},
    )


def _bar(counts: pd.DataFrame, name: str, rows: list[int], names: list[str], marked: list[bool], axis: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": counts[name].tolist(),
        "y": rows,
        "xaxis": axis,
        "yaxis": "y",
        "width": 0.7,
        "marker": {"color": [MAIN_COLOUR if own else OTHER_COLOUR for own in marked]},
        "text": counts[name].tolist(),
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": counts["territory"].tolist(),
        "hovertext": names,
        "hovertemplate": "%{hovertext}: %{x}<extra></extra>",
    }
