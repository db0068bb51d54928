"""Activities whose names hold commas, columns of yes or no, and statuses in the words of any maker."""

import pytest

from analysis.intake.read import read_intake
from analysis.reading.problems import NEITHER, UNKNOWN_STATUS
from analysis.reading.statuses import read_status, says_status

PLACES = ["Mali", "Chad", "Togo", "Niger", "Benin", "Kenya"]


def take(heading: str, cells: list[str]):
    """A table with one column beside country and start."""
    rows = [f'{place},2001,"{cell}"' for place, cell in zip(PLACES, cells, strict=False)]
    return read_intake("\n".join([f"Country,Start,{heading}", *rows]).encode(), "t.csv")


def activities(intake) -> set[str]:
    """The activities of the table."""
    return set(intake.table.set_activities["activity"])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # Names that are data, alone and in a list.
        (
            ["Housing, Land and Property", "Protection", "Protection, Housing, Land & Property", "Health, Protection"],
            {"Housing, Land and Property", "Housing, Land & Property", "Protection", "Health"},
        ),
        (
            ["Conflict, Peace & Security", "Industry, Mining, Construction", "Trade, Fishing", "Fishing"],
            {"Conflict, Peace & Security", "Industry, Mining, Construction", "Trade", "Fishing"},
        ),
        # A list of names that are data though none of them stands alone, and one that holds a name with commas.
        (
            ["Protection, Shelter", "Wells", "Roads and Paths", "Dams", "Mills", "Protection, Shelter"],
            {"Protection", "Shelter", "Wells", "Roads and Paths", "Dams", "Mills"},
        ),
        (
            ["Seeds, Water, Sanitation and Hygiene", "Wells", "Roads", "Dams", "Mills", "Fuel"],
            {"Seeds", "Water, Sanitation and Hygiene", "Wells", "Roads", "Dams", "Mills", "Fuel"},
        ),
        # Neighbours that never stand apart, though nobody lists them as a name.
        (
            ["Camels, Goats and Sheep", "Wells", "Wells, Roads", "Roads, Camels, Goats and Sheep", "Roads"],
            {"Camels, Goats and Sheep", "Wells", "Roads"},
        ),
        # One of them stands alone, so both are activities.
        (["Wells", "Wells, Roads", "Wells, Roads", "Schools, Wells", "Schools"], {"Wells", "Roads", "Schools"}),
    ],
)
def test_a_name_that_holds_commas_stays_whole(cells, expected):
    assert activities(take("Sector", cells)) == expected


def flags(stray: str, count: int = 40) -> str:
    """Columns of yes or no for three activities, with something else in one cell."""
    rows = [f"Mali,2001,{i % 2},{(i + 1) % 2},{stray if i == 7 else i % 2}" for i in range(count)]
    return "\n".join(["Country,Start,Wells,Roads,Schools", *rows])


@pytest.mark.parametrize("stray", ["2", "maybe", "n/a"])
def test_one_cell_beside_yes_and_no_is_listed(stray):
    intake = read_intake(flags(stray).encode(), "t.csv")
    assert activities(intake) == {"Wells", "Roads", "Schools"}
    assert intake.table.problems[["line", "column", "value", "problem"]].to_numpy().tolist() == [
        [9, "Schools", stray, NEITHER]
    ]


def test_a_column_with_many_other_values_is_none_of_yes_or_no():
    rows = [f"Mali,2001,{i % 2},{(i + 1) % 2},{i}" for i in range(40)]
    assert activities(read_intake("\n".join(["Country,Start,Wells,Roads,Depth", *rows]).encode(), "t.csv")) == set()


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Closed / Terminated", "closed"),
        ("Approved / Active", "ongoing"),
        ("Active (extended)", "ongoing"),
        ("Pipeline - Proposed", "planned"),
        ("Completed; archived", "closed"),
        ("Green / Amber", ""),
        ("Green (2)", ""),
    ],
)
def test_a_status_of_several_words_is_read_by_its_parts(printed, status):
    assert read_status(printed) == status


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Läuft", "ongoing"), ("in corso", "ongoing"), ("Em execução", "ongoing"), ("продолжается", "ongoing"),
        ("قيد التنفيذ", "ongoing"), ("Abgeschlossen", "closed"), ("beëindigd", "closed"), ("Завершён", "closed"),
        ("завершено", "closed"), ("منتهية", "closed"), ("em preparação", "planned"), ("скасовано", "cancelled"),
        ("im Bau", ""),
    ],
)  # fmt: skip
def test_a_status_in_further_languages(printed, status):
    assert read_status(printed) == status


def test_a_column_headed_as_the_status_is_taken_and_its_unknown_words_are_listed():
    intake = take("Status", ["Green", "Green", "Amber", "Red"])
    assert intake.columns.status == "Status"
    assert intake.table.problems["problem"].tolist() == [UNKNOWN_STATUS] * 4


@pytest.mark.parametrize(
    ("heading", "cells", "ends"),
    [
        ("Active", ["Yes", "No", "yes"], ["ongoing", "unknown", "ongoing"]),
        ("Is closed", ["1", "0", "0"], ["unknown", "ongoing", "ongoing"]),
        ("Ongoing?", ["oui", "non", "non"], ["ongoing", "unknown", "unknown"]),
    ],
)
def test_yes_or_no_under_a_heading_that_asks_for_a_status_is_the_status(heading, cells, ends):
    intake = take(heading, cells)
    assert intake.columns.status == heading
    assert intake.table.spells["end_precision"].tolist() == ends


def test_only_a_heading_that_is_a_status_asks_for_one():
    headings = ("Active", "Still open", "Is it closed", "Wells", "Planned")
    assert [says_status(heading) for heading in headings] == ["ongoing", "ongoing", "", "", ""]
