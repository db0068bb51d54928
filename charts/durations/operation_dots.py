"""Every operation by how long it lasted, with the statement that the chart makes."""

import numpy as np
import pandas as pd

from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.views.palette import STATUS_COLOURS
from analysis.views.rows import order_operations, short_rows, show_status
from charts.common.chart import Chart
from charts.durations.dots import duration_bars, duration_dots

MOST_DOTS = 100


def dots_chart(selected: Selected, sort: str) -> Chart:
    """Every operation as a dot on an axis of durations; many are counted by whole years instead."""
    operations = selected.operations
    known = operations["duration_years"].notna()
    closed = operations.loc[known & (operations["status"] == "closed"), "duration_years"]
    ongoing = operations.loc[known & (operations["status"] == "ongoing"), "duration_years"]
    says = _say_longest(closed, ongoing)
    if left := int(selected.count - len(closed) - len(ongoing)):
        says += " " + ngettext(
            "{count} operation whose end or period is not known is not drawn.",
            "{count} operations whose end or period is not known are not drawn.",
            left,
        ).format(count=left)
    if len(closed) + len(ongoing) > MOST_DOTS:
        return _counted_chart(count_whole_years(closed, ongoing), says)
    rows = short_rows(selected.snapshot, order_operations(selected, sort, descending=sort == "duration"))
    rows = rows[rows["duration_years"].notna() & (rows["status"] != "unknown")]
    titles = {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "duration_years": _("Years so far"),
        "status": _("Status"),
    }
    table = rows[list(titles)].assign(status=[show_status(status) for status in rows["status"]])
    key = tuple((mark, STATUS_COLOURS[status], name) for mark, status, name in dot_marks())
    return Chart(duration_dots(rows), says, table.rename(columns=titles), clickable=True, key=key)


def _counted_chart(counts: pd.DataFrame, says: str) -> Chart:
    titles = {"years": _("Whole years"), "closed": show_status("closed"), "ongoing": show_status("ongoing")}
    counted = _("More than {most} are counted by whole years: closed above, ongoing below.").format(most=MOST_DOTS)
    return Chart(duration_bars(counts), f"{says} {counted}", counts.rename(columns=titles))


def dot_marks() -> list[tuple[str, str, str]]:
    """The marks of operations as (mark, status, what it means)."""
    return [("●", "closed", _("closed")), ("▷", "ongoing", _("ongoing: so far, and going on"))]


def _say_longest(closed: pd.Series, ongoing: pd.Series) -> str:
    parts = []
    if len(closed):
        parts.append(_("The longest closed operation lasted {years} years.").format(years=f"{closed.max():.1f}"))
    if len(ongoing):
        parts.append(_("The longest ongoing one has lasted {years} years so far.").format(years=f"{ongoing.max():.1f}"))
    return " ".join(parts) or _("No operation has a duration that is known.")


def count_whole_years(closed: pd.Series, ongoing: pd.Series) -> pd.DataFrame:
    """years, closed, ongoing: how many operations lasted so many whole years, without gaps from 0."""
    whole = [np.floor(years.to_numpy()).astype(int) for years in (closed, ongoing)]
    most = max(int(years.max(initial=0)) for years in whole)
    counts = [np.bincount(years, minlength=most + 1) for years in whole]
    return pd.DataFrame({"years": np.arange(most + 1), "closed": counts[0], "ongoing": counts[1]})
