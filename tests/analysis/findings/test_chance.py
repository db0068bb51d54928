"""The closed formula of chance against scipy's hypergeometric distribution."""

import numpy as np
import pytest
from scipy.stats import hypergeom

from analysis.findings.chance import chance_of


@pytest.mark.parametrize(("total", "first", "second"), [(32, 13, 18), (10, 10, 3), (7, 5, 6), (40, 3, 30), (1, 1, 1)])
def test_chance_is_the_tail_on_the_side_of_the_count(total, first, second):
    counts = np.arange(max(0, first + second - total), min(first, second) + 1)
    drawn = hypergeom(total, first, second)
    fewer = counts * total < first * second
    expected = np.where(fewer, drawn.cdf(counts), drawn.sf(counts - 1))
    assert chance_of(counts, first, second, total) == pytest.approx(expected)


def test_chance_in_a_long_table_is_never_too_small_and_close_where_it_is_small():
    drawn = hypergeom(1_000_000, 300_000, 500_000)
    counts = np.array([150_000, 150_500, 151_500])
    chances, expected = chance_of(counts, 300_000, 500_000, 1_000_000), drawn.sf(counts - 1)
    assert (chances >= expected * (1 - 1e-6)).all()
    assert chances[1:] == pytest.approx(expected[1:], rel=0.01)
