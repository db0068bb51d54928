"""Results are kept on what they were worked out from, and go with it."""

import gc
import weakref
from dataclasses import dataclass

from analysis.cache import kept


@dataclass(frozen=True, eq=False)
class Holder:
    """Something frozen, as tables are."""

    number: int


def test_a_result_is_worked_out_once_for_each_first_argument():
    asked = []

    @kept(2)
    def add(holder: Holder, further: int = 0) -> int:
        asked.append((holder.number, further))
        return holder.number + further

    one, two = Holder(1), Holder(2)
    assert [add(one, 5), add(two, 5), add(one, 5), add(one), add(one)] == [6, 7, 6, 1, 1]
    assert asked == [(1, 5), (2, 5), (1, 0)]


def test_only_the_last_results_are_kept():
    asked = []

    @kept(2)
    def note(_holder: Holder, further: int) -> None:
        asked.append(further)

    holder = Holder(1)
    for further in (1, 2, 3, 2, 1):
        note(holder, further)
    assert asked == [1, 2, 3, 1]


def test_what_nobody_uses_goes_with_its_results():
    @kept(2)
    def wrap(holder: Holder) -> list[Holder]:
        return [holder]

    holder = Holder(1)
    wrap(holder)
    watched = weakref.ref(holder)
    del holder
    gc.collect()
    assert watched() is None
