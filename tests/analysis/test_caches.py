"""Results are kept by key, by text or on what they were worked out from, each cache as many as it says."""

import gc
import weakref
from dataclasses import dataclass
from importlib import import_module

import pytest

from analysis import caches
from analysis.caches import BY_KEY, BY_TEXT, LONGEST_TEXT, ON_VALUES, Cache, cached_by_text, cached_on_value


@dataclass(frozen=True, eq=False)
class Value:
    """Something frozen, as tables are."""

    number: int


@pytest.fixture
def declare(monkeypatch):
    """A function that declares a function of a test in a list of caches, with its size."""

    def declare(sizes: dict[str, int], function, most: int):
        monkeypatch.setitem(sizes, f"{function.__module__}.{function.__qualname__}", most)
        return function

    return declare


def test_a_result_is_worked_out_once_for_each_first_argument(declare):
    asked = []

    def add(value: Value, further: int = 0) -> int:
        asked.append((value.number, further))
        return value.number + further

    add = cached_on_value(declare(ON_VALUES, add, 2))
    one, two = Value(1), Value(2)
    assert [add(one, 5), add(two, 5), add(one, 5), add(one), add(one)] == [6, 7, 6, 1, 1]
    assert asked == [(1, 5), (2, 5), (1, 0)]


def test_only_the_last_results_are_kept(declare):
    asked = []

    def note(_value: Value, further: int) -> None:
        asked.append(further)

    note = cached_on_value(declare(ON_VALUES, note, 2))
    value = Value(1)
    for further in (1, 2, 3, 2, 1):
        note(value, further)
    assert asked == [1, 2, 3, 1]


def test_what_nobody_uses_goes_with_its_results(declare):
    def wrap(value: Value) -> list[Value]:
        return [value]

    wrap = cached_on_value(declare(ON_VALUES, wrap, 2))
    value = Value(1)
    wrap(value)
    watched = weakref.ref(value)
    del value
    gc.collect()
    assert watched() is None


def test_a_long_text_is_worked_out_each_time(declare):
    asked = []

    def measure(text: str) -> int:
        asked.append(len(text))
        return len(text)

    measure = cached_by_text(declare(BY_TEXT, measure, 2))
    for text in ("a", "a", "b" * LONGEST_TEXT, "b" * LONGEST_TEXT, "c" * (LONGEST_TEXT + 1), "c" * (LONGEST_TEXT + 1)):
        assert measure(text) == len(text)
    assert asked == [1, LONGEST_TEXT, LONGEST_TEXT + 1, LONGEST_TEXT + 1]


def test_a_cache_by_key_holds_as_many_as_it_says(monkeypatch):
    monkeypatch.setitem(BY_KEY, "two", 2)
    cache, made = Cache("two"), []
    for key in ("a", "b", "a", "c", "a", "b"):
        assert cache.get(key, lambda key=key: made.append(key) or key) == key
    assert made == ["a", "b", "c", "b"]
    cache.clear()
    cache.get("a", lambda: made.append("again"))
    assert made[-1] == "again"


@pytest.mark.parametrize("decorate", [cached_on_value, cached_by_text])
def test_a_cache_that_is_not_declared_is_refused(decorate):
    with pytest.raises(KeyError, match="undeclared"):
        decorate(lambda_like("undeclared"))
    with pytest.raises(KeyError):
        Cache("undeclared")


def lambda_like(name: str):
    """A function of this name."""

    def function(text):
        return text

    function.__qualname__ = name
    return function


@pytest.mark.parametrize("place", [*ON_VALUES, *BY_TEXT])
def test_every_declared_cache_is_there(place):
    module, name = place.rsplit(".", 1)
    assert hasattr(getattr(import_module(module), name), "__wrapped__")


def test_every_size_is_a_small_number():
    assert all(0 < most <= 50_000 for sizes in (ON_VALUES, BY_TEXT, BY_KEY) for most in sizes.values())
    assert caches.LONGEST_TEXT <= 200
