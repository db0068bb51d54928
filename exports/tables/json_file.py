"""A view as JSON: its facts and its rows, in which a list is a list."""

import json
from collections.abc import Iterator

import pandas as pd

from analysis.counts.ask import ask
from analysis.views.row_parts import PART_ROWS, list_row_parts
from analysis.views.rows import list_cell_parts
from exports.facts import machine_facts
from exports.handover import Handover


def operations_json(handover: Handover) -> bytes:
    """An object with `about`, the facts of the view, and `operations`, its rows by column code."""
    return b"".join(json_parts(handover))


def json_parts(handover: Handover, each: int = PART_ROWS) -> Iterator[bytes]:
    """The same as `operations_json`, so many rows at a time, that it can be sent while it is written."""
    about = json.dumps(machine_facts(handover), ensure_ascii=False, indent=1)
    yield f'{{"about": {about},\n"operations": ['.encode()
    for number, all_rows in enumerate(list_row_parts(handover.selected, handover.sort, handover.descending, each)):
        rows = listed_rows(handover, all_rows)
        # pandas writes the rows ten times as fast as the json module, with null for what is missing.
        part = rows.to_json(orient="records", force_ascii=False, double_precision=12)
        yield (("," if number else "") + part[1:-1]).encode()
    yield b"]}\n"


def listed_rows(handover: Handover, all_rows: pd.DataFrame) -> pd.DataFrame:
    """Some rows of a view with its columns, lists where a cell lists several, the current name beside the printed one.

    all_rows: they with every column there is.
    """
    rows, parts = all_rows[list(handover.columns)], ask(handover.selected, list_cell_parts)
    rows = rows.assign(**{column: rows[column].map(parts[column]) for column in parts if column in rows})
    if "country" in rows:
        rows = rows.rename(columns={"country": "country_printed"})
        rows.insert(rows.columns.get_loc("country_printed"), "country", all_rows["name"])
    return rows
