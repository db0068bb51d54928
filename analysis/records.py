"""Rows of a small table as plain values, for whoever puts them into words or draws them one by one."""

from typing import TypeVar

import pandas as pd

Record = TypeVar("Record", bound=tuple)


def as_records(rows: pd.DataFrame, record: type[Record]) -> list[Record]:
    """Each row as a named tuple of the columns that its fields name.

    `itertuples` makes a type for each table, which costs more than the rows of a small one.
    """
    columns = (rows[name].tolist() for name in record._fields)  # type: ignore[attr-defined]
    return [record(*values) for values in zip(*columns, strict=True)]


def titled(rows: pd.DataFrame, titles: dict[str, str]) -> pd.DataFrame:
    """The columns that `titles` names by code, in its order, each under its title."""
    return pd.DataFrame({title: rows[code].array for code, title in titles.items()})
