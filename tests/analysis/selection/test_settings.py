import pytest

from analysis.selection.settings import (
    PAGE_SETTINGS,
    ActivitiesSettings,
    OperationsSettings,
    TimelineSettings,
    read_columns,
    read_settings,
    setting_fields,
    settings_query,
)
from analysis.table.columns import SHOWN_FIRST
from tests.tables import make_table

CODES = [
    (page, name, code)
    for page in PAGE_SETTINGS
    for name, setting in setting_fields(page).items()
    for code in setting.metadata.get("codes", ())
]


@pytest.mark.parametrize(("page", "name", "code"), CODES)
def test_each_code_of_each_setting_is_read_and_written(page, name, code):
    settings, ignored = read_settings(page, {name: [code]})
    assert (getattr(settings, setting_fields(page)[name].name), ignored) == (code, [])
    default = setting_fields(page)[name].default
    assert settings_query(settings, page) == ({} if code == default else {name: [code]})


def test_a_value_that_means_nothing_is_named():
    settings, ignored = read_settings("timeline", {"sort": ["odd"], "axis": ["since-start"]})
    assert settings == TimelineSettings(axis="since-start")
    assert ignored == ["sort=odd means nothing here; allowed: start, end, duration, name, region."]


def test_a_setting_may_have_another_name_in_links_than_in_code():
    settings, _ignored = read_settings("activities", {"with": ["CS"], "without": ["ND"]})
    assert settings == ActivitiesSettings(having="CS", lacking="ND")
    assert settings_query(settings, "activities") == {"with": ["CS"], "without": ["ND"]}


@pytest.mark.parametrize("row", ["inf", "-1", "1.5", "1" * 10, "²"])
def test_a_row_is_a_line_number(row):
    ignored = [f"row={row} means nothing here; allowed: a number."]
    assert read_settings("operations", {"row": [row]}) == (OperationsSettings(), ignored)


def test_columns_that_the_table_does_not_have_are_named():
    settings, ignored = read_settings("operations", {"columns": ["name,odd,budget"]}, {"listed": ("budget",)})
    assert settings == OperationsSettings(columns="name,odd,budget")
    assert [sentence.split(" means ")[0] for sentence in ignored] == ["columns=odd"]
    assert read_settings("operations", {"columns": ["odd"]})[0] == OperationsSettings()


def test_an_empty_value_says_nothing():
    query = {"row": [""], "columns": [""], "sort": [""]}
    assert read_settings("operations", query) == (OperationsSettings(), [])


def test_the_last_of_several_values_counts():
    assert read_settings("operations", {"row": ["3", "4"]}) == (OperationsSettings(row="4"), [])


def test_defaults_are_what_a_page_shows_first():
    settings = OperationsSettings()
    assert (settings.sort, settings.descending, settings.columns, settings.row) == (
        "start",
        False,
        "",
        "",
    )


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
    assert read_columns(text, make_table([("Kenya", "2000", "CS", "5")], further=["budget"])) == columns
