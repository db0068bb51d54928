"""Every operation by how long it lasted, with the statement that the chart makes."""

import pandas as pd

from analysis.counts.durations.operations import count_whole_years
from analysis.text import _, ngettext
from analysis.views.palette import STATUS_COLOURS
from analysis.views.rows import label_titles, show_status
from analysis.wording import say_years
from charts.common.chart import Chart
from charts.durations.dots import duration_bars, duration_dots

MOST_DOTS = 100


def too_many_dots(counts: pd.DataFrame) -> bool:
    """Whether the operations of `count_operation_durations` are too many to draw each."""
    return int(counts["closed"].sum() + counts["ongoing"].sum()) > MOST_DOTS


def dots_chart(rows: pd.DataFrame, counts: pd.DataFrame, total: int) -> Chart:
    """Every operation (a row of `list_lasting_rows` each) as a dot on an axis of durations."""
    titles = label_titles(rows) | {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "duration_years": _("Years so far"),
        "status": _("Status"),
    }
    table = rows[list(titles)].assign(status=[show_status(status) for status in rows["status"]])
    key = tuple((mark, STATUS_COLOURS[status], name) for mark, status, name in dot_marks())
    says = _say_longest(counts, total)
    return Chart(
        duration_dots(rows), says, table.rename(columns=titles), opens=tuple(rows["line"].astype(str)), key=key
    )


def counted_chart(counts: pd.DataFrame, total: int) -> Chart:
    """Operations of `count_operation_durations` counted by whole years, where there are too many to draw each."""
    whole = count_whole_years(counts)
    titles = {"years": _("Whole years"), "closed": show_status("closed"), "ongoing": show_status("ongoing")}
    counted = _("More than {most} are counted by whole years: closed above, ongoing below.").format(most=MOST_DOTS)
    return Chart(duration_bars(whole), f"{_say_longest(counts, total)} {counted}", whole.rename(columns=titles))


def dot_marks() -> list[tuple[str, str, str]]:
    """The marks of operations as (mark, status, what it means)."""
    return [("●", "closed", _("closed")), ("▷", "ongoing", _("ongoing: so far, and going on"))]


def _say_longest(counts: pd.DataFrame, total: int) -> str:
    closed, ongoing = (counts.loc[counts[name] > 0, "duration_years"] for name in ("closed", "ongoing"))
    parts = []
    if len(closed):
        longest = int(counts.loc[counts["duration_years"] == closed.max(), "closed"].sum())
        text = ngettext(
            "The longest closed operation lasted {years}.",
            "The longest closed operations, {count} of them, lasted {years}.",
            longest,
        )
        parts.append(text.format(count=longest, years=say_years(closed.max())))
    if len(ongoing):
        longest = int(counts.loc[counts["duration_years"] == ongoing.max(), "ongoing"].sum())
        text = ngettext(
            "The longest ongoing one has lasted {years} so far.",
            "The longest ongoing ones, {count} of them, have lasted {years} so far.",
            longest,
        )
        parts.append(text.format(count=longest, years=say_years(ongoing.max())))
    says = " ".join(parts) or _("No operation has a duration that is known.")
    if left := int(total - counts["closed"].sum() - counts["ongoing"].sum()):
        says += " " + ngettext(
            "{count} operation whose end or period is not known is not drawn.",
            "{count} operations whose end or period is not known are not drawn.",
            left,
        ).format(count=left)
    return says
