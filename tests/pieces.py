"""Made-up tables with many habits, cut into pieces."""

import csv
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

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
