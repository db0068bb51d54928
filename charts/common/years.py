"""Operations by year."""

import pandas as pd

from analysis.text import _
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR
from charts.common.axes import count_axis, time_axis, two_way_axis, year_axis
from charts.common.style import PALE_COLOUR, SHADE_COLOUR, Figure, new_figure


def active_by_year(year_counts: pd.DataFrame, chosen_years: tuple[int, int] | None = None) -> Figure:
    """Bars of the active operations of `count_years`; the chosen years are shaded."""
    years = year_counts["year"].tolist()
    return new_figure(
        [
            {
                "type": "bar",
                "x": years,
                "y": year_counts["active"].tolist(),
                "customdata": [str(year) for year in years],
                "marker": {"color": MAIN_COLOUR},
                "hovertemplate": _("%{x}: %{y} active") + "<extra></extra>",
            }
        ],
        height=260,
        xaxis=year_axis(years),
        yaxis=count_axis(_highest(year_counts["active"])),
        shapes=shade_years(chosen_years),
        margin={"l": 34, "r": 8, "t": 8, "b": 28},
        bargap=0.12,
    )


def year_flow(
    year_counts: pd.DataFrame, span: tuple[float, float], left_margin: int, chosen_years: tuple[int, int] | None = None
) -> Figure:
    """Active operations as bars, starts above and ends below the line as marks, on the timeline's own axis."""
    middle = (year_counts["year"] + 0.5).tolist()
    years = year_counts["year"].tolist()

    def bars(column: str, colour: str, says: str, sign: int = 1) -> dict:
        counts = year_counts[column].tolist()
        return {
            "type": "bar",
            "x": middle,
            "y": [sign * count for count in counts],
            "customdata": list(zip(years, counts, strict=True)),
            # A pale bar is seen by its edge.
            "marker": {"color": colour, "line": {"color": MAIN_COLOUR, "width": 1 if colour == PALE_COLOUR else 0}},
            "hovertemplate": says + "<extra></extra>",
        }

    return new_figure(
        [
            bars("active", PALE_COLOUR, _("%{customdata[0]}: %{customdata[1]} active")),
            bars("started", MAIN_COLOUR, _("%{customdata[0]}: %{customdata[1]} started")) | {"width": 0.3},
            bars("ended", OTHER_COLOUR, _("%{customdata[0]}: %{customdata[1]} ended"), -1) | {"width": 0.3},
        ],
        height=220,
        barmode="overlay",
        xaxis=time_axis(span),
        yaxis=two_way_axis(_highest(year_counts["active"]), _highest(year_counts["ended"])),
        shapes=shade_years(chosen_years, offset=0),
        margin={"l": left_margin, "r": 24, "t": 8, "b": 28},
    )


def _highest(counts: pd.Series) -> int:
    return int(counts.max()) if len(counts) else 0


def shade_years(chosen_years: tuple[int, int] | None, offset: float = -0.5) -> list[dict]:
    """The shape that shades the chosen years behind a chart; none where no years are chosen."""
    if chosen_years is None:
        return []
    first, last = chosen_years
    band = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "line": {"width": 0}}
    return [band | {"x0": first + offset, "x1": last + 1 + offset, "fillcolor": SHADE_COLOUR}]
