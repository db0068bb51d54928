"""How many operations lasted how long, against tables worked out by hand."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.counts.ask import ask
from analysis.counts.durations.operations import (
    count_operation_durations,
    count_whole_years,
    plain_number,
    summarise_durations,
)

ROWS = [
    ("Kenya", "2000 - 2001; 2004", "CS"),
    ("Mali", "2002 - on going", "CS"),
    ("Chad", "1996 - 2000", "DDR"),
    ("Haiti", "2006", "CS"),
    ("Benin", "2003 - 2005", "CS"),
    ("Niger", "2001 - unknown", "CS"),
    ("Sudan", "soon", "CS"),
]


def durations(rows: list[tuple[float, int, int]]) -> pd.DataFrame:
    """A count table of durations from its rows."""
    return pd.DataFrame(rows, columns=["duration_years", "closed", "ongoing"])


def test_operations_are_counted_by_how_long_they_lasted(choose):
    expected = durations([(1.0, 1, 0), (3.0, 2, 0), (5.0, 1, 1)])
    assert_frame_equal(ask(choose(ROWS), count_operation_durations), expected)


def test_only_the_operations_that_are_chosen_are_counted(choose):
    selected = choose(ROWS, activity=("DDR",))
    assert_frame_equal(ask(selected, count_operation_durations), durations([(5.0, 1, 0)]))


def test_none_with_a_duration_is_an_empty_table(choose):
    selected = choose([("Niger", "2001 - unknown", "CS"), ("Sudan", "soon", "CS")])
    assert_frame_equal(ask(selected, count_operation_durations), durations([]), check_dtype=False)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], [(0, 0, 0)]),
        ([(0.0, 1, 0), (0.99, 2, 1)], [(0, 3, 1)]),
        ([(1.0, 1, 0), (3.5, 2, 4), (3.9, 1, 0)], [(0, 0, 0), (1, 1, 0), (2, 0, 0), (3, 3, 4)]),
    ],
)
def test_whole_years_run_without_gaps_from_nought(counts, expected):
    whole = count_whole_years(durations(counts).astype({"closed": int, "ongoing": int}))
    assert whole.to_numpy().tolist() == [list(row) for row in expected]
    assert whole.columns.tolist() == ["years", "closed", "ongoing"]


def test_durations_are_summed_up_without_those_not_known(choose):
    assert summarise_durations(choose(ROWS)) == {"mean": 3.4, "median": 3.0, "total": 17.0, "left_out": 2}
    assert summarise_durations(choose([("Sudan", "soon", "CS")])) == {
        "mean": None,
        "median": None,
        "total": 0.0,
        "left_out": 1,
    }


def test_a_plain_number_has_no_noise_in_its_last_digits():
    assert (plain_number(0.1 + 0.2), plain_number(float("nan")), plain_number(1.123456789012)) == (
        0.3,
        None,
        1.123456789012,
    )
