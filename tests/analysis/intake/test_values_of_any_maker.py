"""Activities whose names hold commas, columns of yes or no, and statuses in the words of any maker."""

import pytest

from analysis.intake.read import read_intake
from analysis.reading.problems import CLOSED_OPEN, NEITHER, UNKNOWN_STATUS
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


@pytest.mark.parametrize(
    ("headings", "yes", "no"),
    [("Wells,Roads,Mills", "ja", "nein"), ("Wells,Roads,Mills", "Sim", "Não"), ("Вода,Школы,Дороги", "да", "нет")],
)
def test_yes_and_no_in_further_languages(headings, yes, no):
    intake = read_intake(
        f"Country,Start,{headings}\nMali,2001,{yes},{no},{no}\nChad,2002,{no},{yes},{yes}\n".encode(), "t.csv"
    )
    assert activities(intake) == set(headings.split(","))


def test_words_for_yes_and_no_may_have_a_third_beside_them():
    rows = ["Mali,2001,yes,no,yes", "Chad,2002,no,yes,no", "Togo,2003,maybe,no,yes"] * 4
    intake = read_intake("\n".join(["Country,Start,Wells,Roads,Mills", *rows]).encode(), "t.csv")
    assert (
        activities(intake) == {"Wells", "Roads", "Mills"} and intake.table.problems["value"].tolist() == ["maybe"] * 4
    )


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("Health,Water", {"Health", "Water"}),  # two that are called as activities are
        ("Wells,Mills", set()),  # two that may be anything
        ("Vehicles,Staff,Offices", set()),
        ("morts,blessés,disparus", set()),
        ("Tote,Verletzte,Vermisste", set()),
    ],
)
def test_two_columns_of_yes_or_no_are_activities_by_their_headings_and_counts_are_none(headings, found):
    rows = ["Mali,2001,1,0,1", "Chad,2002,0,1,0", "Togo,2003,1,0,0"]
    count = headings.count(",") + 3
    lines = [f"Country,Start,{headings}", *(",".join(row.split(",")[:count]) for row in rows)]
    assert activities(read_intake("\n".join(lines).encode(), "t.csv")) == found


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Terminated early", "closed"), ("Exécution en cours", "ongoing"), ("Suspendu temporairement", "ongoing"),
        ("Not active", "closed"), ("No longer running", "closed"), ("Not yet closed", "ongoing"),
        ("nicht abgeschlossen", "ongoing"),
        ("Nearly complete", ""), ("To be completed", ""), ("Active until closed", ""),
    ],
)  # fmt: skip
def test_a_few_words_that_hold_a_known_one_are_read_by_it(printed, status):
    assert read_status(printed) == status


def test_a_number_in_place_of_an_end_is_no_end_that_runs_where_the_status_says_closed():
    table = read_intake(
        b"Country,Start,End,Status\nMali,2001,9999,Closed\nChad,2002,ongoing,Closed\nTogo,2003,2004,Closed\n", "t.csv"
    ).table
    assert table.spells["end_precision"].tolist() == ["unknown", "ongoing", "year"]
    assert table.problems[["line", "problem"]].to_numpy().tolist() == [[3, CLOSED_OPEN]]


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
        ("Closed?", ["No", "Yes", "No"], ["ongoing", "unknown", "ongoing"]),
        ("Laufend", ["ja", "nein", "ja"], ["ongoing", "unknown", "ongoing"]),
    ],
)
def test_yes_or_no_under_a_heading_that_asks_for_a_status_is_the_status(heading, cells, ends):
    intake = take(heading, cells)
    assert intake.columns.status == heading
    assert intake.table.spells["end_precision"].tolist() == ends


def test_only_a_heading_that_is_a_status_asks_for_one():
    headings = ("Active", "Still open", "Is it closed", "Wells", "Planned")
    assert [says_status(heading) for heading in headings] == ["ongoing", "ongoing", "", "", ""]
