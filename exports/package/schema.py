"""Table Schema for the tables of a package (https://specs.frictionlessdata.io/table-schema/)."""

import pandas as pd

from analysis.text import _
from exports.tables.safe_cells import safe_cell


def table_resource(name: str, rows: pd.DataFrame, titles: dict[str, str]) -> dict:
    """The Data Package resource of a table that is written as {name}.csv."""
    schema = {
        "fields": [_field(column, rows[column], titles) for column in rows.columns],
        "missingValues": [""],
    }
    if name == "operations":
        schema["primaryKey"] = ["source_line"]
    else:
        reference = {"resource": "operations", "fields": ["source_line"]}
        schema["foreignKeys"] = [{"fields": ["source_line"], "reference": reference}]
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _field(column: str, values: pd.Series, titles: dict[str, str]) -> dict:
    return {
        "name": safe_cell(column),
        "type": _field_type(column, values),
        "title": _(titles[column]) if column in titles else column,
    }


def _field_type(column: str, values: pd.Series) -> str:
    if column in ("start", "end"):
        return "date"
    if pd.api.types.is_integer_dtype(values.dtype):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(values.dtype) else "string"
