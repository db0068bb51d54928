"""The figures of groups of spells as a table, its groups and columns named for a reader."""

from collections.abc import Iterable

import pandas as pd

from analysis.counts.durations.figures import AT_YEARS, HORIZON_YEARS, PERIOD_YEARS, DurationFigures
from analysis.text import _


def group_names(by: str, groups: Iterable[str], last_year: int) -> dict[str, str]:
    """What each group of `estimate_durations_by` is called for a reader; a start period ends by the as-of year."""
    if by == "start":
        ends = {group: min(int(group) + PERIOD_YEARS - 1, last_year) for group in groups}
        return {group: f"{group}–{end}" if end > int(group) else group for group, end in ends.items()}
    return {group: _(group) if by == "region" else group for group in groups}


def figures_table(groups: dict[str, DurationFigures], names: dict[str, str]) -> pd.DataFrame:
    """The figures of each group under titled columns; a figure that says nothing is missing."""
    rows = [
        [
            names[group],
            f.spells,
            f.ended,
            f.ongoing,
            _rounded(f.closed_mean),
            _rounded(f.closed_median),
            _rounded(f.so_far_mean),
            _rounded(f.median),
            *[None if share is None else round(100 * share, 1) for share in f.ended_by],
            _rounded(f.restricted_mean),
        ]
        for group, f in groups.items()
    ]
    return pd.DataFrame(rows, columns=figure_titles())


def figure_titles() -> list[str]:
    """The columns of `figures_table`."""
    return [
        _("Group"),
        _("Periods"),
        _("Closed"),
        _("Ongoing"),
        _("Closed only, mean years"),
        _("Closed only, median years"),
        _("Ongoing so far, mean years"),
        _("Kaplan-Meier median, years"),
        *[_("Ended by year {year}, %").format(year=year) for year in AT_YEARS],
        _("Mean within {years} years").format(years=HORIZON_YEARS),
    ]


def _rounded(years: float | None) -> float | None:
    return None if years is None else round(years, 2)
