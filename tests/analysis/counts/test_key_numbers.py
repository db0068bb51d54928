from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers, say_half, show_median, show_peak
from analysis.wording import say_years


def test_the_key_numbers_of_the_leaflet(choose_built_in):
    key = ask(choose_built_in(), find_key_numbers)
    assert (key.operations, key.total, key.not_started) == (32, 32, 0)
    assert (key.territories, key.regions, key.spells) == (33, 4, 33)
    assert (key.ongoing, key.closed, key.unknown) == (21, 11, 0)
    assert (key.years_total, key.years_mean, key.years_left_out) == (176.0, 5.5, 0)
    assert (key.peak, show_peak(key)) == ((2004, 24), "24, in 2004")
    assert show_median(key.survival) == "not reached"


def test_a_median_is_written_as_asked_and_few_spells_say_nothing(choose):
    five = ask(choose([("Mali", "2000 - 2001", "CS")] * 5), find_key_numbers)
    assert (show_median(five.survival), show_median(five.survival, say_years)) == ("2", "2 years")
    assert show_median(ask(choose([("Mali", "2000", "CS")]), find_key_numbers).survival) == "too few to say"


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
