import pytest

from analysis.selection.settings import SETTINGS, default_setting, read_columns, read_settings
from analysis.views.rows import SHOWN_FIRST


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [(page, name, value) for page, names in SETTINGS.items() for name, values in names.items() for value in values],
)
def test_each_value_of_each_setting_is_read(page, name, value):
    assert read_settings(page, {name: [value]}) == ({name: value}, [])


def test_a_value_that_means_nothing_is_named():
    settings, ignored = read_settings("timeline", {"sort": ["odd"], "axis": ["since-start"]})
    assert settings == {"axis": "since-start"}
    assert ignored == ["sort=odd means nothing here; allowed: start, end, duration, name, region."]


@pytest.mark.parametrize("row", ["inf", "-1", "1.5", "1" * 10, "²"])
def test_a_row_is_a_line_number(row):
    assert read_settings("operations", {"row": [row]}) == ({}, [f"row={row} means nothing here; allowed: a number."])


def test_columns_that_the_table_does_not_have_are_named():
    settings, ignored = read_settings("operations", {"columns": ["name,odd,budget"]}, ["budget"])
    assert settings == {"columns": "name,odd,budget"}
    assert [sentence.split(" means ")[0] for sentence in ignored] == ["columns=odd"]
    assert read_settings("operations", {"columns": ["odd"]})[0] == {}


def test_an_empty_value_says_nothing():
    assert read_settings("operations", {"row": [""], "columns": [""], "sort": [""]}) == ({}, [])


def test_the_last_of_several_values_counts():
    assert read_settings("operations", {"row": ["3", "4"]}) == ({"row": "4"}, [])


def test_defaults_are_the_first_values():
    assert default_setting("timeline", "sort") == "start"
    assert default_setting("operations", "columns") == ",".join(SHOWN_FIRST)
    assert default_setting("operations", "row") == ""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("period,name", ["period", "name"]),
        ("name,name,period", ["name", "period"]),
        ("name,budget,odd", ["name", "budget"]),
        ("odd", list(SHOWN_FIRST)),
        ("", list(SHOWN_FIRST)),
    ],
)
def test_columns_are_those_that_the_table_has_each_once(text, columns):
    assert read_columns(text, ["budget"]) == columns
