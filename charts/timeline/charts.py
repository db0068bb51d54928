"""The charts of the page of the timeline, each with the statement it makes."""

import math
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pandas as pd

from analysis.records import titled
from analysis.selection.implied import NOTHING, Implied
from analysis.selection.settings import TimelineSettings
from analysis.text import _, ngettext
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR
from analysis.views.rows import show_status
from analysis.views.timeline import Timeline
from analysis.wording import say_peak_years
from analysis.writing import say_date
from charts.common.axes import year_room
from charts.common.chart import Chart
from charts.common.years import year_flow
from charts.timeline.figure import LEFT_MARGIN, WHOLE_PAGE, Look, key_in_picture, key_of_events, operation_timeline


def timeline_chart(
    timeline: Timeline,
    settings: TimelineSettings,
    events: pd.DataFrame,
    year_span: tuple[int, int],
    chosen_years: tuple[int, int] | None,
    activity_colours: dict[str, str],
    statement: str,
    look: Look = WHOLE_PAGE,
    activity_names: Mapping[str, str] = MappingProxyType({}),
) -> Chart:
    """The timeline, saying a statement and how many lines there is no room for."""
    says = statement
    if timeline.more:
        says += " " + ngettext(
            "{count} more line is not shown.",
            "{count} more lines are not shown: filter, or sort otherwise.",
            timeline.more,
        ).format(count=timeline.more)
    span = since_start_span(timeline.bars) if timeline.since_start else year_room(*year_span)
    return Chart(
        operation_timeline(timeline, settings.colour, span, events, chosen_years, activity_colours, look),
        says,
        _bar_table(timeline),
        counts_overlap=settings.group not in ("none", "region"),
        opens=tuple(_opens(timeline)),
        years=None if timeline.since_start else 0.0,
        key=key_in_picture(timeline, settings.colour, activity_colours, activity_names) + key_of_events(events),
    )


def ongoing_statement(ongoing: int, count: int, as_of: date, implied: Implied = NOTHING) -> str:
    """How many of the operations are ongoing; only how many there are where that was asked for."""
    if not count:
        return _("Nothing to count here.")
    if implied.status:
        text = ngettext("The periods of {count} operation.", "The periods of {count} operations.", count)
    elif count == 1:
        text = (
            _("The operation shown here is ongoing as of {date}.")
            if ongoing
            else _("The operation shown here is not ongoing as of {date}.")
        )
    elif ongoing == count:
        text = _("All {count} operations shown here are ongoing as of {date}.")
    elif not ongoing:
        text = _("None of the {count} operations shown here is ongoing as of {date}.")
    else:
        text = ngettext(
            "{ongoing} of {count} operations is ongoing as of {date}.",
            "{ongoing} of {count} operations are ongoing as of {date}.",
            ongoing,
        )
    return text.format(ongoing=ongoing, count=count, date=say_date(as_of))


def flow_chart(
    counts: pd.DataFrame,
    year_span: tuple[int, int],
    chosen_years: tuple[int, int] | None,
    implied: Implied = NOTHING,
) -> Chart:
    """Active operations each year (`count_years`) on the timeline's axis, with starts and ends.

    implied: what the filters say of the years of start.
    """
    says = _say_starts(counts, implied)
    titles = {"year": _("Year"), "active": _("Active"), "started": _("Started"), "ended": _("Ended")}
    figure = year_flow(counts, year_room(*year_span), LEFT_MARGIN, chosen_years)
    return Chart(figure, says, titled(counts, titles), key=flow_key(), years=0.0)


def _say_starts(counts: pd.DataFrame, implied: Implied) -> str:
    """In which years most operations started, and how many."""
    most = int(counts["started"].max()) if len(counts) else 0
    if not most:
        return _("No operation has a period that could be read.")
    if implied.year is not None:
        return _("Operations that ran, started and ended in each year.")
    if most == 1:
        return _("Never more than one operation started in a year.")
    years = counts.loc[counts["started"] == most, "year"].tolist()
    return _("The most starts in a year: {count}, in {years}.").format(count=most, years=say_peak_years(years))


def flow_key() -> tuple[tuple[str, str, str], ...]:
    """What the bars of the years mean, as (mark, colour, name); a pale bar is seen by its edge, and so is its mark."""
    return (
        ("□", MAIN_COLOUR, _("active")),
        ("■", MAIN_COLOUR, _("started")),
        ("■", OTHER_COLOUR, _("ended, below the line")),
    )


def since_start_span(bars: pd.DataFrame) -> tuple[float, float]:
    """The first and last moment of an axis of years since the first start, with room for what goes on."""
    return (0.0, float(bars["end"].max()) * 1.06 if len(bars) else 1.0)


def events_in(events: pd.DataFrame, year_span: tuple[int, int]) -> pd.DataFrame:
    """The dated facts of the time that an axis of these years spans."""
    return events[events["moment"].between(*year_room(*year_span))]


def _opens(timeline: Timeline) -> list[str]:
    """The line of the source of each bar."""
    return [str(int(timeline.by_line[bar.line].source_line)) for bar in timeline.each_bar]


def _bar_table(timeline: Timeline) -> pd.DataFrame:
    rows = [timeline.by_line[bar.line] for bar in timeline.each_bar]
    called = {_("Operation"): [row.label for row in rows]} if any(row.label != row.name for row in rows) else {}
    return pd.DataFrame(
        called
        | {
            _("Country or territory"): [row.name for row in rows],
            _("Region"): [_(row.region) for row in rows],
            _("Activities"): [row.activities for row in rows],
            _("Printed period"): [row.period for row in rows],
            **_bar_times(timeline),
            _("Status"): [show_status(bar.status) for bar in timeline.each_bar],
        }
    )


def _bar_times(timeline: Timeline) -> dict[str, list]:
    """First and last year of each bar, none where it goes on; on an axis of years since the start, those years."""
    bars = timeline.each_bar
    if timeline.since_start:
        return {
            _("Years from"): [round(bar.start, 3) for bar in bars],
            _("Years to"): [round(bar.end, 3) for bar in bars],
        }
    # A bar ends with the moment after its last day.
    last = [str(math.ceil(bar.end) - 1) if bar.status == "closed" else "" for bar in bars]
    return {_("First year"): [int(bar.start) for bar in bars], _("Last year"): last}
