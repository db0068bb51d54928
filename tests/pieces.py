"""Made-up tables with many habits, cut into pieces."""

import csv
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

HEADINGS = ("country", "period", "area")
PLACES = ["Kenya", "Mali", "Côte d'Ivoire", "Kosovo and FYROM", "Sudan", "Nowhere", "Timor-Leste"]
PERIODS = [
    "1999 - 2001", "2004", "2003 - ", "1999 - 2001; 2006", "2005 - ?", "May 2004 - 3 June 2006", "soon",
    "22001 - 2003", "2001-03-05 - 2002-02-28", "2007 - 2009", "1998 - ongoing",
]  # fmt: skip


def write_pieces(folder: Path, rows: Sequence[Sequence[str]], cuts: Sequence[int], kind: str) -> Path:
    """Write rows of country, period and area into a new folder, cut before the rows that `cuts` name; the folder."""
    folder.mkdir()
    bounds = sorted({0, len(rows), *(cut for cut in cuts if cut < len(rows))})
    for number, (first, last) in enumerate(pairwise(bounds)):
        path = folder / f"part-{number}.{kind}"
        if kind == "csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([HEADINGS, *rows[first:last]])
        else:
            columns = zip(*rows[first:last], strict=True)
            pq.write_table(pa.table(dict(zip(HEADINGS, map(list, columns), strict=True))), path)
    return folder


def same_answers(found: Any, expected: Any, name: str) -> None:
    """Fail where two answers of a question differ, to the last digit; the numbers of rows in a frame are no matter."""
    if isinstance(expected, pd.DataFrame):
        reset = [frame.reset_index(drop=True) for frame in (found, expected)]
        pd.testing.assert_frame_equal(*reset, check_dtype=False, check_exact=True, obj=name)
    elif isinstance(expected, pd.Series):
        pd.testing.assert_series_equal(found, expected, check_dtype=False, check_names=False, obj=name)
    elif isinstance(expected, np.ndarray):
        np.testing.assert_array_equal(found, expected, name)
    elif is_dataclass(expected):
        for field in fields(expected):
            same_answers(getattr(found, field.name), getattr(expected, field.name), f"{name}.{field.name}")
    elif isinstance(expected, dict):
        assert list(found) == list(expected), name
        for key, value in expected.items():
            same_answers(found[key], value, f"{name}[{key}]")
    elif isinstance(expected, list | tuple):
        assert len(found) == len(expected), name
        for one, other in zip(found, expected, strict=True):
            same_answers(one, other, name)
    else:
        assert found == expected or (found != found and expected != expected), name
