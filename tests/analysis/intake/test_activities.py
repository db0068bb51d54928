"""Activity cells: how lists are parted, and one spelling for each activity."""

import pytest

from analysis.intake.read import read_intake


def sets(*cells: str) -> list[list[str]]:
    """The activities read from each of these cells."""
    rows = "".join(f'Kenya,2004,"{cell}"\n' for cell in cells)
    table = read_intake(f"country,period,activities\n{rows}".encode(), activity=("activities",)).table
    grouped = table.set_activities.groupby("activity_set")["activity"].agg(list)
    return [grouped.get(number, []) for number in table.operations["activity_set"]]


@pytest.mark.parametrize("separator", ["; ", ", ", " | ", "\n"])
def test_lists_are_parted_by_any_separator(separator):
    assert sets(f"WASH{separator}Health", "Health", "WASH") == [["Health", "WASH"], ["Health"], ["WASH"]]


def test_a_comma_inside_a_name_parts_nothing():
    name = "Water, Sanitation and Hygiene"
    assert sets(name, "Health", name, f"{name}; Health", "Food Security") == [
        [name],
        ["Health"],
        [name],
        ["Health", name],
        ["Food Security"],
    ]


def test_an_activity_has_the_spelling_that_most_rows_have():
    assert sets("Health", "health", "HEALTH", "Health") == [["Health"]] * 4


def test_two_hundred_activities_are_read():
    assert len(set(map(tuple, sets(*(f"A{number}" for number in range(200)))))) == 200
