"""Rows of small tables as plain values."""

from typing import NamedTuple

import pandas as pd

from analysis.records import as_records, titled

ROWS = pd.DataFrame({"place": ["Mali", "Sudan"], "years": [2.5, 3.0], "count": [1, 2]})


class _Row(NamedTuple):
    count: int
    place: str


def test_each_row_is_a_record_of_the_columns_that_it_names():
    assert as_records(ROWS, _Row) == [_Row(1, "Mali"), _Row(2, "Sudan")]
    assert as_records(ROWS.head(0), _Row) == []


def test_columns_stand_in_the_order_of_their_titles_under_them():
    expected = pd.DataFrame({"How many": [1, 2], "Where": ["Mali", "Sudan"]})
    pd.testing.assert_frame_equal(titled(ROWS, {"count": "How many", "place": "Where"}), expected)
