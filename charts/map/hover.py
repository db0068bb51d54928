"""The text beside each point of the map."""

import pandas as pd

from analysis.text import _, ngettext
from charts.common.style import escape


def hover_texts(points: pd.DataFrame, operations: pd.DataFrame) -> list[str]:
    """For each point its name, its first operations with period and activities, and what shares one with it."""
    listed = {code: list(rows) for code, rows in _group(operations)}
    names = points.set_index("iso3")["name"].to_dict()
    return [_hover(point, listed.get(point.iso3, []), names) for point in points.itertuples(index=False)]


def _group(operations: pd.DataFrame):
    rows: dict[str, list] = {}
    for row in operations.itertuples(index=False):
        rows.setdefault(row.iso3, []).append(row)
    return rows.items()


def _hover(point, operations: list, names: dict[str, str]) -> str:
    lines = [f"<b>{escape(point.name)}</b>"]
    lines += [_operation(row, named=row.country != point.name) for row in operations]
    if (more := point.operations - len(operations)) > 0:
        lines.append(ngettext("and {count} more operation", "and {count} more operations", more).format(count=more))
    if others := [escape(names.get(code, code)) for code in point.same_operation]:
        template = _("One operation with {names}") if point.chosen else _("Drawn as the same operation as {names}")
        lines.append(template.format(names=_(", ").join(others)))
    return "<br>".join(lines)


def _operation(row, named: bool) -> str:
    facts = _("{period}: {activities}").format(
        period=escape(row.period), activities=escape(_(", ").join(row.activities)) or _("no activity given")
    )
    return f"{escape(row.country)}, {facts}" if named else facts
