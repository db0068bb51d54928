"""A file's name says what is in it."""

from datetime import date

import pytest

from analysis.selection.selection import Selection
from exports.file_names import file_name


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "operations.csv"),
        (
            {"region": ("Africa",), "activity": ("IDPs",), "years": (1999, 2006)},
            "operations_africa_idps_1999-2006.csv",
        ),
        ({"activity": ("CS", "DDR"), "match": "all"}, "operations_all_cs_ddr.csv"),
        ({"activity": ("CS",), "match": "none"}, "operations_without_cs.csv"),
        ({"activity": ("CS",), "match": "exactly"}, "operations_exactly_cs.csv"),
        ({"years": (2004, 2004), "when": "started"}, "operations_started_2004.csv"),
        (
            {"subregion": ("Latin America and the Caribbean",)},
            "operations_latin-america-and-the-caribbean.csv",
        ),
        ({"territory": ("TLS",), "status": ("closed",)}, "operations_tls_closed.csv"),
        ({"search": "Côte d'Ivoire"}, "operations_cote-d-ivoire.csv"),
        ({"search": "../../etc/passwd"}, "operations_etc-passwd.csv"),
        ({"search": "日本"}, "operations_search.csv"),
        ({"as_of": date(2004, 6, 30)}, "operations_as-of-2004-06-30.csv"),
    ],
)
def test_a_name_says_every_condition(fields, expected):
    assert file_name(Selection(**fields), "csv") == expected


def test_what_the_file_is_and_its_kind_stand_in_its_name():
    assert file_name(Selection(region=("Asia",)), "pptx", "brief") == "brief_asia.pptx"


def test_a_long_name_is_cut_and_keeps_its_kind():
    name = file_name(Selection(territory=tuple(f"A{number:02}" for number in range(99))), "csv")
    assert len(name) <= 104 and name.endswith(".csv") and "_." not in name
