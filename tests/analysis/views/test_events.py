from datetime import date

import pytest

from analysis.intake.read import read_intake
from analysis.reading.reference import load_reference, territory_notes
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.events import list_events, selected_events


def test_events_stand_in_order_at_the_middle_of_what_their_date_covers():
    events = list_events(load_reference())
    assert [(e.date, round(e.moment, 2), e.iso3) for e in events.itertuples()] == [
        ("2000-01", 2000.04, ""),
        ("2002", 2002.5, ""),
        ("2004-12", 2004.96, "IDN;LKA"),
        ("2005", 2005.5, ""),
        ("2005-10", 2005.79, "PAK"),
        ("2006-06", 2006.45, "TLS"),
    ]


def test_an_event_says_its_date():
    assert list_events(load_reference())["text"].iloc[-1].startswith("2006-06: ")


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({}, ["2004-12", "2005-10", "2006-06"]),
        ({"territory": ("LKA",)}, ["2004-12"]),
        ({"region": ("Africa",)}, []),
        ({"years": (2005, 2005)}, ["2005-10"]),
        ({"as_of": date(2005, 12, 31)}, ["2004-12", "2005-10"]),
    ],
)
def test_the_events_of_a_selection_name_its_territories_within_its_years(fields, dates):
    assert selected_events(select(load_built_in(), Selection(**fields)))["date"].tolist() == dates


def test_another_table_has_no_events_and_no_notes_on_the_leaflet():
    rows = "Country,Period\nPakistan,2004 - 2006\nMacedonia,2004 - 2006\nSudan,2004 - 2006\nKosovo,2004 - 2006\n"
    table = read_intake(rows.encode(), "mine.csv").table
    assert list_events(table.reference).empty
    assert selected_events(select(table, Selection())).empty
    notes = territory_notes(table.reference, ["MKD", "SDN", "XKX"])
    assert [note[:25] for note in notes] == ["Kosovo*: this designation", "Sudan included today's So"]
