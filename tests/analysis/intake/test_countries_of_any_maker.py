"""Countries as any maker writes them: with words beside them, in lists, by code, and in broken letters."""

import pytest

from analysis.intake.read import read_intake
from analysis.reading.country_guesses import GUESSES, CountryReader
from analysis.reading.reference import load_reference


def read(printed: str, in_text: bool = False) -> tuple[str, ...]:
    """The territories of a printed country that are no guess; () where it is not placed for sure."""
    found = CountryReader(load_reference(), in_text=in_text).read(printed)
    return () if found.why in GUESSES or found.unknown else found.iso3


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        # An older name or a place in brackets.
        ("Myanmar (Burma)", ("MMR",)),
        ("Uganda (Gulu)", ("UGA",)),
        ("Viet Nam (South Vietnam)", ("VNM",)),
        # What stands beside it may be another territory, or say which of two is meant.
        ("Serbia (Kosovo)", ()),
        ("Congo (upper river)", ()),
        ("Congo (DRC)", ("COD",)),
        # Names in languages beside those of the table of territories.
        ("Коста-Рика", ("CRI",)),
        ("Кенія, Сомалі", ("KEN", "SOM")),
        ("Bosnien und Herzegowina", ("BIH",)),
        # Which of the two it is the word alone does not say in every language.
        ("Kongo", ()),
        ("Kongo-Kinshasa", ("COD",)),
        ("Costa d’Avorio", ("CIV",)),
        ("السودان", ("SDN",)),
        ("Etiópia; Quénia", ("ETH", "KEN")),
        # Abbreviations, points, apostrophes.
        ("Dominican Rep.", ("DOM",)),
        ("Marshall Is.", ("MHL",)),
        ("St Lucia", ("LCA",)),
        ("Cote d Ivoire", ("CIV",)),
        ("Central African Rep", ("CAF",)),
        # Lists whose names hold commas or "and".
        ("Saint Kitts and Nevis, Barbados and Jamaica", ("KNA", "BRB", "JAM")),
        ("Bosnia and Herzegovina, Croatia", ("BIH", "HRV")),
        ("Rwanda, Congo, Democratic Republic and Burundi", ("RWA", "COD", "BDI")),
        ("Korea, Republic, Japan", ("KOR", "JPN")),
        ("Haiti-Jamaica", ("HTI", "JAM")),
        ("Guinea-Bissau, Guinea", ("GNB", "GIN")),
        # One territory is not two, and no part of another.
        ("China, Hong Kong Special Administrative Region", ("HKG",)),
        ("Chinese Taipei", ("TWN",)),
        ("China, Elsewhere", ()),
        ("Republic of the Union of Myanmar", ("MMR",)),
    ],
)
def test_a_country_in_the_words_of_any_maker(printed, iso3):
    assert read(printed) == iso3


@pytest.mark.parametrize(
    ("cell", "iso3"), [("Jersey", ("JEY",)), ("Congo", ("COG",)), ("Réunion", ("REU",)), ("The man from Mali", ())]
)
def test_a_cell_that_is_a_name_is_no_guess_where_texts_are_searched(cell, iso3):
    assert read(cell, in_text=True) == iso3


def placed(table) -> dict[str, tuple[str, ...]]:
    """The territories of each printed country."""
    pairs = table.place_territories
    return {place: tuple(pairs.loc[pairs["place"] == number, "iso3"]) for number, place in enumerate(table.places)}


def test_a_blank_name_is_placed_by_the_code_beside_it_and_said():
    text = "name,code,Start\nMali,MLI,2001\nChad,TCD,2002\nTogo,TGO,2003\n,XKX,2004\n,,2005\n"
    intake = read_intake(text.encode(), "t.csv", country="name")
    assert placed(intake.table)["XKX"] == ("XKX",)
    assert "Rows that name no country take the code in 'code' (1)." in [note.say() for note in intake.notes]


@pytest.mark.parametrize("codes", ["MLI TCD TGO", "ML TD TG", "466 148 768"])
def test_an_odd_name_is_placed_by_the_code_beside_it_and_a_group_is_not(codes):
    mali, chad, togo = codes.split()
    text = f"name,code,Start\nMali,{mali},2001\nChad,{chad},2002\nTgoo,{togo},2003\nAfrica,{mali},2004\n"
    found = placed(read_intake(text.encode(), "t.csv", country="name").table)
    assert (found[togo], found["Africa"]) == (("TGO",), ())


def test_codes_of_something_else_place_no_row():
    text = "name,code,Start\nMali,CHE,2001\nChad,SWE,2002\nTogo,NOR,2003\n,DNK,2004\n"
    assert placed(read_intake(text.encode(), "t.csv", country="name").table)[""] == ()


@pytest.mark.parametrize("name", ["São Tomé and Príncipe", "Côte d'Ivoire", "Türkiye", "Åland Islands"])
def test_letters_that_were_read_in_the_wrong_encoding_once_are_mended(name):
    twice = name.encode().decode("cp1252", errors="strict") if "Å" not in name else name
    intake = read_intake(f"Pays,Début\n{twice},2001\nSÃO,2002\n".encode(), "t.csv", country="Pays", start="Début")
    assert intake.table.places.tolist() == [name, "SÃO"]
    assert any("mended" in note.say() for note in intake.notes) == (twice != name)
