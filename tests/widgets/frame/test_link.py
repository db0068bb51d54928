"""What a run takes the address for, in all that can have happened since the last one."""

import pytest

from widgets.frame.link import Happened, Link, what_happened

AFRICA, ASIA = {"region": ["africa"]}, {"region": ["asia"]}


@pytest.mark.parametrize(
    ("last", "query", "other_page", "other_table", "in_history", "expected"),
    [
        (None, AFRICA, True, True, False, Happened.FOLLOWED),
        (None, {}, True, True, False, Happened.FOLLOWED),
        (Link(AFRICA), AFRICA, False, False, False, Happened.NOTHING),
        (Link(AFRICA), ASIA, False, False, False, Happened.FOLLOWED),
        (Link(AFRICA), ASIA, True, False, False, Happened.FOLLOWED),
        # A second click still carries the address from before the first.
        (Link(AFRICA, changed=True), ASIA, False, False, False, Happened.NOTHING),
        (Link(AFRICA, changed=True), AFRICA, False, True, False, Happened.TABLE),
        # A page switch empties the address, a step back to a bare one looks the same.
        (Link(AFRICA), {}, True, False, False, Happened.PAGE),
        (Link(AFRICA), {}, True, False, True, Happened.FOLLOWED),
        (Link(AFRICA), {}, False, False, False, Happened.FOLLOWED),
        (Link({}), {}, True, False, False, Happened.PAGE),
        (Link(AFRICA), {}, True, True, False, Happened.TABLE),
        (Link(AFRICA), AFRICA, False, True, False, Happened.TABLE),
    ],
)
def test_what_happened(last, query, other_page, other_table, in_history, expected):
    assert what_happened(last, query, other_page, other_table, in_history) is expected
