"""Axes whose numbers are whole: years, counts and percents."""

from itertools import count

from analysis.writing import say_number

_FEW = 6
_MOST_LABELS = 7
_GRID = "rgba(128,128,128,0.2)"


def year_axis(years: list[int]) -> dict:
    """An axis of bars by year; years are years, never 2,004 or 2004.5, and few of them leave room at both sides."""
    if len(years) > _FEW:
        ticks: dict = {"nticks": 8}
    else:
        middle = (years[0] + years[-1]) / 2 if years else 0
        ticks = {"tickvals": years, "range": [middle - _FEW / 2, middle + _FEW / 2]}
    return {"tickangle": 0, "tickformat": "d", "fixedrange": True, "showgrid": False, "zeroline": False, **ticks}


def year_room(first: int, last: int) -> tuple[float, float]:
    """The first and last moment of an axis of years, with room for what goes on; one year alone does not fill it."""
    first = min(first, last - _FEW + 1)
    return (first - 0.5, last + 1 + max(0.8, (last - first) * 0.04))


def time_axis(span: tuple[float, float]) -> dict:
    """An axis of moments in years, the same wherever a chart stands under the timeline.

    A year lasts from its number to the next one, so its name stands in the middle between them, and a line where it
    begins.
    """
    years = named_years(span)
    ticks = {"tickvals": [year + 0.5 for year in years], "ticktext": [str(year) for year in years]}
    lines = {"tickvals": years, "showgrid": True, "gridcolor": _GRID}
    return {
        "range": list(span),
        **ticks,
        "minor": lines,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def named_years(span: tuple[float, float]) -> list[int]:
    """The years that an axis of time names: whole steps of them, as many as there is room for."""
    first, last = int(span[0] + 0.999), int(span[1] - 1)
    step = _step(last - first + 1, _MOST_LABELS)
    return [year for year in range(first, last + 1) if year % step == 0]


def elapsed_axis(span: tuple[float, float]) -> dict:
    """An axis of years that have gone by, from zero."""
    step = _step(int(span[1]) + 1, _MOST_LABELS)
    return {"range": list(span), "tick0": 0, "dtick": step, **_plain()}


def count_axis(highest: float) -> dict:
    """An axis of whole counts from zero up to the highest."""
    # Left alone, plotly marks halves on a short axis, and each whole number would stand there twice.
    steps = {"tick0": 0, "dtick": 1} if highest < _FEW else {"nticks": _FEW}
    return {"rangemode": "tozero", **steps, **_plain()}


def share_ticks() -> dict:
    """A tick at each fifth of a whole, as the language in force writes percents."""
    shares = [fifth / 5 for fifth in range(6)]
    return {"tickvals": shares, "ticktext": [say_number(f"{share:.0%}") for share in shares]}


def two_way_axis(up: int, down: int) -> dict:
    """An axis of whole counts above a line and below it, where they are counts as well."""
    step = _step(up + down + 1, _FEW)
    ticks = range(-(down // step) * step, up + 1, step)
    return {"tickvals": list(ticks), "ticktext": [str(abs(tick)) for tick in ticks], **_plain()}


def _plain() -> dict:
    return {"tickformat": "d", "gridcolor": _GRID, "zeroline": False, "fixedrange": True}


def _step(length: int, most: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 and so on that parts a length into so many pieces at most."""
    return next(factor * 10**power for power in count() for factor in (1, 2, 5) if factor * 10**power * most >= length)
