import math

import pytest

from analysis.wording import all_names, say_peak_years, say_years, show_years


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


def test_a_name_that_is_a_list_is_told_from_the_list_that_it_stands_in():
    assert all_names(["Water, Hygiene", "Health"]) == "“Water, Hygiene” and Health"
    assert all_names(["Food and Seeds", "Health", "Roads"]) == "“Food and Seeds”, Health and Roads"
    assert all_names(["Water, Hygiene"]) == "Water, Hygiene"
    assert all_names(["Sandals"]) == "Sandals" and all_names([]) == ""


def test_few_years_are_named_and_many_counted():
    assert say_peak_years([2004, 2005, 2006]) == "2004, 2005 and 2006"
    assert say_peak_years([2001, 2002, 2003, 2004]) == "4 years, the first 2001"
