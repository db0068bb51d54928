"""Countries of any table: exact first, guesses marked, groups never placed."""

import pytest

from analysis.intake.cells.read_cells import read_cells
from analysis.intake.read import intake_sheet, read_intake
from analysis.reading.country_guesses import (
    CONFIRMED,
    CUT,
    GROUP,
    LIKE,
    LONG,
    SOME,
    UNKNOWN,
    CountryReader,
    plain_name,
    problem_of,
)
from analysis.reading.reference import load_reference


def read(printed: str, **options):
    return CountryReader(load_reference(), **options).read(printed)


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Republic of India", "IND"),
        ("Vietnam", "VNM"),
        ("DRC", "COD"),
        ("RDC", "COD"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Republic of Congo", "COG"),
        ("Korea, Rep.", "KOR"),
        ("Burma", "MMR"),
        ("Syria", "SYR"),
        ("Turkey", "TUR"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("occupied Palestinian territory", "PSE"),
        ("AFG - Afghanistan", "AFG"),
        ("Afghanistan (AFG)", "AFG"),
        ("The Gambia", "GMB"),
        ("St. Lucia", "LCA"),
        ("République Démocratique du Congo", "COD"),
        ("Costa de Marfil", "CIV"),
        ("Korea (North)", "PRK"),
        ("Sudan (South)", "SSD"),
        ("Guinea, Equatorial", "GNQ"),
        ("Congo (DR)", "COD"),
        ("Congo (COD)", "COD"),
        ("Congo, République démocratique du", "COD"),
        ("S. Korea", "KOR"),
        ("Eq. Guinea", "GNQ"),
        ("Bangla Desh", "BGD"),
        ("Srilanka", "LKA"),
        ("Kenya - Dadaab", "KEN"),
        ("Somalia [Puntland]", "SOM"),
        ("Haiti: Port-au-Prince", "HTI"),
        ("Hong Kong, China", "HKG"),
        ("China, Taiwan", "TWN"),
    ],
)
def test_usual_names_are_exact(printed, iso3):
    found = read(printed)
    assert found.iso3 == (iso3,) and "guess" not in found.why


@pytest.mark.parametrize(
    ("printed", "iso3", "why"),
    [
        ("Afghanisten", ("AFG",), LIKE),
        ("Phillipines", ("PHL",), LIKE),
        ("Democratic Socialist Republic of Sri Lan", ("LKA",), CUT),
        ("Socialist Republic of Burma", ("MMR",), LONG),
        ("Kenya, Somalia, Utopia", ("KEN", "SOM"), SOME),
        ("Republic of Korea and others", ("KOR",), SOME),
    ],
)
def test_a_guess_is_marked(printed, iso3, why):
    found = read(printed)
    assert (found.iso3, found.why) == (iso3, why)


@pytest.mark.parametrize(
    "printed",
    ["Southern Africa", "Gulf of Guinea", "Nigera", "World", "Utopia", "Central Asia", "Kenyan Coast"],
)
def test_groups_and_strangers_are_not_placed(printed):
    assert read(printed, guess=True).iso3 == ()


def test_a_guess_does_not_depend_on_the_names_before_it():
    reader = CountryReader(load_reference())
    for number in range(1_000):
        reader.read(f"Utopia {number}")
    assert reader.read("Tanzannia") == CountryReader(load_reference()).read("Tanzannia") == (("TZA",), LIKE, ())


@pytest.mark.parametrize("printed", ["St Lucia", "St. Lucia", "Saint Lucia", "st lucia"])
def test_st_is_short_for_saint(printed):
    assert read(printed).iso3 == ("LCA",)


@pytest.mark.parametrize("name", ["west bank", "best coast", "east timor"])
def test_st_inside_a_word_is_left_alone(name):
    assert plain_name(name) == name


# Read by patterns that are quadratic, any of these would take minutes.
@pytest.mark.parametrize("long", ["a (" + "of " * 100_000, "Utopia" + " " * 200_000 + "\nx", "ABC (" * 100_000])
def test_a_long_text_that_is_no_country_is_soon_given_up(long):
    assert read(long).iso3 == ()


def test_groups_are_told_from_strangers():
    assert [problem_of(name) for name in ("Southern Africa", "World", "Utopia")] == [GROUP, GROUP, UNKNOWN]


def test_several_countries_in_one_cell_are_several_territories():
    assert read("YEM | KEN | DJI").iso3 == ("YEM", "KEN", "DJI")
    assert read("Haiti\nCuba").iso3 == ("HTI", "CUB")
    assert read("Mali – Niger – Chad").iso3 == ("MLI", "NER", "TCD")
    assert read("China and Hong Kong").iso3 == ("CHN", "HKG")
    assert read("Sudan, South, Kenya").iso3 == ("SSD", "KEN")
    assert read("Congo, République démocratique du, Burundi et Rwanda").iso3 == ("COD", "BDI", "RWA")
    assert read("Kenya; Southern Africa") == (("KEN",), "several countries in one cell", ("Southern Africa",))


def test_numbers_of_the_un_are_read_with_or_without_zeros():
    assert read("4", codes=True).iso3 == ("AFG",)
    assert read("4").iso3 == ()


def test_names_are_found_inside_longer_texts():
    assert read("Mission in South Sudan and Chad", in_text=True).iso3 == ("SSD", "TCD")
    assert read("Force in West New Guinea", in_text=True).iso3 == ()


def test_a_guess_is_taken_as_the_user_decides():
    content = b"country,period\nTanzannia,2004\nKeniya,2005\nMali,2006\n"
    undecided = read_intake(content)
    decided = intake_sheet(read_cells(content), decisions={"Tanzannia": True, "Keniya": False, "Mali": False})
    assert undecided.table.readings["why"].tolist() == [LIKE, LIKE]
    assert decided.table.readings[["printed", "why"]].values.tolist() == [["Tanzannia", CONFIRMED]]
    assert decided.table.problems[["line", "value"]].values.tolist() == [[3, "Keniya"]]
    assert decided.table.content_hash != undecided.table.content_hash
