"""Columns of a user's own table that can be filtered by: which, what is proposed, and all that they are used for."""

import numpy as np
import pytest
from pandas.testing import assert_frame_equal

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.counts.options import count_options as options
from analysis.intake.read import read_intake
from analysis.parts.local import LocalParts
from analysis.selection.carry_over import fit_selection
from analysis.selection.conditions import list_conditions
from analysis.selection.select import count_options, select
from analysis.selection.selection import Selection, from_query, to_query
from analysis.selection.sentence import selection_sentence
from analysis.table.in_parts import TableInParts, cut_table
from analysis.table.load import load_built_in
from analysis.table.table import Facet
from analysis.view import View
from analysis.views.timeline import lay_out_timeline

HEAD = "Country,Start,End,Donor,Colour,Cluster,Amount,Note,Name in French\n"
ROWS = [
    ("Kenya", "ECHO; CERF", "red", "Health", "10", "a", "Kenya"),
    ("Kenya", "ECHO", "blue", "Health", "10", "b", "Kenya"),
    ("Zambia", "CERF", "red", "Shelter", "10", "c", "Zambie"),
    ("Zambia", "", "red", "Shelter", "20", "d", "Zambie"),
    ("Zambia", "CERF", "red", "Health", "20", "e", "Zambie"),
    ("Kenya", "ECHO; CERF", "blue", "Health", "20", "f", "Kenya"),
    ("Kenya", "ECHO", "blue", "Health", "20", "g", "Kenya"),
    ("Kenya", "ECHO", "blue", "Health", "20", "h", "Kenya"),
]
FILE = (HEAD + "".join(f"{c},2001,2002,{','.join(rest)}\n" for c, *rest in ROWS)).encode()
ECHO = Selection(own=((".Donor", ("ECHO",)),))


@pytest.fixture(scope="module")
def intake():
    return read_intake(FILE, "a.csv", activity=())


@pytest.fixture(scope="module")
def table(intake):
    return intake.table


def test_columns_that_say_the_same_in_many_rows_can_be_filtered_by(intake):
    assert intake.possible_facets == ("Donor", "Colour", "Cluster", "Name in French")


def test_those_with_a_telling_heading_are_proposed_first_and_none_that_says_what_countries_say(table):
    assert [facet.column for facet in table.own.facets] == ["Donor", "Cluster", "Colour"]


def test_the_user_chooses_others_of_those_that_can_be():
    chosen = read_intake(FILE, "a.csv", activity=(), facets=("Colour", "Note")).table
    assert chosen.own.facets == (Facet("Colour", ("blue", "red")),)


def test_several_values_in_a_cell_count_once_in_each(table):
    counts = ask(select(table, Selection()), count_facet, ".Donor")
    assert dict(zip(counts[".Donor"], counts["operations"], strict=True)) == {"ECHO": 5, "CERF": 4}


def test_a_table_in_parts_counts_the_same(table):
    whole, parts = select(table, ECHO), select(TableInParts(table, LocalParts(cut_table(table, 3))), ECHO)
    assert ask(parts, options) == ask(whole, options)
    assert_frame_equal(ask(parts, count_facet, ".Donor"), ask(whole, count_facet, ".Donor"))


def test_a_choice_leaves_the_rows_that_have_it_and_options_are_counted_beside_it(table):
    selected = select(table, ECHO)
    assert np.flatnonzero(selected.chosen).tolist() == [0, 1, 5, 6, 7]
    assert count_options(selected)[".Donor"] == {"ECHO": 5, "CERF": 4}
    assert count_options(selected)[".Colour"] == {"red": 1, "blue": 4}


def test_the_link_says_it_and_reads_it(table):
    assert to_query(ECHO) == {".Donor": ["ECHO"]}
    assert from_query({".Donor": ["echo"]}, table) == (ECHO, [])
    assert from_query({".Donor": ["UN"]}, table)[1] == [".Donor=UN means nothing here; allowed: ECHO, CERF."]
    view, ignored = View.from_query("timeline", {".Donor": ["ECHO"], "group": [".Cluster"]}, table)
    assert (view.selection, view.settings.group, ignored) == (ECHO, ".Cluster", [])


def test_the_sentence_says_it_and_a_chip_lets_it_go(table):
    selected = select(table, ECHO)
    assert selection_sentence(selected) == "5 of 8 operations: Donor is ECHO"
    assert list_conditions(selected)[0] == ("Donor is ECHO", Selection())


def test_another_table_without_the_column_says_that_it_is_left_out():
    assert fit_selection(ECHO, load_built_in()) == (
        Selection(),
        [".Donor=ECHO is left out of the filters: no row of this table has it."],
    )


def test_the_timeline_is_grouped_and_its_bars_are_parted_by_it(table):
    lines = lay_out_timeline(select(table, Selection()), "start", ".Donor", parts=".Cluster").lines
    assert lines.loc[lines["heading"], "group"].tolist() == ["ECHO", "CERF", ""]
    assert set(lines["codes"].dropna()) == {("Health",), ("Shelter",)}
