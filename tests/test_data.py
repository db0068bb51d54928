"""The tables in data/ are valid, whole, letter for letter, and agree with each other."""

import json
import re
from pathlib import Path

import frictionless
import pandas as pd
import pytest

DATA = Path(__file__).parent.parent / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = [resource["name"] for resource in PACKAGE["resources"]]


def load_rows(name: str) -> pd.DataFrame:
    """One table of data/ as it is written: all text, and nothing taken for missing."""
    return pd.read_csv(DATA / f"{name}.csv", dtype="str", keep_default_na=False)


@pytest.fixture(scope="module")
def report() -> frictionless.Report:
    """What frictionless finds in the whole package, foreign keys included."""
    return frictionless.validate(str(DATA / "datapackage.json"))


def test_the_package_describes_every_table_in_the_folder():
    assert sorted(RESOURCES) == sorted(path.stem for path in DATA.glob("*.csv"))


def test_the_package_descriptor_is_valid(report):
    assert report.errors == []


@pytest.mark.parametrize("name", RESOURCES)
def test_a_table_fits_its_schema(report, name):
    task = next(task for task in report.tasks if task.name == name)
    assert [error.message for error in task.errors] == []


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=RESOURCES)
def test_every_column_is_described(resource):
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(load_rows(resource["name"]).columns)
    assert all(field["title"] and field["description"] for field in fields)
    assert resource["title"] and resource["description"]


def test_the_package_says_up_to_when_it_speaks_and_why():
    assert PACKAGE["as_of"] == "2006-12-31"
    assert "2006" in PACKAGE["as_of_reason"]
    assert PACKAGE["sources"] and PACKAGE["terms"]


def test_operations_are_the_leaflets_32_rows_letter_for_letter():
    operations = load_rows("operations")
    assert len(operations) == 32
    assert operations.iloc[[0, 9, 19, 31]].values.tolist() == [
        ["Afghanistan", "1992 - on going", "IDPs, DDR, OCV, CS"],
        ["East Timor", "1999 - 22001; 2006", "IDPs, DDR, OCV, CS"],
        ["Kosovo (FYROM) & Macedonia", "1999 - on going", "IDPs, DDR, OCV, CS"],
        ["Zimbabwe", "2003 - on going", "IDPs, CS"],
    ]
    assert operations.set_index("country").loc["Pakistan", "area"] == "IDPs, ND, CS"


@pytest.mark.parametrize("name", ["corrections", "aliases", "activities", "notes"])
def test_every_reading_has_a_reason(name):
    assert load_rows(name)["why"].str.strip().ne("").all()


@pytest.mark.parametrize("name", ["aliases", "notes", "events"])
def test_every_territory_named_is_in_the_territories_table(name):
    named = load_rows(name)["iso3"].str.split(";").explode()
    assert set(named) - {""} <= set(load_rows("territories")["iso3"])


def test_each_corrections_printed_text_stands_in_its_column():
    operations = load_rows("operations")
    for correction in load_rows("corrections").itertuples():
        assert operations[correction.column].str.contains(correction.printed, regex=False).any()


def test_every_country_printed_is_an_alias_or_a_current_name():
    known = set(load_rows("aliases")["printed"]) | set(load_rows("territories")["name_en"])
    assert set(load_rows("operations")["country"]) <= known


def test_the_activities_are_those_of_the_table_in_their_order():
    activities = load_rows("activities")
    assert activities["code"].tolist() == ["IDPs", "DDR", "OCV", "CS", "ND"]
    assert set(load_rows("operations")["area"].str.split(", ").explode()) == set(activities["code"])


def test_the_reason_of_an_activity_names_lines_of_the_leaflet():
    assert load_rows("activities")["why"].map(lambda why: bool(re.search(r"lines? \d+", why))).all()


def test_events_stand_in_order_with_their_line():
    events = load_rows("events")
    assert events[["date", "iso3", "line"]].values.tolist() == [
        ["2000-01", "", "67"],
        ["2002", "", "109"],
        ["2004-12", "IDN;LKA", "152"],
        ["2005", "", "113"],
        ["2005-10", "PAK", "152"],
        ["2006-06", "TLS", "152"],
    ]


def test_namibias_code_is_not_a_missing_value():
    with frictionless.Package(str(DATA / "datapackage.json")).get_resource("territories") as territories:
        namibia = next(row for row in territories.row_stream if row["iso3"] == "NAM")
    assert namibia["iso2"] == "NA"
