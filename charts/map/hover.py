"""The text beside each point of the map."""

from typing import NamedTuple

import pandas as pd

from analysis.records import as_records
from analysis.text import _, ngettext
from charts.common.style import escape


class MapPoint(NamedTuple):
    """A point of the map as its hover tells it: columns of `count_points`."""

    iso3: str
    name: str
    operations: int
    chosen: bool
    same_operation: tuple[str, ...]


class Listed(NamedTuple):
    """An operation beside a point: the columns of `list_point_operations`."""

    iso3: str
    country: str
    period: str
    activities: tuple[str, ...]


def hover_texts(points: pd.DataFrame, operations: pd.DataFrame) -> list[str]:
    """For each point its name, its first operations with period and activities, and what shares one with it."""
    listed: dict[str, list[Listed]] = {}
    for row in as_records(operations, Listed):
        listed.setdefault(row.iso3, []).append(row)
    shown = as_records(points, MapPoint)
    names = {point.iso3: point.name for point in shown}
    return [_hover(point, listed.get(point.iso3, []), names) for point in shown]


def _hover(point: MapPoint, operations: list[Listed], names: dict[str, str]) -> str:
    lines = [f"<b>{escape(point.name)}</b>"]
    lines += [_operation(row, named=row.country != point.name) for row in operations]
    if (more := point.operations - len(operations)) > 0:
        lines.append(ngettext("and {count} more operation", "and {count} more operations", more).format(count=more))
    if others := [escape(names.get(code, code)) for code in point.same_operation]:
        template = _("One operation with {names}") if point.chosen else _("Drawn as the same operation as {names}")
        lines.append(template.format(names=_(", ").join(others)))
    return "<br>".join(lines)


def _operation(row: Listed, named: bool) -> str:
    facts = _("{period}: {activities}").format(
        period=escape(row.period), activities=escape(_(", ").join(row.activities)) or _("no activity given")
    )
    return f"{escape(row.country)}, {facts}" if named else facts
