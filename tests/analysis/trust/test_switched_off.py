"""Readings switched off: the printed value counts as it stands, and nothing else changes."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analysis.intake.read import read_intake
from analysis.reading.periods import SWITCHED_OFF
from analysis.reading.problems import say_reading
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.table.table import Table
from analysis.text import in_language
from analysis.trust.quality import headline_numbers
from analysis.trust.switched_off import table_without
from analysis.trust.switches import read_off, reading_switches, say_off, say_switch

ALL = [switch.code for switch in reading_switches(load_built_in())]


def numbers(table: Table) -> dict:
    """The headline numbers of a whole table."""
    return headline_numbers(select(table, Selection()))


def problems(table: Table) -> list[tuple]:
    """What is wrong in a table, as (line, column, value, problem)."""
    return list(table.problems.itertuples(index=False, name=None))


def test_each_reading_of_the_leaflet_has_a_short_code(built_in):
    expected = ["6.country", "9.country", "11.country", "11.period", "19.country", "21.country", "32.country"]
    assert expected == ALL
    correction = reading_switches(built_in)[3]
    assert (correction.printed, correction.read, correction.rows) == ("1999 - 22001", "1999 - 2001", 1)


def test_without_the_correction_the_printed_year_is_not_read(built_in):
    table = table_without(built_in, ("11.period",))
    assert problems(table) == [(11, "period", "1999 - 22001", "is not a period that can be read")]
    before, after = numbers(built_in), numbers(table)
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == {
        "spells": (33, 32),
        "closed": (11, 10),
        "unknown": (0, 1),
        "years_total": (176.0, 172.0),
        "years_mean": (5.5, 5.548387096774),
    }


def test_without_an_alias_the_operation_is_counted_but_has_no_territory(built_in):
    table = table_without(built_in, ("21.country",))
    assert problems(table) == [(21, "country", "Kosovo (FYROM) & Macedonia", SWITCHED_OFF)]
    after = numbers(table)
    assert (after["operations"], after["territories"], after["years_total"]) == (32, 31, 176.0)


def test_pieces_that_touch_are_kept_apart_and_pieces_that_overlap_cannot_be(make_table):
    table = make_table([("Kenya", "1999 - 2001; 2002", "CS"), ("Mali", "1999 - 2001; 2001 - 2003", "CS")])
    touching, overlapping = reading_switches(table)
    assert touching.fixed == "" and overlapping.fixed != ""
    assert read_off(["2.period", "3.period"], table) == (
        ("2.period",),
        ["off=3.period stays on: pieces that overlap cannot be kept apart: their days would count twice."],
    )
    apart = table_without(table, ("2.period", "3.period"))
    assert apart.spells["operation"].tolist() == [0, 0, 1]
    assert numbers(apart)["years_total"] == numbers(table)["years_total"] == 9.0
    assert [switch.code for switch in apart.off] == ["2.period"]


@pytest.mark.parametrize(
    ("period", "piece"), [("1999 -", "1999 -"), ("since 2001", "since 2001"), ("2000; 2003-", "2003-")]
)
def test_a_piece_whose_reading_is_off_is_a_problem(make_table, period, piece):
    table = make_table([("Kenya", period, "CS"), ("Mali", "2000", "CS")])
    without = table_without(table, ("2.period",))
    assert problems(without) == [(2, "period", piece, SWITCHED_OFF)]
    assert without.period_read.tolist() == [False, True]


def test_an_activity_counts_under_its_printed_name_unless_the_cell_names_it_once_more(make_table):
    table = make_table([("Kenya", "2000", "ddr, CS"), ("Mali", "2000", "DDR; ddr"), ("Chad", "2000", "CS, DDR")])
    without = table_without(table, ("2.area",))
    sets = without.set_activities.groupby("activity_set")["activity"].agg(list)
    assert [sets[number] for number in without.operations["activity_set"]] == [
        ["CS", "ddr"], ["DDR", "ddr"], ["CS", "DDR"],
    ]  # fmt: skip
    assert without.set_count == 3


def test_blank_ends_and_stand_ins_are_what_they_would_be_without_the_reading():
    rows = "Country,Start,End,Status\nMali,2001,,\nChad,2002,,closed\nKenya,2003,-7,\nNiger,2004,2005,closed\n"
    table = read_intake(rows.encode(), "mine.csv", as_of=date(2006, 12, 31)).table
    codes = tuple(switch.code for switch in reading_switches(table))
    assert codes == ("2.End", "3.End", "4.End")
    assert say_switch(reading_switches(table)[0]) == (
        "line 2, End: a blank read as “ongoing”: no end is given, and nothing says that it has ended: ongoing"
    )
    before, after = numbers(table), numbers(table_without(table, codes))
    assert [before[name] for name in ("ongoing", "closed", "unknown")] == [2, 1, 1]
    assert [after[name] for name in ("ongoing", "closed", "unknown")] == [1, 1, 2]


def test_a_number_of_excel_whose_reading_is_off_is_no_date():
    rows = "Country,Start,End\nMali,36526,36900\nChad,2000-05-01,2001-01-01\nKenya,2000-05-02,2001-01-01\n"
    table = read_intake(rows.encode(), "mine.csv", as_of=date(2006, 12, 31)).table
    without = table_without(table, ("2.Start", "2.End"))
    assert [problem[:3] for problem in problems(without)] == [(2, "Start", "36526"), (2, "End", "36900")]
    assert without.spells["operation"].tolist() == [1, 2]


def test_many_texts_read_for_one_reason_are_one_switch():
    rows = "".join(f"Mali,{36526 + day},2001-12-31\n" for day in range(30))
    table = read_intake(f"Country,Start,End\n{rows}".encode(), "mine.csv", as_of=date(2006, 12, 31)).table
    (switch,) = reading_switches(table)
    assert say_switch(switch) == (
        "from line 2 on, Start: 30 texts, such as “36526” read as “2000-01-01”: a number that Excel stores for a day"
    )
    assert (switch.code, switch.texts, switch.rows) == ("2.Start", 30, 30)
    assert table_without(table, ("2.Start",)).spells.empty


@given(st.sets(st.sampled_from(ALL)))
@settings(max_examples=20, deadline=None)
def test_off_and_on_again_is_the_same_table_and_each_state_has_its_own_name(codes):
    table = load_built_in()
    without = table_without(table, tuple(sorted(codes)))
    assert (without.content_hash == table.content_hash) == (not codes)
    assert {switch.code for switch in without.off} == codes
    assert len(without.readings) + len(codes) == len(table.readings)
    assert len(say_off(without)) == len(codes)
    assert_frame_equal(without.operations[["line", "country", "period", "area"]], _printed(table))
    assert numbers(table_without(table, ())) == numbers(table)


def _printed(table: Table) -> pd.DataFrame:
    return table.operations[["line", "country", "period", "area"]]


def test_codes_that_mean_nothing_are_said(built_in):
    codes, ignored = read_off(["32.country", "9.period", "", "6.country"], built_in)
    assert codes == ("6.country", "32.country")
    assert ignored == [f"off=9.period means nothing here; allowed: {', '.join(ALL)}."]
    assert table_without(built_in, ("9.period",)) is built_in


def test_what_a_country_was_read_as_is_called_as_the_language_calls_it(built_in):
    switches = {switch.line: switch for switch in reading_switches(built_in) if switch.column == "country"}
    with in_language("fr"):
        said = [say_switch(switches[line]) for line in (6, 21)]
        assert "Bosnie-Herzégovine\xa0»" in said[0] and "Macédoine du Nord\xa0»" in said[1] and "Kosovo*" in said[1]
        assert "Kenya et autres" in say_reading("", "Kenia", "Kenya et autres", "")
    with in_language("ar"):
        assert "البوسنة والهرسك" in say_reading("", "Bosnia - Herzegovina", "Bosnia and Herzegovina", "")
