"""Sheets laid out for the eye: what is no operation is passed over, what stands once is written into each row."""

import json

import pytest

from analysis.__main__ import main
from analysis.errors import InputError
from analysis.intake.read import read_intake


def take(*lines: str):
    """A table of these lines."""
    return read_intake("\n".join(lines).encode(), "t.csv")


def countries(intake) -> list[str]:
    """The country of each operation."""
    return intake.table.operations["country"].tolist()


@pytest.mark.parametrize("units", ["(name),(yyyy),(yyyy)", "text,YYYY-MM-DD,YYYY-MM-DD", "[country],date,date"])
def test_a_row_of_units_is_passed_over(units):
    intake = take("Country,Start,End", units, "Mali,2001,2002", "Chad,2003,2004")
    assert countries(intake) == ["Mali", "Chad"]
    assert [(skipped.line, skipped.what) for skipped in intake.sheet.skipped] == [(2, "a row of units")]


def test_totals_between_the_rows_are_passed_over_wherever_they_stand():
    intake = take(
        "Country,Start,End,Budget", "Mali,2001,2002,5", "Mali,2001,2003,7", "Sub-total Mali,,,12", "Chad,2003,2004,1",
        "Total for Chad,,,1", "Togo,2001,2002,3",
    )  # fmt: skip
    assert countries(intake) == ["Mali", "Mali", "Chad", "Togo"]
    assert [skipped.line for skipped in intake.sheet.skipped] == [4, 6]


def test_an_operation_called_total_is_one():
    intake = take("Project,Country,Start,End", "Total Sanitation,Mali,2001,2002", "Wells,Chad,2003,2004")
    assert countries(intake) == ["Mali", "Chad"]


def test_titles_above_the_rows_are_their_country():
    intake = take(
        "Project,Start,End", "KENYA,,", "Wells,2001,2002", "Schools,2003,2004", "Togo,,", "Roads,2005,2006"
    )  # fmt: skip
    assert countries(intake) == ["KENYA", "KENYA", "Togo"]
    assert intake.table.place_territories["iso3"].tolist() == ["KEN", "TGO"]
    assert [skipped.line for skipped in intake.sheet.skipped] == [2, 5]


@pytest.mark.parametrize(
    ("lines", "column", "expected"),
    [
        # In the column of countries itself, and in the second column.
        (("Country,Project,Start", "Mali,,", ",Wells,2001", "Chad,,", ",Roads,2005"), "Country", ["Mali", "Chad"]),
        (("No,Project,Start", ",MALI,", "1,Wells,2001", ",CHAD,", "2,Roads,2005"), "Country", ["MALI", "CHAD"]),
        # Activities, regions, and any other groups.
        (("Title,Start", "Water,", "Wells,2001", "Education,", "Schools,2005"), "Activity", ["Water", "Education"]),
        (("Title,Start", "AFRICA,", "Wells,2001", "ASIA,", "Schools,2005"), "Region", ["AFRICA", "ASIA"]),
        (("Title,Start", "Phase A,", "Wells,2001", "Phase B,", "Schools,2005"), "Group", ["Phase A", "Phase B"]),
    ],
)
def test_titles_above_their_rows_are_a_column(lines, column, expected):
    intake = take(*lines)
    assert intake.sheet.cells[column].tolist() == expected
    assert [skipped.line for skipped in intake.sheet.skipped] == [2, 4]


def test_rows_without_a_date_above_others_without_one_are_no_titles():
    intake = take("Project,Start", "Water,", "Wells,", "Schooling,", "Schools,2005")
    assert len(intake.table.operations) == 4


@pytest.mark.parametrize(
    ("total", "line"),
    [
        ("Mali Total,,,12", "Mali,2001,2002,5"), ("Zwischensumme,,,12", "Mali,2001,2002,5"),
        ("Итого,,,12", "Mali,2001,2002,5"), ("Total Mali,2001,2003,12", "Mali,2001,2002,5"),
    ],
)  # fmt: skip
def test_totals_of_any_maker_are_passed_over(total, line):
    assert countries(take("Country,Start,End,Budget", line, total, "Chad,2003,2004,1", "Togo,2001,2002,3")) == [
        "Mali", "Chad", "Togo",
    ]  # fmt: skip


@pytest.mark.parametrize("units", [",year,million USD", "select from list,YYYY-MM-DD,#", "Required,Required,Optional"])
def test_a_first_row_of_words_for_dates_is_one_of_units(units):
    assert countries(take("Country,Start,Budget", units, "Mali,2001,5", "Chad,2003,6")) == ["Mali", "Chad"]


def test_a_first_row_whose_start_nobody_can_read_is_an_operation():
    rows = ["Programme X,soon,Present", "Chad,2003,2004", "Togo,2004,2005", "Peru,2004,2005", "Cuba,2004,"]
    assert countries(take("Country,Start,End", *rows))[0] == "Programme X"


def test_a_first_row_whose_date_is_not_known_is_an_operation():
    assert countries(take("Country,Start", "Mali,unknown", "Chad,2003", "Togo,2004")) == ["Mali", "Chad", "Togo"]


