"""Which column is what does not depend on order, case, language or a file's name."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.columns.guess_columns import guess_columns, override
from analysis.intake.read import read_intake

# One table: the headings of each column in three languages and the names that tables of this trade use.
HEADINGS = {
    "id": ["Project ID", "Identifiant", "Identificador", "iati-identifier", "project_code"],
    "title": ["Project title", "Titre du projet", "Nombre del proyecto", "Activity name", "titleNarrative_title"],
    "country": ["Country", "Pays", "País", "recipient-country", "COUNTRY_NAME", "countryName"],
    "start": ["Start date", "Date de début", "Fecha de inicio", "activity-date-start-actual", "startDate"],
    "end": ["End date", "Date de fin", "Fecha de finalización", "activity-date-end-planned", "Closing.Date"],
    "status": ["Status", "Statut", "Estado", "activity-status", "Project Status"],
    "activity": ["Sector", "Secteur", "Sectores", "Cluster", "Activity area"],
    "budget": ["Budget (USD)", "Budget", "Presupuesto", "total-commitment", "amount_requested"],
    "organisation": ["Organisation", "Partenaire", "Organización", "reporting-org", "Implementing partner"],
}
VALUES = {
    "id": ["P-1", "P-2", "P-3", "P-4"],
    "title": ["Wells for all", "Seeds and tools", "Schools again", "Roads to markets"],
    "country": ["Kenya", "Mali", "Côte d'Ivoire", "Haiti; Cuba"],
    "start": ["2004-01-01", "2005-02-01", "2006-03-01", "2007-04-01"],
    "end": ["2005-01-31", "", "2006-12-31", "2030-12-31"],
    "status": ["Closed", "Ongoing", "Closed", "Ongoing"],
    "activity": ["Health", "WASH", "Education", "Health; WASH"],
    "budget": ["1000", "2000", "3500", "40000"],
    "organisation": ["Aid A", "Aid B", "Aid A", "Aid C"],
}


def make_csv(order: list[str], headings: dict[str, str]) -> bytes:
    """The table with its columns in this order under these headings."""
    lines = [[headings[name] for name in order]] + [[VALUES[name][row] for name in order] for row in range(4)]
    return "\n".join("\t".join(line) for line in lines).encode()


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffled_and_translated_headings_give_the_same_table(chance: random.Random):
    order = chance.sample(list(HEADINGS), k=len(HEADINGS))
    headings = {
        name: chance.choice([str.upper, str.lower, str.title, str])(chance.choice(choices))
        for name, choices in HEADINGS.items()
    }
    intake = read_intake(make_csv(order, headings))
    columns = intake.columns
    taken = {role: getattr(columns, role) for role in ("id", "title", "country", "start", "end", "status")}
    assert taken == {role: headings[role] for role in taken}
    assert columns.activity == (headings["activity"],)
    assert columns.region is None
    assert intake.table.as_of.isoformat() == "2007-04-01"
    assert intake.table.spells["end_precision"].tolist() == ["day", "ongoing", "day", "day"]
    assert len(intake.table.problems) == 0


def guessed(text: str) -> dict[str, tuple[str, ...]]:
    """The headings guessed for each role of a table in text."""
    return {role: guess.columns for role, guess in guess_columns(read_cells(text.encode())).guesses.items()}


def test_hxl_tags_say_what_headings_do_not():
    roles = guessed("A,B,C,D\n#country+code,#date+start,#date+end,#sector\nKEN,2004,2005,Health\nMLI,2004,2005,Food\n")
    assert roles == {"country": ("A",), "start": ("B",), "end": ("C",), "activity": ("D",)}


def test_a_period_that_names_one_year_says_no_more_than_its_start_and_end():
    roles = guessed("country,start year,end year,period\nKenya,2004,2004,2004\nMali,2005,2005,2005\n")
    assert roles == {"country": ("country",), "start": ("start year",), "end": ("end year",)}


def test_the_one_column_of_dates_is_the_period_whatever_texts_stand_beside_it():
    roles = guessed("x,z,y\nKenya,wells,2004-05-06\nMali,roads,2005-06-07\nChad,seeds,2006-07-08\n")
    assert roles == {"country": ("x",), "period": ("y",)}


def test_the_one_column_of_dates_beside_an_end_is_the_start():
    rows = "Kenya,wells,2004-05-06,2005\nMali,roads,2005-06-07,2006\nChad,seeds,2006-07-08,2007\n"
    assert guessed("x,z,y,end\n" + rows) == {"country": ("x",), "start": ("y",), "end": ("end",)}


def test_of_two_columns_of_dates_beside_an_end_none_is_the_start():
    rows = "Kenya,2004-05-06,2004-06-06,2005\nMali,2005-06-07,2005-07-07,2006\nChad,2006-07-08,2006-08-08,2007\n"
    assert "start" not in guessed("x,w,y,end\n" + rows)


def test_the_one_column_of_ranges_is_the_period_whatever_texts_stand_before_it():
    roles = guessed("x,z,y\nKenya,wells,2004 - 2006\nMali,roads,2005 - ongoing\nChad,seeds,2006 - 2007\n")
    assert roles == {"country": ("x",), "period": ("y",)}


def test_numbers_that_excel_could_store_for_days_are_no_period_by_themselves():
    assert guessed("x,y\nKenya,38113\nMali,38114\nChad,38500\n") == {"country": ("x",)}


@pytest.mark.parametrize(("different", "is_period"), [(140, True), (160, False)])
def test_many_different_numbers_of_four_digits_are_amounts_and_no_years(different, is_period):
    names = ("Kenya", "Mali", "Chad")
    rows = "".join(f"{names[number % 3]},{1900 + number}\n" for number in range(different))
    assert ("period" in guessed("x,y\n" + rows)) == is_period


def test_values_say_what_headings_do_not():
    assert guessed("x,y\nKenya,2004 - 2006\nMali,2005 - ongoing\nChad,1999 - 2001; 2006\n") == {
        "country": ("x",),
        "period": ("y",),
    }


def test_the_country_that_gives_is_not_the_country_of_the_operation():
    roles = guessed("Donor country,Beneficiary country,Start\nFrance,Kenya,2004\nSpain,Mali,2005\n")
    assert roles["country"] == ("Beneficiary country",)


def test_a_column_of_states_is_no_status():
    assert "status" not in guessed("País,Estado,Año\nMéxico,Oaxaca,2004\nMéxico,Chiapas,2005\n")


def test_numbered_columns_are_one_family():
    assert guessed("Country,Sector 2,Start,Sector 1\nKenya,Food,2004,Health\nMali,,2005,Food\n")["activity"] == (
        "Sector 2",
        "Sector 1",
    )


def test_dates_of_records_are_no_starts():
    roles = guessed("country,created at,start date,end date\nKenya,2006-01-01,2004-01-01,2005-01-01\n")
    assert (roles["start"], roles["end"]) == (("start date",), ("end date",))


def test_yes_and_no_columns_are_activities_named_by_their_headings():
    text = "Country,Year,WASH,Health,Food\nKenya,2004,x,,x\nMali,2005,,X,\nChad,2006,,,\n"
    table = read_intake(text.encode()).table
    assert table.operations["area"].tolist() == ["WASH;Food", "Health", ""]


def test_countries_in_titles_are_guesses():
    intake = read_intake(b"Mission name,Start,End\nMission in Haiti,2004,2005\nRelief for New Guinea,2004,2005\n")
    assert intake.columns.country_in_text
    assert intake.table.place_territories["iso3"].tolist() == ["HTI"]
    assert intake.table.operations["Mission name"].tolist()[0] == "Mission in Haiti"


def test_what_the_user_chooses_stands_before_the_guess():
    text = "Country,Other country,Year\nKenya,Mali,2004\n"
    intake = read_intake(text.encode(), country="Other country")
    assert intake.table.place_territories["iso3"].tolist() == ["MLI"]
    assert intake.guess.guesses["country"].certainty == 1.0
    with pytest.raises(InputError, match="no column 'Third'"):
        read_intake(text.encode(), country="Third")
    with pytest.raises(InputError, match="no role 'colour'"):
        override(intake.guess, colour="Year")


def test_every_other_column_is_kept_under_its_own_name():
    text = "Country,Year,status,place,Area,People\nKenya,2004,red,Nairobi,north,12\n"
    operations = read_intake(text.encode(), activity=(), status=None).table.operations
    assert operations.loc[0, ["status (printed)", "place (printed)", "Area", "People"]].tolist() == [
        "red",
        "Nairobi",
        "north",
        "12",
    ]


def test_who_chooses_one_of_two_like_headings_is_understood():
    content = b"Country,Start,country\nKenya,2004,Mali\n"
    with pytest.raises(InputError, match="more than once"):
        read_intake(content)
    assert read_intake(content, country="country (2)").table.operations["country"].tolist() == ["Mali"]


YEARS = "Country,First year,Last year,{heading}\nKenya,1999,2006,1999 - 2001; 2006\nMali,2004,2005,May 2004 - 2005\n"


def test_a_period_that_says_all_that_years_say_stands_before_them():
    assert guessed(YEARS.format(heading="Period")) == {"country": ("Country",), "period": ("Period",)}


def test_a_period_of_something_else_does_not():
    for other in ("2002 - 2006", "1999 - 2003"):
        roles = guessed(YEARS.format(heading="Period").replace("1999 - 2001; 2006", other))
        assert (roles["start"], roles["end"]) == (("First year",), ("Last year",))
    assert "period" not in guessed(YEARS.format(heading="Reporting period"))


def test_days_stand_before_years_and_before_the_period_they_make():
    text = "Country,Start year,End year,Start,End,Period\nKenya,2004,2005,2004-01-05,2005-02-06,2004 - 2005\n"
    assert guessed(text) == {"country": ("Country",), "start": ("Start",), "end": ("End",)}


def test_names_stand_before_codes_that_some_rows_lack():
    text = "ISO3,Country or territory,Start\nKEN,Kenya,2004\n,World,2005\n,Sahel,2005\nMLI,Mali,2005\n"
    assert guessed(text)["country"] == ("Country or territory",)


def test_what_happened_stands_before_what_was_planned():
    text = (
        "Country,start-planned,start-actual,end-planned,end-actual\nKenya,2004-01-01,2004-02-01,2005-01-01,2005-02-01\n"
    )
    roles = guessed(text + "Mali,2004-03-01,2004-04-01,2006-01-01,\nChad,2005-03-01,2005-04-01,2006-01-01,\n")
    assert (roles["start"], roles["end"]) == (("start-actual",), ("end-actual",))
