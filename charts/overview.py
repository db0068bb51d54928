"""The charts of the overview, each from its count table with the statement it makes."""

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_activities, count_most_common, count_regions, count_years, most_active_year
from analysis.reading.activities import activity_names
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.views.palette import OTHER_COLOUR, activity_colours
from charts.common.bars import activity_bar, region_bar
from charts.common.chart import Chart
from charts.common.years import active_by_year

MOST_BARS = 12


def active_chart(selected: Selected) -> Chart:
    """Active operations by year, with the year of most in the title."""
    counts = count_years(selected)
    most = most_active_year(counts)
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
    return Chart(active_by_year(counts, selected.selection.years), says, counts.rename(columns=titles))


def activity_chart(selected: Selected) -> Chart:
    """Operations by activity, the most common first."""
    counts = count_activities(selected)
    names = activity_names(counts["activity"], selected.snapshot.table.reference)
    table = pd.DataFrame(
        {
            _("Code"): list(names),
            _("Activity area"): list(names.values()),
            _("Operations"): counts["operations"].to_numpy(),
        }
    )
    drawn, left = ask(selected, count_most_common, "activity", MOST_BARS)
    words = ngettext("{count} other activity", "{count} other activities", left).format(count=left)
    colours = activity_colours(selected.snapshot.table) | {"": OTHER_COLOUR}
    return Chart(
        activity_bar(drawn, names | {"": words}, colours),
        _most_common(counts, selected.count, _("{code} is in {count} of {total} operations.")),
        table,
        counts_overlap=counts["operations"].sum() > selected.count,
    )


def region_chart(selected: Selected) -> Chart:
    """Operations by region, the most common first."""
    counts = count_regions(selected)
    names = {region: _(region) for region in counts["region"]}
    table = pd.DataFrame({_("Region"): list(names.values()), _("Operations"): counts["operations"].to_numpy()})
    drawn, left = ask(selected, count_most_common, "region", MOST_BARS)
    words = ngettext("{count} other region", "{count} other regions", left).format(count=left)
    return Chart(
        region_bar(drawn, names | {"": words}),
        _most_common(table, selected.count, _("{code} has {count} of {total} operations.")),
        table,
        counts_overlap=counts["operations"].sum() > selected.count,
    )


def _most_common(counts, total: int, says: str) -> str:
    if counts.empty:
        return _("Nothing to count here.")
    code, count = (column.iloc[0] for _name, column in counts.items())
    return says.format(code=code, count=count, total=total)
