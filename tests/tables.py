"""Small tables written out as rows, and selections of them."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from analysis.reading.reference import load_reference
from analysis.table.build import build_table
from analysis.table.load import hash_content
from analysis.table.table import Table

END_OF_2006 = date(2006, 12, 31)


def make_table(rows: Iterable[Sequence[str]], as_of: date | None = END_OF_2006, further: Sequence[str] = ()) -> Table:
    """The table of rows of country, period and area, then of the further columns, its first row on line 2."""
    operations = pd.DataFrame(rows, columns=["country", "period", "area", *further], dtype="str")
    operations.insert(0, "line", range(2, 2 + len(operations)))
    # Answers are kept by it, so that two tables never share one.
    content_hash = hash_content(repr((operations.to_csv(index=False), as_of)))
    return build_table(operations, load_reference(), as_of, "A table", "a.csv", content_hash)
