"""Places are shown by their current names, in the language in force."""

import pandas as pd
import pytest

from analysis.reading.reference import load_reference
from analysis.table.build import build_table
from analysis.table.place_names import place_names
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
