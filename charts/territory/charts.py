"""The chart of a territory's page: its operations and spells on a small timeline."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from analysis.records import titled
from analysis.text import _, ngettext
from analysis.views.rows import label_titles, show_status
from analysis.views.timeline import Timeline
from analysis.wording import say_years
from charts.common.axes import year_room
from charts.common.chart import Chart
from charts.territory.events import tell_events
from charts.timeline.charts import ongoing_statement
from charts.timeline.figure import key_in_picture, operation_timeline

MOST_OPERATIONS = 20


def own_timeline(
    timeline: Timeline, events: pd.DataFrame, year_span: tuple[int, int], territories: Collection[str], statement: str
) -> Chart:
    """A line for each operation of a territory, the first of them where there are many, with its dated facts."""
    span, named = year_room(*year_span), set(territories)
    about = events["iso3"].map(lambda codes: bool(set(codes.split(";")) & named)).astype(bool)
    titles = label_titles(timeline.lines) | {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "period_read": _("Period as read"),
        "source_line": _("Line"),
    }
    told = events[about & events["moment"].between(*span)]
    figure = operation_timeline(timeline, "status", span, told.head(0))
    return Chart(
        tell_events(figure, told, span, len(timeline.lines)),
        statement,
        titled(timeline.lines, titles),
        opens=tuple(timeline.lines["source_line"].astype(int).astype(str)),
        key=key_in_picture(timeline, "status"),
    )


def own_statement(timeline: Timeline, count: int, ongoing: int, as_of: date) -> str:
    """How the one operation of a territory stands, or how many of several are ongoing."""
    if count == 1:
        row, bars = timeline.lines.iloc[0], len(timeline.bars)
        spells = ngettext("{count} period", "{count} periods", bars).format(count=bars)
        return _("{period}: {status}, {years} in {spells}.").format(
            period=row["period_read"], status=show_status(row["status"]),
            years=say_years(row["duration_years"], row["status"]), spells=spells,
        )  # fmt: skip
    return ongoing_statement(ongoing, count, as_of)