@pytest.mark.parametrize("mark", ["ditto", "idem", "〃", "Id."])
def test_a_mark_for_the_same_is_the_text_above(mark):
    intake = take("Country,Start", "Mali,2001", f"{mark},2002", "Chad,2003")
    assert countries(intake) == ["Mali", "Mali", "Chad"]
    assert "Cells of 'Country' that say the same as above are that text (1)." in [note.say() for note in intake.notes]


def test_activities_that_are_blank_where_the_country_is_are_those_of_the_row_above():
    intake = take("Country,Sector,Start", "Mali,Health,2001", ",,2002", ",Water,2003", "Chad,Roads,2004", ",,2005")
    assert intake.sheet.cells["Sector"].tolist() == ["Health", "Health", "Water", "Roads", "Roads"]


@pytest.mark.parametrize("heading", ["Sector", "Sector 2"])
def test_a_few_activities_that_are_blank_stay_so(heading):
    rows = ["Mali,Health,2001", ",,2002", ",Water,2003", "Chad,Roads,2004", ",Wells,2005", ",Roads,2006"]
    assert take(f"Country,{heading},Start", *rows).sheet.cells[heading].tolist()[1] == ""


def test_groups_whose_names_come_again_are_filled_where_each_is_followed_by_blanks():
    assert countries(take("Country,Start", "Mali,2001", ",2002", "Chad,2003", ",2004", "Mali,2005", ",2006"))[4:] == [
        "Mali", "Mali",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "said"),
    [("t.csv", "one country for all rows."), ("3w_somalia-2020.csv", "'3w somalia 2020' names Somalia.")],
)
def test_a_table_without_a_country_says_so_and_what_its_file_names(file, said):
    intake = read_intake(b"Oblast,Start\nBay,2020\nGedo,2021\n", file)
    assert any(note.say().endswith(said) for note in intake.notes)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Province,Pcode,Start", "Nord-Kivu,CD61,2001", "Ituri,CD54,2002"), ["COD", "COD"]),
        (("Location,Admin1 P-Code,Start", "Gao,ML07,2001", "Diffa,NER002,2002"), ["MLI", "NER"]),
        (("Lieu,Code du cercle,Début", "Gao,ML0701,2001", "Kidal,,2002"), ["MLI"]),
        # Codes of something else, and a column of countries beside them.
        (("Place,Code,Start", "Gao,XX07,2001", "Diffa,QQ02,2002"), []),
        (("Country,Pcode,Start", "Chad,ML07,2001", "Chad,ML08,2002"), ["TCD"]),
    ],
)
def test_codes_of_places_say_the_country(lines, expected):
    intake = take(*lines)
    assert intake.table.place_territories["iso3"].tolist() == sorted(set(expected), key=expected.index)
    assert any("begins with" in note.say() for note in intake.notes) == (
        len(expected) > 0 and "Country" not in lines[0]
    )


def test_a_country_that_stands_in_the_first_row_of_its_group_is_that_of_all_and_said():
    intake = take("Country,Start,End", "Mali,2001,2002", ",2003,2004", "Chad,2005,2006", ",2006,2007", ",2006,2008")
    assert countries(intake) == ["Mali", "Mali", "Chad", "Chad", "Chad"]
    assert "Blank cells of 'Country' are those of the row above (3)." in [note.say() for note in intake.notes]


@pytest.mark.parametrize(
    "rows",
    [
        ["Mali,2001,", ",2003,", "Chad,2005,", "Togo,2006,"],  # one is missing
        ["Mali,2001,", ",2003,", "Mali,2005,", ",2006,"],  # no groups: the name comes again
        [",2001,", "Mali,2003,", ",2005,", "Chad,2006,"],  # nothing stands above the first
    ],
)
def test_a_country_that_is_missing_stays_missing(rows):
    assert "" in countries(take("Country,Start,End", *rows))


WHO_DOES_WHAT = b"Province,Cluster,Organisation\nGao,Health,A\nMopti,Water,B\n"


def test_a_table_without_dates_or_countries_is_given_one_for_all_rows():
    intake = read_intake(WHO_DOES_WHAT, "3w.csv", for_all={"country": "Mali", "period": "2020 - ongoing"})
    assert countries(intake) == ["Mali", "Mali"]
    assert intake.table.spells["end_precision"].tolist() == ["ongoing", "ongoing"]
    assert "Period of all rows, as you gave it: 2020 - ongoing." in [note.say() for note in intake.notes]


def test_what_the_table_has_is_not_given_for_all_rows():
    with pytest.raises(InputError, match="has a column 'Country'"):
        read_intake(b"Country,Start\nMali,2001\n", "t.csv", for_all={"country": "Chad"})


def test_the_shell_gives_one_period_for_all_rows(tmp_path, capsys):
    path = tmp_path / "3w.csv"
    path.write_bytes(WHO_DOES_WHAT)
    assert main(["check", str(path)]) == 2
    assert main(["check", str(path), "--country", "Mali", "--period", "2020"]) == 0
    capsys.readouterr()
    assert main(["summary", "--table", str(path), "--country", "Mali", "--period", "2020", "--activity", "Water"]) == 0
    assert json.loads(capsys.readouterr().out)["operations"] == 1
    assert main(["summary", "--period", "2020"]) == 2
