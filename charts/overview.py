"""The charts of the overview, each from its count table with the statement it makes."""

import pandas as pd

from analysis.counts.count import most_active_year
from analysis.text import _, ngettext
from analysis.views.activities import Activities
from analysis.views.palette import OTHER_COLOUR
from charts.common.bars import activity_bar, region_bar
from charts.common.chart import Chart
from charts.common.years import active_by_year

MOST_BARS = 12


def active_chart(year_counts: pd.DataFrame, chosen_years: tuple[int, int] | None) -> Chart:
    """Active operations by year, with the year of most in the title."""
    most = most_active_year(year_counts)
    says = (
        ngettext(
            "Most operations run in {year}: {count} operation.",
            "Most operations run in {year}: {count} operations.",
            most[1],
        ).format(year=most[0], count=most[1])
        if most
        else _("No operation has a period that could be read.")
    )
    titles = {"year": _("Year"), "active": _("Active"), "started": _("Started"), "ended": _("Ended")}
    return Chart(active_by_year(year_counts, chosen_years), says, year_counts.rename(columns=titles))


def activity_chart(
    counts: pd.DataFrame, most_common: tuple[pd.DataFrame, int], total: int, activities: Activities
) -> Chart:
    """Operations by activity, the most common first; `most_common` is what is drawn, with the number of those left."""
    codes = counts["activity"].tolist()
    table = pd.DataFrame(
        {
            _("Code"): codes,
            _("Activity area"): [activities.names[code] for code in codes],
            _("Operations"): counts["operations"].to_numpy(),
        }
    )
    drawn, left = most_common
    words = ngettext("{count} other activity", "{count} other activities", left).format(count=left)
    return Chart(
        activity_bar(drawn, activities.labels(codes) | {"": words}, activities.colours | {"": OTHER_COLOUR}),
        _most_common(counts, total, _("{code} is in {count} of {total} operations.")),
        table,
        counts_overlap=counts["operations"].sum() > total,
    )


def region_chart(counts: pd.DataFrame, most_common: tuple[pd.DataFrame, int], total: int) -> Chart:
    """Operations by region, the most common first; `most_common` is what is drawn, with the number of those left."""
    names = {region: _(region) for region in counts["region"]}
    table = pd.DataFrame({_("Region"): list(names.values()), _("Operations"): counts["operations"].to_numpy()})
    drawn, left = most_common
    words = ngettext("{count} other region", "{count} other regions", left).format(count=left)
    return Chart(
        region_bar(drawn, names | {"": words}),
        _most_common(table, total, _("{code} has {count} of {total} operations.")),
        table,
        counts_overlap=counts["operations"].sum() > total,
    )


def _most_common(counts, total: int, says: str) -> str:
    if counts.empty:
        return _("Nothing to count here.")
    code, count = (column.iloc[0] for _name, column in counts.items())
    return says.format(code=code, count=count, total=total)
