"""The chart of a territory's page: its operations and spells on a small timeline."""

from analysis.selection.select import Selected
from analysis.table.vocabulary import year_span
from analysis.text import _, ngettext
from analysis.views.events import list_events
from analysis.views.rows import operation_rows, say_years, show_status
from analysis.views.territory.territory import own_numbers
from analysis.views.timeline import lay_out_timeline
from charts.common.chart import Chart
from charts.common.years import year_room
from charts.timeline.figure import operation_timeline

MOST_OPERATIONS = 20


def own_timeline(own: Selected) -> Chart:
    """A line for each operation of a territory, the first of them where there are many, with the dated facts."""
    timeline = lay_out_timeline(own, "start", "none", most=MOST_OPERATIONS)
    span = year_room(*year_span(own.snapshot.table))
    events = list_events(own.snapshot.table.reference)
    about = events["iso3"].map(lambda codes: bool(set(codes.split(";")) & set(own.selection.territory))).astype(bool)
    lines, bars = timeline.lines, timeline.bars
    titles = {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "period_read": _("Period as read"),
        "source_line": _("Line"),
    }
    return Chart(
        operation_timeline(timeline, "status", span, events[about & events["moment"].between(*span)]),
        _timeline_sentence(own, len(bars)),
        lines[list(titles)].rename(columns=titles),
        clickable=True,
    )


def _timeline_sentence(own: Selected, bars: int) -> str:
    rows = operation_rows(own.snapshot, own_numbers(own, 1))
    if own.count == 1 and len(rows):
        row = rows.iloc[0]
        spells = ngettext("{count} spell", "{count} spells", bars).format(count=bars)
        return _("{period}: {status}, {years} in {spells}.").format(
            period=row["period_read"], status=show_status(row["status"]),
            years=say_years(row["duration_years"], row["status"]), spells=spells,
        )  # fmt: skip
    ongoing = int((own.operations["status"] == "ongoing").sum())
    return _("{ongoing} of {count} operations are ongoing as of {date}.").format(
        ongoing=ongoing, count=own.count, date=own.snapshot.as_of.isoformat()
    )
