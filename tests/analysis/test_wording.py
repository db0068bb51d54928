import math

import pytest

from analysis.wording import say_years, show_years


@pytest.mark.parametrize(
    ("duration", "status", "shown", "said"),
    [
        (2.0, "", "2", "2 years"),
        (1.0, "closed", "1", "1 year"),
        (1.0, "ongoing", "1+", "1+ years"),
        (2.46, "", "2.5", "2.5 years"),
        (0.0, "", "0", "0 years"),
        (math.nan, "ongoing", "–", "–"),
        (None, "", "–", "–"),
    ],
)
def test_a_duration_is_written_one_way(duration, status, shown, said):
    assert (show_years(duration, status), say_years(duration, status)) == (shown, said)
