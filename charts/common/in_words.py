"""A chart in words, for those who do not see it: its kind, and how it runs or what its values are."""

from itertools import pairwise

from analysis.text import N_, _
from charts.common.style import Figure

# As many as one listens to; the table has all.
_MOST_VALUES = 6
_CODES = ("Code", "ISO3")
_KINDS = {
    "choropleth": N_("Map."),
    "scattergeo": N_("Map."),
    "bar": N_("Bar chart."),
    "lines": N_("Line chart."),
    "scatter": N_("Chart of marks."),
}


def describe_chart(figure: Figure, columns: list[str], rows: list[list]) -> str:
    """The kind of a figure and what the plain rows behind it say: "Bar chart. Operations: Africa 13, Asia 13."

    Rows along an axis of numbers are told by their first, highest and last value.
    """
    numbers = [place for place, value in enumerate(rows[0] if rows else []) if _is_number(value)]
    if not numbers or not figure["data"]:
        return ""
    told = _trend(columns, rows, numbers) if _runs_on(rows, numbers) else _values(columns, rows, numbers[0])
    return f"{_kind(figure)} {told}"


def _kind(figure: Figure) -> str:
    first = figure["data"][0]
    if "base" in first:
        return _("Timeline.")
    drawn_as = "lines" if "lines" in first.get("mode", "") else first["type"]
    return _(_KINDS[drawn_as])


def _runs_on(rows: list[list], numbers: list[int]) -> bool:
    """Whether the first column is an axis: a number that grows from row to row, beside another number."""
    axis = [row[0] for row in rows]
    return numbers[0] == 0 and len(numbers) > 1 and len(rows) > 1 and all(a < b for a, b in pairwise(axis))


def _trend(columns: list[str], rows: list[list], numbers: list[int]) -> str:
    measured = [(row[0], row[numbers[1]]) for row in rows if _is_number(row[numbers[1]])]
    most = max(measured, key=lambda point: point[1])
    return _("{measure}, {axis} {start} to {end}: first {first}, highest {most} ({peak}), last {last}.").format(
        measure=columns[numbers[1]],
        axis=columns[0],
        start=_say(measured[0][0]),
        end=_say(measured[-1][0]),
        first=_say(measured[0][1]),
        most=_say(most[1]),
        peak=_say(most[0]),
        last=_say(measured[-1][1]),
    )


def _values(columns: list[str], rows: list[list], number: int) -> str:
    # A code says less than the name beside it.
    named = [place for place, title in enumerate(columns[:number]) if title not in map(_, _CODES)]
    told = [f"{row[named[0]]} {_say(row[number])}" if named else _say(row[number]) for row in rows[:_MOST_VALUES]]
    listed = _("{measure}: {values}.").format(measure=columns[number], values=_(", ").join(told))
    more = len(rows) - len(told)
    return listed + " " + _("The table has {count} more.").format(count=more) if more else listed


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _say(value: float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
