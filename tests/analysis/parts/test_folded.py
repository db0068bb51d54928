"""A table whose like rows are folded into one counts as the whole table does."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.about import say_counting
from analysis.counts.ask import ask, forget_answers, how_asked
from analysis.counts.count import count_facet
from analysis.parts import fold, local
from analysis.parts.fold import fold_table, fold_where_it_pays, number_alike
from analysis.parts.local import LocalParts, folded_here, in_parts
from analysis.selection.select import leave_out, select
from analysis.selection.selection import Selection, canonical
from analysis.table.in_parts import TableInParts
from analysis.table.table import OwnColumns, Table
from analysis.table.vocabulary import read_facet
from analysis.views.listed_rows import list_rows
from tests.analysis.counts.test_ask import ARGUMENTS as OF_SUMS
from tests.analysis.counts.test_ask import questions
from tests.analysis.parts.test_local import AREAS, SELECTIONS
from tests.pieces import PERIODS, PLACES, same_answers
from tests.tables import make_table

DONORS = ["UNHCR", "UNICEF; UNHCR", ""]
KINDS = st.lists(st.tuples(*map(st.sampled_from, (PLACES, PERIODS, AREAS, DONORS))), min_size=1, max_size=8)
ARGUMENTS = OF_SUMS | {
    "count_facet": [("territory",), ("activity",), (".Donor",)],
    "count_durations_by": [("all",), ("activity",), ("region",), ("start",), (".Donor",)],
}


def with_donors(rows: list[tuple[str, ...]]) -> Table:
    """The table of rows of country, period, area and donor, which it can be filtered by."""
    table = make_table(rows, further=("Donor",))
    return replace(table, own=OwnColumns(facets=(read_facet("Donor", table.operations["Donor"]),)))


def folded(table: Table) -> Table:
    """The table with its counts made from folded rows, however few it has."""
    return TableInParts(table, LocalParts([table], fold_table(table, number_alike(table))))


def of_folded() -> list:
    """What can be asked of a folded table, with the arguments to ask it with."""
    found = [question for question in questions().values() if how_asked(question).of_folded]
    alone = {question for question in found if question.__code__.co_argcount - len(question.__defaults__ or ()) == 1}
    named = [question for question in found if question in alone or question.__name__ in ARGUMENTS]
    return [(question, arguments) for question in named for arguments in ARGUMENTS.get(question.__name__, [()])]


@given(
    kinds=KINDS,
    picked=st.lists(st.integers(0, 7), min_size=1, max_size=40),
    selection=SELECTIONS,
    donors=st.sampled_from([(), (), ("UNHCR",)]),
    left_out=st.sampled_from([None, Selection(region=("Africa",))]),
)
@settings(max_examples=25, deadline=None)
def test_all_counts_are_those_of_the_whole_table(kinds, picked, selection, donors, left_out):
    rows = [kinds[number % len(kinds)] for number in picked]
    table = with_donors(rows)
    counted = folded(table)
    assert len(counted.parts.folded.operations) <= len(kinds)
    selection = canonical(replace(selection, own=((".Donor", donors),) if donors else ()), table)

    def chosen(of: Table):
        forget_answers()
        found = select(of, selection)
        return found if left_out is None else leave_out(found, select(of, left_out))

    assert (chosen(counted).count, chosen(counted).total) == (chosen(table).count, chosen(table).total)
    for question, arguments in of_folded():
        expected = ask(chosen(table), question, *arguments)
        same_answers(ask(chosen(counted), question, *arguments), expected, question.__name__)


def test_what_two_parts_fold_alone_is_folded_once_more_together():
    rows = [("Kenya", "1999 - 2001; 2006", "CS", "UNHCR")] * 5 + [("Mali", "2004", "CS", "")] * 3
    table = with_donors(rows)
    both = in_parts(table, [0, 3, 8]).parts.tables()
    joined = fold.join_folded([fold_table(part, number_alike(part)) for part in both], table)
    whole = fold_table(table, number_alike(table))
    assert joined.alike.tolist() == whole.alike.tolist() == [5, 3]
    same_answers(joined.spells, whole.spells, "spells")


def test_rows_are_asked_of_the_rows_and_titles_searched_for_there():
    table = make_table([("Kenya", "2004", "CS", "Wells")] * 3 + [("Mali", "2004", "CS", "Roads")], further=("Title",))
    counted = folded(replace(table, own=OwnColumns(title="Title")))
    assert ask(select(counted, Selection()), list_rows)["Title"].tolist() == ["Wells"] * 3 + ["Roads"]
    assert select(counted, Selection(search="roads")).count == 1
    with pytest.raises(LookupError, match="list_rows asks for rows"):
        ask(select(counted.parts.folded, Selection()), list_rows)


def test_a_table_is_folded_where_that_pays(monkeypatch):
    table = make_table([("Kenya", "2004", "CS"), ("Mali", "2004", "CS")] * 4)
    assert fold_where_it_pays(table) is None and folded_here(table) is table and say_counting(table) == ""
    monkeypatch.setattr(fold, "FOLDED_FROM", 8)
    assert fold_where_it_pays(table).alike.tolist() == [4, 4]
    assert fold_where_it_pays(make_table([("Kenya", str(year), "CS") for year in range(1998, 2006)])) is None
    counted = local.folded_here(table)
    monkeypatch.setattr(counted.parts, "answers", None)
    assert ask(select(counted, Selection()), count_facet, "region")["operations"].tolist() == [8]
    assert "counted as one with their number: 2 in place of 8" in say_counting(counted)
    assert "asked of the workers" in say_counting(in_parts(table, [0, 4, 8]))
