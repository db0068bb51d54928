"""All that a map is drawn from."""

from dataclasses import dataclass

import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_years
from analysis.selection.select import Selected
from analysis.views.map.hover import list_point_operations
from analysis.views.map.notes import count_drawn, count_drawn_by_year
from analysis.views.map.points import count_points, count_points_by_year

_LAST_YEAR_OF_ONE_SUDAN = 2011


@dataclass(frozen=True, eq=False)
class MapCounts:
    """points: `count_points`.  by_year: `count_points_by_year`.  operations: `list_point_operations`.
    drawn: how many operations have a point.  drawn_by_year: how many of those are active in each year.
    first_year: the first year with an active operation, the as-of year where there is none.
    total: how many operations are chosen.  years: the first and last year that are chosen, where any are.
    """

    points: pd.DataFrame
    by_year: pd.DataFrame
    operations: pd.DataFrame
    drawn: int
    drawn_by_year: dict[int, int]
    first_year: int
    total: int
    years: tuple[int, int] | None

    def is_chosen(self, year: int) -> bool:
        """Whether a year is one of those that are chosen; each is where none are."""
        return self.years is None or self.years[0] <= year <= self.years[1]


@otherwise("from other questions", from_others=True)
def count_map(selected: Selected) -> MapCounts:
    """What a map of a selection shows."""
    years, drawn = ask(selected, count_years)["year"], ask(selected, count_drawn_by_year)
    return MapCounts(
        points=ask(selected, count_points),
        by_year=ask(selected, count_points_by_year),
        operations=ask(selected, list_point_operations),
        drawn=ask(selected, count_drawn),
        drawn_by_year=dict(zip(drawn["year"].tolist(), drawn["active"].tolist(), strict=True)),
        first_year=int(years.iloc[0]) if len(years) else selected.snapshot.as_of.year,
        total=selected.count,
        years=selected.selection.years,
    )


def is_hatched(year: int) -> bool:
    """Whether a map of a year, or of all up to it, shows South Sudan as a part of Sudan."""
    return year <= _LAST_YEAR_OF_ONE_SUDAN


def has_sudan_whole(selected: Selected) -> bool:
    """Whether a map of all years of a selection shows South Sudan as a part of Sudan."""
    years = ask(selected, count_years)["year"]
    return is_hatched(int(years.iloc[0]) if len(years) else selected.snapshot.as_of.year)
