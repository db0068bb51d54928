"""Axes of counts have whole numbers, each once."""

import pytest

from charts.common.years import count_axis


@pytest.mark.parametrize("highest", [0, 1, 2, 5])
def test_a_short_axis_steps_by_one(highest):
    axis = count_axis(highest)
    assert (axis["tick0"], axis["dtick"]) == (0, 1) and "nticks" not in axis


@pytest.mark.parametrize("highest", [6, 24, 40_000])
def test_a_long_axis_has_a_few_steps(highest):
    axis = count_axis(highest)
    assert axis["nticks"] == 6 and "dtick" not in axis
