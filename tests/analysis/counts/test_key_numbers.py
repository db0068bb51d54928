from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers, say_half, show_peak


def test_the_key_numbers_of_the_leaflet(choose_built_in):
    key = ask(choose_built_in(), find_key_numbers)
    assert (key.operations, key.total, key.not_started) == (32, 32, 0)
    assert (key.territories, key.regions, key.spells) == (33, 4, 33)
    assert (key.ongoing, key.closed, key.unknown) == (21, 11, 0)
    assert (key.years_total, key.years_mean, key.years_left_out) == (176.0, 5.5, 0)
    assert (key.peak, show_peak(key)) == ((2004, 24), "24, in 2004")
    assert (key.survival.median, key.survival.median_is) == (None, "not-reached")


def test_a_median_is_reached_or_there_are_too_few_periods_for_one(choose):
    five = ask(choose([("Mali", "2000 - 2001", "CS")] * 5), find_key_numbers).survival
    assert (five.median, five.median_is) == (2.0, "reached")
    assert ask(choose([("Mali", "2000", "CS")]), find_key_numbers).survival.median_is == "too-few"


def test_what_is_not_known_is_left_out_of_years_and_counted(choose):
    key = ask(choose([("Mali", "2000 - 2001", "CS"), ("Chad", "2003 - ?", ""), ("Kenya", "", "")]), find_key_numbers)
    assert (key.years_total, key.years_mean, key.years_left_out) == (2.0, 2.0, 2)
    assert (key.closed, key.unknown, key.first_year) == (1, 2, 2000)


def test_nothing_has_no_peak_and_no_mean(choose):
    key = ask(choose([("Mali", "2000", "CS")], search="nowhere"), find_key_numbers)
    assert (key.operations, key.total, key.peak, key.years_mean, key.first_year) == (0, 1, None, None, None)
    assert show_peak(key) == "–"


def test_how_long_periods_last_is_said_in_words(choose, choose_built_in):
    five, one = [("Mali", "2000 - 2001", "CS")] * 5, [("Mali", "2000", "CS")]
    says = [
        say_half(ask(chosen, find_key_numbers).survival) for chosen in (choose(five), choose(one), choose_built_in())
    ]
    assert says == ["half end within 2 years", "too few to say", "fewer than half have ended"]
