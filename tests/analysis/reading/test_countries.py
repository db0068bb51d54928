"""Printed country names and activity areas to codes: exact names and aliases, nothing guessed."""

import pytest

from analysis.reading.activities import activity_definition, activity_names, read_activities
from analysis.reading.countries import name_book
from analysis.reading.reference import load_reference, territory_names, territory_notes


@pytest.fixture(scope="module")
def reference():
    """The reference tables of data/."""
    return load_reference()


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Kenya", ("KEN",)),
        (" KENYA ", ("KEN",)),
        ("East Timor", ("TLS",)),
        ("Timor-Leste", ("TLS",)),
        ("Ivory Coast", ("CIV",)),
        ("Côte d\u2019Ivoire", ("CIV",)),
        ("Co\u0302te d'Ivoire", ("CIV",)),
        ("Vietnam", ("VNM",)),
        ("Bosnia - Herzegovina", ("BIH",)),
        ("Bosnia and Herzegovina", ("BIH",)),
        ("Guinea-Bissau", ("GNB",)),
        ("Trinidad and Tobago", ("TTO",)),
        ("Trinidad & Tobago", ("TTO",)),
        ("Kosovo (FYROM) & Macedonia", ("XKX", "MKD")),
        ("Kosovo", ("XKX",)),
        ("Kosovo*", ("XKX",)),
        ("Congo", ("COG",)),
        ("Congo Brazzaville", ("COG",)),
        ("Democratic Republic of the Congo", ("COD",)),
        ("KEN", ("KEN",)),
        ("KE", ("KEN",)),
        ("NA", ("NAM",)),
        ("Allemagne", ("DEU",)),
        ("Alemania", ("DEU",)),
        ("Sudan, South Sudan", ("SDN", "SSD")),
        ("Kenya; Mali", ("KEN", "MLI")),
        ("Kenya / Mali", ("KEN", "MLI")),
        ("Kenya and Mali & Chad", ("KEN", "MLI", "TCD")),
        ("Kenya; Kenya", ("KEN",)),
    ],
)
def test_a_known_name_or_code_is_read(reference, printed, iso3):
    country = name_book(reference).read_country(printed)
    assert (country.iso3, country.unknown) == (iso3, ())


@pytest.mark.parametrize(
    "printed",
    [
        "Utopia",
        "Southern Africa",
        "Gulf of Guinea",
        "no",
        "it",
        "Macedonia",
        "*",
        "Congo, DR",
        "Kenya and Utopia",
    ],
)
def test_nothing_is_guessed(reference, printed):
    assert name_book(reference).read_country(printed) == ((), "", (printed,))


def test_the_known_parts_of_a_list_are_kept(reference):
    country = name_book(reference).read_country("Kenya; Utopia")
    assert (country.iso3, country.unknown) == (("KEN",), ("Utopia",))


def test_a_printed_country_that_is_not_the_current_name_has_a_reading_and_an_unknown_one_a_problem(
    make_table,
):
    table = make_table(
        [("Kenya", "2000", "CS"), ("East Timor", "2000", "CS"), ("Utopia", "2000", "CS"), ("", "2000", "CS")]
    )
    assert table.readings.values.tolist() == [
        [
            3,
            "country",
            "East Timor",
            "Timor-Leste",
            "name in English use until independence in 2002; now Timor-Leste",
        ]
    ]
    assert table.problems.values.tolist() == [
        [4, "country", "Utopia", "is not a country or territory that is known"],
        [5, "country", "", "no country is given"],
    ]


def test_every_name_and_code_in_the_territories_table_is_its_own(reference):
    territories, book = reference.territories, name_book(reference)
    for column in ("iso3", "iso2", "m49", "name_en", "name_fr", "name_es", "name_ar"):
        for name, iso3 in zip(territories[column], territories["iso3"], strict=True):
            assert name == "" or book.read_country(name).iso3 == (iso3,)


def test_kosovo_is_always_shown_with_its_star_and_its_note(reference):
    assert territory_names(reference)["XKX"] == "Kosovo*"
    assert [note for note in territory_notes(reference, ["XKX"]) if "UNSCR 1244/1999" in note]
    assert [note for note in territory_notes(reference, ["SDN"]) if "South Sudan" in note]


def test_the_two_congos_are_kept_apart(reference):
    names = territory_names(reference)
    assert (names["COG"], names["COD"]) == ("Congo", "Democratic Republic of the Congo")
    assert territory_notes(reference, ["COG"]) and territory_notes(reference, ["COD"])


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("IDPs, DDR, OCV, CS", ("IDPs", "DDR", "OCV", "CS")),
        ("idps;cs", ("IDPs", "CS")),
        ("CS|CS, cs", ("CS",)),
        ("Natural Disasters", ("ND",)),
        ("Vote à l'étranger", ("OCV",)),
        ("Demining, CS", ("Demining", "CS")),
        (" , ", ()),
    ],
)
def test_activities_are_read_by_code_or_name_and_an_own_one_stays(reference, printed, codes):
    assert read_activities(printed, reference).codes == codes


def test_activities_say_what_was_read_and_what_is_missing(reference):
    assert read_activities("cs", reference).readings == (("cs", "CS", "name or spelling of a known activity"),)
    assert read_activities("CS", reference).readings == ()
    assert read_activities("", reference).problems == (("", "no activity is given"),)


def test_activities_have_names_and_definitions(reference):
    assert activity_names(["CS", "Demining"], reference) == {
        "CS": "Community Stabilization",
        "Demining": "Demining",
    }
    assert "tension" in activity_definition("CS", reference)
    assert activity_definition("Demining", reference) == ""


def test_a_correction_is_a_reading_wherever_its_piece_stands(make_table):
    why = "repeated digit: the printed year 22001 has a 2 too many"
    for period in ("1999 - 22001", "1999 - 22001; 2006", "1999 - 22001, 2006", "2006;1999 - 22001"):
        table = make_table([("Kenya", period, "CS")])
        assert table.readings.values.tolist() == [[2, "period", "1999 - 22001", "1999 - 2001", why]]
        assert table.problems.empty
        assert table.spells["end"].dt.year.tolist()[0] == 2001
    assert len(make_table([("Kenya", "1999 - 220011", "CS")]).problems) == 1
