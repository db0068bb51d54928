"""Two tables compared: each kind of change, repeated keys paired openly, and sums that add up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.read import read_intake
from analysis.trust.switched_off import table_without
from analysis.views.table_changes.changes import (
    compare_tables,
    count_changes,
    count_repeated,
    say_changes,
    say_kinds,
)
from analysis.views.table_changes.comparable import key_choices

AS_OF = date(2006, 12, 31)
# The kind that each is when the two tables change places; the others stay as they are.
OPPOSITES = {
    "new": "gone", "opened": "closed", "extended": "shortened", "end-known": "end-unknown",
    "starts-earlier": "starts-later", "period-known": "period-unknown", "added": "dropped",
}  # fmt: skip
SWAPPED = OPPOSITES | {new: old for old, new in OPPOSITES.items()}


def kinds(changes) -> list[tuple]:
    """name, kinds, lines: what became of each row."""
    lines = changes[["before_line", "after_line"]].astype("object").where(lambda line: line.notna(), None)
    return list(zip(changes["name"], changes["kinds"], lines["before_line"], lines["after_line"], strict=True))


def read_own(text: str):
    """A table as a manager brings it."""
    return read_intake(text.encode(), "mine.csv", as_of=AS_OF).table


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("2001 - ongoing", "CS"), ("2001 - ongoing", "CS"), ""),
        (("2001 - ongoing", "CS"), ("2001 - 2006", "CS"), "closed"),
        (("2001 - 2006", "CS"), ("2001 - ongoing", "CS"), "opened"),
        (("2001 - 2002", "CS"), ("2001 - 2003", "CS"), "extended"),
        (("2001 - 2003", "CS"), ("2001-01 - 2002-05", "CS"), "shortened"),
        (("2001 - ?", "CS"), ("2001 - 2003", "CS"), "end-known"),
        (("2001 - 2003", "CS"), ("2001 - ?", "CS"), "end-unknown"),
        (("2001 - ?", "CS"), ("2001 - ongoing", "CS"), "opened"),
        (("2001-05 - 2003", "CS"), ("2001-03 - 2003", "CS"), "starts-earlier"),
        (("2001 - 2003", "CS"), ("2001-03 - 2004", "CS"), "extended;starts-later"),
        (("2001; 2005", "CS"), ("2001 - 2002; 2005", "CS"), "spells"),
        (("2001 - 2008", "CS"), ("2001 - 2009", "CS"), "spells"),
        (("2001 - 2005", "CS"), ("2001-01-01 - 2005-12-31", "CS"), ""),
        (("2001", "CS"), ("2001", "CS, DDR"), "added"),
        (("2001", "CS"), ("2001", "DDR"), "added;dropped"),
        (("2001 - ongoing", "CS, DDR"), ("2001 - 2004", "CS"), "closed;dropped"),
    ],
)
def test_each_kind_of_change(make_table, before, after, expected):
    changes = compare_tables(make_table([("Mali", *before)]), make_table([("Mali", *after)]))
    assert kinds(changes) == [("Mali", expected, 2, 2)]


def test_rows_new_and_gone_stand_alone(make_table):
    before = make_table([("Mali", "2001", "CS"), ("Chad", "2002", "CS")])
    after = make_table([("Niger", "2003", "CS"), ("Mali", "2001", "CS")])
    changes = compare_tables(before, after)
    assert kinds(changes) == [("Niger", "new", None, 2), ("Mali", "", 2, 3), ("Chad", "gone", 3, None)]
    assert changes.iloc[2][["period_before", "status_before", "period_after"]].tolist() == ["2002", "closed", ""]
    assert count_changes(changes).to_numpy().tolist() == [["new", 1], ["gone", 1], ["", 1]]
    assert say_changes(changes) == "1 operation is in both tables, 0 of them changed; 1 new, 1 gone."


def test_a_start_in_another_year_is_another_row_unless_the_key_is_the_country(make_table):
    before, after = make_table([("Mali", "2001 - 2005", "CS")]), make_table([("Mali", "2002 - 2005", "CS")])
    assert [kind for _name, kind, *_lines in kinds(compare_tables(before, after))] == ["new", "gone"]
    assert kinds(compare_tables(before, after, "country")) == [("Mali", "starts-later", 2, 2)]


def test_a_period_that_can_be_read_by_now_is_a_change_when_the_key_is_the_country(make_table):
    before = make_table([("Mali", "soon", "CS"), ("Chad", "2001", "CS")])
    after = make_table([("Mali", "2002 - ongoing", "CS"), ("Chad", "later", "CS")])
    assert [kind for _name, kind, *_lines in kinds(compare_tables(before, after, "country"))] == [
        "period-known", "period-unknown",
    ]  # fmt: skip


def test_repeated_keys_are_paired_by_what_is_the_same_then_by_nearest_start_and_never_twice(make_table):
    before = make_table(
        [("Mali", "2001-01 - 2003", "CS"), ("Mali", "2001-06 - ongoing", "DDR"), ("Chad", "2001", "CS")]
    )
    after = make_table(
        [
            ("Mali", "2001-11 - 2002", "ND"),
            ("Mali", "2001-05 - 2004", "DDR"),
            ("Mali", "2001-01 - 2003", "CS"),
            ("Chad", "2001", "CS"),
        ]
    )
    changes = compare_tables(before, after)
    assert kinds(changes) == [
        ("Mali", "new", None, 2),
        ("Mali", "closed;starts-earlier", 3, 3),
        ("Mali", "", 2, 4),
        ("Chad", "", 4, 5),
    ]
    assert count_repeated(changes).to_numpy().tolist() == [["MLI 2001", "Mali", 2, 3, 2]]
    assert changes["repeated"].tolist() == [True, True, True, False]


def test_rows_can_be_paired_by_a_column_that_both_tables_have():
    before = read_own("Code,Country,Start,End\nA,Mali,2001,2002\nB,Chad,2001,2002\n,Togo,2001,2002\n")
    after = read_own("Code,Country,Start,End,Note\nB,Niger,2003,2004,x\nC,Mali,2001,2002,y\n,Togo,2001,2003,\n")
    assert list(key_choices(before, after)) == ["start", "country", ".Code", ".Start", ".End"]
    assert kinds(compare_tables(before, after, ".Code")) == [
        ("Niger", "extended;starts-later;moved", 3, 2),
        ("Mali", "new", None, 3),
        ("Togo", "extended", 4, 4),
        ("Mali", "gone", 2, None),
    ]
    assert say_kinds("extended;moved") == "extended: ends later, other countries"
    assert say_kinds("") == "unchanged"


def test_a_reading_that_is_switched_off_is_a_change_like_any_other(built_in):
    changes = compare_tables(built_in, table_without(built_in, ("11.period",)), "country")
    assert [row for row in kinds(changes) if row[1]] == [("Timor-Leste", "starts-later", 11, 11)]


def test_names_that_nobody_knows_are_paired_as_printed(make_table):
    before, after = make_table([("Atlantis", "2001", "CS")]), make_table([("ATLANTIS", "2001", "CS")])
    assert kinds(compare_tables(before, after)) == [("ATLANTIS", "", 2, 2)]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Mali", "Chad", "Atlantis"]),
        st.sampled_from(["2001", "2001-03 - 2004", "2001 - ongoing", "2001-03 - ?", "2002; 2004", "soon", "2008"]),
        st.sampled_from(["CS", "CS, DDR", "ND"]),
    ),
    min_size=1,
    max_size=7,
)


@given(ROWS, ROWS, st.sampled_from(["start", "country"]))
@settings(max_examples=40, deadline=None)
def test_pairs_add_up_and_changing_places_turns_every_change_round(make_table, rows, others, key):
    before, after = make_table(rows), make_table(others)
    changes, back = compare_tables(before, after, key), compare_tables(after, before, key)
    assert sorted(changes["before_line"].dropna()) == before.operations["line"].tolist()
    assert sorted(changes["after_line"].dropna()) == after.operations["line"].tolist()
    counts = dict(count_changes(changes).to_numpy().tolist())
    assert {SWAPPED.get(kind, kind): rows for kind, rows in counts.items()} == dict(
        count_changes(back).to_numpy().tolist()
    )
    assert {(one, other) for _n, _k, one, other in kinds(changes)} == {(o, n) for _n, _k, n, o in kinds(back)}


@given(ROWS, st.sampled_from(["start", "country"]))
@settings(max_examples=20, deadline=None)
def test_a_table_and_itself_in_any_order_have_nothing_between_them(make_table, rows, key):
    changes = compare_tables(make_table(rows), make_table(rows[::-1]), key)
    assert changes["kinds"].unique().tolist() == [""]
    assert len(changes) == len(rows)
