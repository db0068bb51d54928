"""The charts of the overview, each from its count table with the statement it makes."""

import pandas as pd

from analysis.counts.count import peak_years
from analysis.records import titled
from analysis.selection.implied import NOTHING, Implied
from analysis.text import _, ngettext
from analysis.views.activities import Activities
from analysis.views.palette import OTHER_COLOUR
from analysis.wording import MOST_NAMED, all_names, say_peak_years
from charts.common.bars import activity_bar, own_bar, region_bar
from charts.common.chart import Chart
from charts.common.years import active_by_year

MOST_BARS = 12


def active_chart(year_counts: pd.DataFrame, chosen_years: tuple[int, int] | None) -> Chart:
    """Active operations by year, with the years of most in the title."""
    titles = {"year": _("Year"), "active": _("Active"), "started": _("Started"), "ended": _("Ended")}
    figure = active_by_year(year_counts, chosen_years)
    return Chart(
        figure,
        say_most_active(year_counts, chosen_years),
        titled(year_counts, titles),
        opens=tuple(map(str, year_counts["year"])),
        years=0.5,
    )


def say_most_active(year_counts: pd.DataFrame, chosen_years: tuple[int, int] | None = None) -> str:
    """In which years most operations ran, and how many; nothing of a year in which all ran because it was chosen."""
    years, most = peak_years(year_counts)
    if not years:
        return _("No operation has a period that could be read.")
    if most == 1:
        return _("Never more than one operation ran in a year.")
    if chosen_years and chosen_years[0] == chosen_years[1]:
        return _("Operations that ran in each year.")
    return ngettext(
        "Most operations ran in {years}: {count} operation.",
        "Most operations ran in {years}: {count} operations.",
        most,
    ).format(years=say_peak_years(years), count=most)


def activity_chart(
    counts: pd.DataFrame,
    most_common: tuple[pd.DataFrame, int],
    total: int,
    activities: Activities,
    chosen: tuple[str, ...] = (),
    adds: bool = False,
) -> Chart:
    """Operations by activity, the most common first; `most_common` is what is drawn, with the number of those left.

    Where some are chosen the counts are those of the filters; adds: that each is the result of adding it to them.
    """
    codes = counts["activity"].tolist()
    table = activities.named(counts[["activity", "operations"]].rename(columns={"operations": _("Operations")}))
    drawn, left = most_common
    words = ngettext("{count} other activity", "{count} other activities", left).format(count=left)
    names = [activities.names[code] for code in codes]
    return Chart(
        activity_bar(drawn, activities.labels(codes) | {"": words}, activities.colours | {"": OTHER_COLOUR}, chosen),
        _say_activities_offered(adds) if chosen else _say_activities(names, counts["operations"].tolist(), total),
        table,
        counts_overlap=not chosen and counts["operations"].sum() > total,
        opens=tuple(codes),
    )


def own_chart(
    counts: pd.DataFrame, most_common: tuple[pd.DataFrame, int], total: int, heading: str, chosen: tuple[str, ...] = ()
) -> Chart:
    """Operations by the values of a column of the user's own; `most_common` is what is drawn, with the number left.

    Where some are chosen the counts are those of the filters.
    """
    facet = counts.columns[0]
    names = {code: code for code in counts[facet]}
    table = pd.DataFrame({heading: list(names), _("Operations"): counts["operations"].to_numpy()})
    drawn, left = most_common
    words = ngettext("{count} other", "{count} others", left).format(count=left)
    return Chart(
        own_bar(drawn, names | {"": words}, chosen),
        _("Operations by {heading}.").format(heading=heading),
        table,
        counts_overlap=not chosen and counts["operations"].sum() > total,
        opens=tuple(names),
    )


def region_chart(
    counts: pd.DataFrame,
    most_common: tuple[pd.DataFrame, int],
    total: int,
    chosen: tuple[str, ...] = (),
    implied: Implied = NOTHING,
) -> Chart:
    """Operations by region, the most common first; `most_common` is what is drawn, with the number of those left.

    Where some are chosen the counts are those of the filters.
    """
    names = {region: _(region) for region in counts["region"]}
    table = pd.DataFrame({_("Region"): list(names.values()), _("Operations"): counts["operations"].to_numpy()})
    drawn, left = most_common
    words = ngettext("{count} other region", "{count} other regions", left).format(count=left)
    return Chart(
        region_bar(drawn, names | {"": words}, chosen),
        _("Operations in each region, as if it alone were chosen.")
        if chosen
        else _say_regions(list(names.values()), counts["operations"].tolist(), total, implied),
        table,
        counts_overlap=not chosen and counts["operations"].sum() > total,
        opens=tuple(names),
    )


def _say_activities_offered(adds: bool) -> str:
    if adds:
        return _("Operations left when an activity is added to those chosen.")
    return _("Operations with each activity, as if it alone were chosen.")


def _say_activities(names: list[str], counts: list[int], total: int) -> str:
    """Which activities are most common; those that share the place are all named, where they are few."""
    first, most = _leaders(names, counts)
    if not first:
        return _("Nothing to count here.")
    if most == total:
        text = ngettext(
            "The {total} operation shown here has {names}.", "All {total} operations shown here have {names}.", total
        )
    elif len(first) > MOST_NAMED:
        text = _("{ties} activities are in {count} of {total} operations each.")
    elif len(first) > 1:
        text = _("{names} are in {count} of {total} operations each.")
    else:
        text = _("{names} is in {count} of {total} operations.")
    return text.format(names=all_names(first), ties=len(first), count=most, total=total)


def _say_regions(names: list[str], counts: list[int], total: int, implied: Implied) -> str:
    """Which regions have most operations; those that share the place are all named, where they are few."""
    first, most = _leaders(names, counts)
    if not first:
        return _("Nothing to count here.")
    if most == total and implied.places:
        return _("Operations by region.")
    if most == total:
        text = ngettext(
            "The {total} operation shown here is in {names}.",
            "All {total} operations shown here are in {names}.",
            total,
        )
    elif len(first) > MOST_NAMED:
        text = _("{ties} regions have {count} of {total} operations each.")
    elif len(first) > 1:
        text = _("{names} have {count} of {total} operations each.")
    else:
        text = _("{names} has {count} of {total} operations.")
    return text.format(names=all_names(first), ties=len(first), count=most, total=total)


def _leaders(names: list[str], counts: list[int]) -> tuple[list[str], int]:
    most = max(counts, default=0)
    return [name for name, count in zip(names, counts, strict=True) if count == most > 0], most
