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
        ({"own": ((".Donor", ("ECHO", "CERF")),)}, "operations_echo_cerf.csv"),
        ({"own": ((".Donor", tuple("abcdefgh")),)}, "operations_8-donor.csv"),
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


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"territory": tuple(f"A{number:02}" for number in range(16))}, "operations_16-territories"),
        ({"subregion": ("Eastern Africa", "Latin America and the Caribbean", "Southern Asia")}, None),
        ({"search": "word " * 40}, "operations_started_1999-2006_search"),
    ],
)
def test_what_does_not_fit_is_counted_and_every_later_condition_stays(fields, expected):
    name = file_name(Selection(**fields, years=(1999, 2006), when="started", as_of=date(2006, 6, 30)), "csv")
    assert "_started_1999-2006_" in name and name.endswith("_as-of-2006-06-30.csv")
    assert name.startswith(expected or "operations_3-subregions_")


@pytest.mark.parametrize(
    ("table", "expected"),
    [("My programme (2024).xlsx", "operations_my-programme-2024_asia.csv"), ("../data/operations.csv", None)],
)
def test_files_of_an_own_table_carry_its_name(table, expected):
    assert file_name(Selection(region=("Asia",)), "csv", table=table) == (expected or "operations_operations_asia.csv")
