"""Places are shown by their current names, in the language in force."""

import re

import pandas as pd
import pytest

from analysis.reading.reference import load_reference
from analysis.table.build import build_table
from analysis.table.place_names import in_places, place_names
from analysis.text import in_language


@pytest.fixture(scope="module")
def table():
    """Four printed countries: a former name, two territories, a shared name, and one that nobody knows."""
    countries = ["East Timor", "Kosovo (FYROM) & Macedonia", "Ivory Coast", "Atlantis"]
    rows = pd.DataFrame({"line": range(2, 6), "country": countries, "period": "2000 - 2006", "area": "CS"})
    return build_table(rows, load_reference())


def test_place_names_are_current_short_names_or_as_printed(table):
    assert place_names(table).tolist() == [
        "Timor-Leste",
        "Kosovo* and North Macedonia",
        "Côte d'Ivoire",
        "Atlantis",
    ]


def test_place_names_follow_the_language_in_force(table):
    with in_language("fr"):
        assert place_names(table)[1].startswith("Kosovo* ")
        assert "Macédoine du Nord" in place_names(table)[1]
    assert place_names(table)[1] == "Kosovo* and North Macedonia"


def test_a_blank_country_stays_blank():
    rows = pd.DataFrame({"line": [2], "country": [""], "period": ["2006"], "area": ["CS"]})
    assert place_names(build_table(rows, load_reference())).tolist() == [""]


@pytest.mark.parametrize(
    ("code", "names", "said"),
    [
        ("en", ["Africa", "Asia"], "in Africa or Asia"),
        ("fr", ["Afrique", "Asie"], "en Afrique ou en Asie"),
        ("fr", ["Amériques"], "dans les Amériques"),
        ("fr", ["Mali", "Philippines", "Kosovo*"], "au Mali, aux Philippines ou au Kosovo*"),
        ("fr", ["Le Nord"], "lieu\u00a0: Le Nord"),
        ("es", ["Asia", "Oceanía"], "en Asia u Oceanía"),
        ("es", ["Américas", "Asia"], "en las Américas o en Asia"),
        ("ar", ["الأمريكتان", "آسيا"], "في الأمريكتين أو في آسيا"),
    ],
)
def test_where_something_lies_is_said_as_the_language_does(table, code, names, said):
    with in_language(code):
        assert in_places(table.reference, names) == said


def test_each_territory_has_a_french_phrase_that_ends_in_its_name():
    territories = load_reference().territories
    pairs = zip(territories["in_fr"], territories["name_fr"], strict=True)
    assert [name for phrase, name in pairs if not re.match(f"(en|au|aux|à|dans) .*{re.escape(name)}$", phrase)] == []
