"""The one sentence of a selection: how much of it still runs, and when most of it ran."""

import pytest

from analysis.counts.ask import ask
from analysis.findings.headline import say_headline
from analysis.wording import say_peak_years

KENYA, MALI = ("Kenya", "1999 - on going", "CS"), ("Mali", "2001 - 2003", "CS")
HAITI, CHAD = ("Haiti", "2005 - 2006", "CS"), ("Chad", "2005 - on going", "CS")


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([KENYA, MALI, HAITI], "1 still runs; most at once, 2, ran in 5 years, the first 2001."),
        ([MALI, HAITI, ("Benin", "2003 - 2004", "CS")], "None still runs; most at once, 2, ran in 2003."),
        ([KENYA, CHAD, ("Togo", "2001 - on going", "CS")], "All still run."),
        ([KENYA, CHAD, MALI, HAITI], "2 still run; most at once, 3, ran in 2005 and 2006."),
        ([KENYA], "It still runs."),
        ([MALI], "It runs no more."),
        ([("Mali", "2001 - unknown", "CS")], ""),
        ([MALI, ("Togo", "1990", "CS")], "None still runs."),
    ],
)
def test_the_headline(choose, rows, says):
    assert ask(choose(rows), say_headline) == says


def test_nothing_chosen_has_none(choose):
    assert ask(choose([KENYA, MALI], activity=("DDR",)), say_headline) == ""


def test_the_leaflet(choose_built_in):
    assert ask(choose_built_in(), say_headline) == "21 still run; most at once, 24, ran in 2004."


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ([2004], "2004"),
        ([2004, 2005], "2004 and 2005"),
        ([2001, 2002, 2003], "2001, 2002 and 2003"),
        ([1999, 2001, 2002, 2003], "4 years, the first 1999"),
    ],
)
def test_years_that_share_the_peak_are_named_where_they_are_few(years, says):
    assert say_peak_years(years) == says
