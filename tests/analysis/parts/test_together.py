"""What was asked on an occasion before is expected to be asked there again."""

from analysis.parts.together import Together, on_occasion, set_occasion


def one() -> int:
    """A question."""
    return 1


def two() -> int:
    """Another question."""
    return 2


def test_questions_of_the_last_views_on_an_occasion_are_expected_there():
    together = Together()
    set_occasion("map")
    together.note("Africa", (one, ()))
    together.note("Africa", (two, (3,)))
    assert together.expected() == [(one, ()), (two, (3,))]
    set_occasion("durations")
    assert together.expected() == []
    together.note("Africa", (one, (4,)))
    with on_occasion(two):
        together.note("Asia", (two, ()))
        assert together.expected() == [(one, (4,)), (two, ())]
    set_occasion("another page")
    with on_occasion(two):
        assert together.expected() == [(two, ())]


def test_what_the_last_four_views_were_not_asked_is_expected_no_more():
    together = Together()
    set_occasion("map")
    together.note("Africa", (one, ()))
    for view in ("Asia", "Europe", "Americas", "Oceania"):
        together.note(view, (two, ()))
    assert together.expected() == [(two, ())]
