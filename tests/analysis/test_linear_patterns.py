"""No pattern that meets a user's text takes more than in line with it; steps are counted, not time."""

import importlib
import inspect
import pkgutil
import re
import sys
from itertools import product

import pytest

import analysis
from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.reading import periods
from tests.regex_steps import Steps

UNITS = (" ", "-", "a", "1", "1 ", "(", "of ", "<!---->", "2004 ", "/", ",", "democratic ", "?", "\t")
BEGINNINGS = ("", "a (", "2004 ", "<a")
SHORT = 8


def patterns() -> list:
    """Every pattern that a module of the analysis holds, and whether it is looked for anywhere in a text."""
    found = {}
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if module.name.endswith("__main__"):
            continue
        held = importlib.import_module(module.name)
        source = inspect.getsource(held)
        for name, value in vars(held).items():
            anywhere = bool(re.search(rf"\b{name}\.(?:search|sub|split|find)", source))
            for number, pattern in enumerate(value if isinstance(value, list | tuple) else [value]):
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    found[pattern] = pytest.param(pattern, anywhere, id=f"{module.name}.{name}[{number}]")
    return list(found.values())


def steps(pattern: re.Pattern, anywhere: bool, text: str) -> int:
    """The steps that a matcher takes until it knows that a text does not match."""
    counted = Steps(pattern, most=100_000)
    counted.search(text) if anywhere else counted.match(text)
    return counted.count


@pytest.fixture(autouse=True)
def _deep():
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize(("pattern", "anywhere"), patterns())
def test_twice_the_text_takes_at_most_twice_the_steps(pattern, anywhere):
    for beginning, unit in product(BEGINNINGS, UNITS):
        one, two, four = (steps(pattern, anywhere, f"{beginning}{unit * SHORT * times}\0") for times in (1, 2, 4))
        # What each further part of the text costs stays the same; twice the steps would be four times as many more.
        assert four - two <= 2.3 * (two - one) + 20, (beginning, unit, one, two, four)


def test_what_was_not_linear_is_found():
    for pattern in (r"(.+?)(?:\s*-+\s*|\s+)now", r"\s*(<!--.*?-->\s*)*<html"):
        with pytest.raises((AssertionError, OverflowError)):
            test_twice_the_text_takes_at_most_twice_the_steps(re.compile(pattern, re.DOTALL), False)


@pytest.mark.parametrize(("first", "unit", "last"), [("2004 ", "-", "x"), ("2004", " -", ""), ("2004 - ", "a", "now")])
def test_a_piece_of_twice_the_length_asks_for_no_more_points(monkeypatch, first, unit, last):
    asked = []
    monkeypatch.setattr(periods, "read_point", lambda text: asked.append(text))
    counts = []
    for times in (50, 100):
        asked.clear()
        periods.read_period(f"{first}{unit * times}{last}")
        counts.append(len(asked))
    assert counts[1] <= 2 * counts[0] and counts[1] < 450


def test_a_cell_longer_than_is_read_is_a_problem_of_its_own():
    text = "2004 " * 3_000
    assert periods.read_period(text).problems == (
        (text, "is longer than the 10,000 characters that are read of a cell"),
    )


def test_many_comments_before_a_table_are_read_past():
    table = read_intake(b"country,period\n" + b"<!---->" * 40 + b",2004\nKenya,2004\n").table
    assert len(table.operations) == 2
    with pytest.raises(InputError, match="HTML"):
        read_intake(b"<!-- a --> " * 40 + b"<html>")
