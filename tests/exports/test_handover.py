"""A view holds the rows of a page in its order and says what they are."""

from datetime import datetime

import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.trust.switched_off import table_without
from exports.facts import about_facts, file_facts, machine_facts
from exports.numbers import activity_table, region_table, status_table, summary_numbers
from tests.handovers import handover

ROWS = [
    ("Mali", "1996 - 1997", "DDR, CS"),
    ("Kenya", "2004 - 2005", "IDPs"),
    ("East Timor", "1999 - 22001; 2006", "CS"),
    ("Chad", "2008 - 2009", "CS"),
]
PAGE = "http://127.0.0.1:8501/operations"


def test_rows_have_the_columns_and_the_order_of_the_view(choose):
    view = handover(choose(ROWS), columns=("country", "line"), sort="line", descending=True)
    assert view.rows.to_numpy().tolist() == [["East Timor", 4], ["Kenya", 3], ["Mali", 2]]
    assert view.printed["period"].tolist() == ["1999 - 22001; 2006", "2004 - 2005", "1996 - 1997"]


def test_a_date_that_is_none_is_refused_at_once(choose):
    with pytest.raises(ValueError, match="yesterday"):
        handover(choose(ROWS), made_at="yesterday")


def test_the_moment_of_a_view_is_in_utc(choose):
    assert handover(choose(ROWS), made_at="2026-01-02T10:00:30+02:00").made == datetime(2026, 1, 2, 8, 0, 30)


def test_the_facts_of_a_view(choose):
    view = handover(choose(ROWS, activity=("CS",)), address=PAGE, made_at="2026-01-02 10:00", version="1.2")
    assert file_facts(view) == {
        "selection": "2 of 3 operations: with Community Stabilization",
        "operations": 2,
        "total": 3,
        "not_started": 1,
        "as_of": "2006-12-31",
        "order": "First start",
        "table": "A table",
        "sources": ["A table", "OCHA Countries & Territories taxonomy, as shipped in hdx-python-country 4.2.5"],
        "readings": [
            "Line 4, country: “East Timor” is read as “Timor-Leste” (name in English use until independence in"
            " 2002; now Timor-Leste).",
            "Line 4, period: “1999 - 22001” is read as “1999 - 2001” (repeated digit: the printed year 22001 has"
            " a 2 too many).",
        ],
        "off": [],
        "problems": [],
        "notes": [],
        "caveats": [
            "Durations are years so far: ongoing operations are counted up to 2006-12-31 and no further.",
            "An operation counts once in each territory, region, activity and year that it belongs to, so such"
            " counts may add up to more than the total.",
            "1 operation begins after the as-of date and is left out.",
        ],
        "made_at": "2026-01-02 10:00",
        "version": "1.2",
        "data_version": view.selected.snapshot.table.content_hash,
        "link": f"{PAGE}?activity=CS",
    }


def test_every_fact_is_told_to_a_reader(choose_built_in):
    view = handover(choose_built_in(), address=PAGE, made_at="2026-01-02", version="1.2")
    told = about_facts(view)
    assert ("Selection", "All 32 operations") in told
    assert ("Not read", "none") in told
    assert ("Link to this view", PAGE) in told
    assert sum(label == "Readings in force" for label, _text in told) == 7
    assert any("UNSCR 1244/1999" in text for label, text in told if label == "Notes on names")


def test_machines_get_codes(choose):
    view = handover(choose(ROWS, region=("Africa",)), columns=("name",), sort="end", descending=True)
    facts = machine_facts(view)
    assert facts["query"] == {"region": ["africa"]}
    assert (facts["sort"], facts["descending"], facts["columns"]) == ("end", True, ["name"])


def test_a_reading_of_many_lines_is_told_once(choose):
    facts = file_facts(handover(choose([("Vietnam", "2001", "CS")] * 3)))
    assert facts["readings"] == [
        "3 lines from line 2 on, country: “Vietnam” is read as “Viet Nam” (common spelling of Viet Nam)."
    ]


def test_of_very_many_readings_the_common_ones_are_told(choose):
    facts = file_facts(handover(choose([(f"Nowhere {number}", "2001", "CS") for number in range(60)])))
    assert len(facts["problems"]) == 51
    assert facts["problems"][-1] == "and 10 more of the kind."


def test_what_cannot_be_read_is_told(choose):
    facts = file_facts(handover(choose([("Mali", "once upon a time", "CS")])))
    assert facts["problems"] == ["Line 2, period: “once upon a time” is not a period that can be read."]
    assert "1 operation has no duration, because its period is not wholly known." in facts["caveats"]


def test_key_numbers_of_the_leaflet(choose_built_in):
    assert summary_numbers(choose_built_in()) == [
        ("Operations", 32),
        ("Countries and territories", 33),
        ("Ongoing", 21),
        ("Closed", 11),
        ("Periods", 33),
        ("Years so far, in all", "176"),
        ("How long periods last", "fewer than half have ended"),
        ("Most active at once", "24, in 2004"),
    ]


def test_key_numbers_of_nothing(choose):
    numbers = dict(summary_numbers(choose(ROWS, search="nowhere")))
    assert numbers["Operations"] == 0
    assert numbers["Most active at once"] == "–"
    assert numbers["How long periods last"] == "too few to say"


def test_count_tables_have_names(choose):
    chosen = choose(ROWS)
    # Twice, since counts are kept and nobody may change them.
    assert activity_table(chosen).equals(activity_table(chosen))
    assert activity_table(chosen).to_numpy().tolist() == [
        ["CS", "Community Stabilization", 2],
        ["IDPs", "Internally Displaced People", 1],
        ["DDR", "Disarmament, Demobilization and Reintegration", 1],
    ]
    assert region_table(chosen).to_numpy().tolist() == [["Africa", 2], ["Asia", 1]]
    assert status_table(chosen).to_numpy().tolist() == [["closed", 3]]


def test_readings_switched_off_are_said_and_stand_in_the_query():
    table = table_without(load_built_in(), ("11.period",))
    view = handover(select(table, Selection(region=("Asia",))))
    facts = machine_facts(view)
    assert facts["off"] == [
        "line 11, period: “1999 - 22001” read as “1999 - 2001”: repeated digit: the printed year 22001 has a 2 too many"
    ]
    assert facts["query"] == {"region": ["asia"], "off": ["11.period"]}
    assert ("Readings switched off", facts["off"][0]) in about_facts(view)
    assert not [text for text in facts["readings"] if "22001" in text]
    assert facts["problems"] == ["Line 11, period: “1999 - 22001” is not a period that can be read."]
