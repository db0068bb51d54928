"""Answers of parts of a table, put together, are the answer of the whole; and an answer is worked out once."""

import importlib
import pkgutil
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis.counts.ask import QUESTIONS, AddsUp, adds_up, ask, forget_answers, how_asked, otherwise, put_together
from analysis.counts.count import count_facet, count_statuses, count_years
from analysis.selection.select import leave_out, select
from analysis.selection.selection import Selection
from analysis.table.in_parts import cut_at
from analysis.table.table import OwnColumns
from analysis.text import in_language
from tests.pieces import same_answers
from tests.tables import make_table

COUNTRIES = ("Kenya", "Kosovo (FYROM) & Macedonia", "Sudan; Vietnam", "Ivory Coast", "Utopia")
COORDINATES = dict(
    zip(COUNTRIES, [("1.2", "36.8"), ("42.6", "20.9"), ("15", "32"), ("7.5", ""), ("", "")], strict=True)
)
PERIODS = ("1999", "1999 - 2001; 2006", "2004 - on going", "2001; 2001", "2010 - 2012", "some time", "2003 - unknown")
AREAS = ("CS", "IDPs, DDR", "OCV", "", "wells, CS", "wells", "seeds")
SELECTIONS = (Selection(), Selection(region=("Africa",)), Selection(activity=("CS", "DDR"), match="any"))
ROWS = st.lists(st.tuples(*map(st.sampled_from, (COUNTRIES, PERIODS, AREAS))), min_size=1, max_size=12)
# The arguments of each question that takes any.
ARGUMENTS = {
    "count_facet": [("territory",), ("activity",), ("region",)],
    "count_sites": [(0.0,), (10.0,)],
    "count_having": [("activity", ("CS", "OCV")), ("region", ("Africa", "Asia"))],
    "count_activities_by": [("region",), ("subregion",)],
    "count_shared": [(Selection(region=("Africa",), match="any"),), (Selection(years=(2000, 2004)),)],
    "count_leads": [((Selection(region=("Africa",)), Selection(status=("ongoing",))),)],
    "count_lines": [("none",), ("region",)],
    "count_together": [(("CS", "DDR", "OCV"),), ((),)],
    "count_without": [("CS", "DDR"), ("DDR", "CS")],
    "count_durations_by": [("all",), ("activity",), ("region",), ("start",)],
}


def questions() -> dict:
    """Every question that there is, by the place and name of its function."""
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if module.name != "analysis.__main__":
            importlib.import_module(module.name)
    return {name: question for name, question in QUESTIONS.items() if name.startswith("analysis.")}


def adding_up() -> list:
    """The questions whose answers are said to add up, with the arguments to ask them with."""
    found = [question for question in questions().values() if isinstance(how_asked(question).together, AddsUp)]
    return [(question, arguments) for question in found for arguments in ARGUMENTS.get(question.__name__, [()])]


def ask_anew(selected, question, *arguments):
    """The answer without what was kept."""
    forget_answers()
    return ask(selected, question, *arguments)


@given(rows=ROWS, cuts=st.lists(st.integers(1, 11), max_size=3), selection=st.sampled_from(SELECTIONS))
@settings(max_examples=60, deadline=None)
def test_parts_add_up_to_the_whole(rows, cuts, selection):
    located = [(*row, *COORDINATES[row[0]]) for row in rows]
    table = make_table(located, further=("Latitude", "Longitude"))
    whole = select(replace(table, own=OwnColumns(latitude="Latitude", longitude="Longitude")), selection)
    edges = sorted({0, len(rows), *(cut for cut in cuts if cut < len(rows))})
    parts = [select(part, selection) for part in cut_at(whole.snapshot.table, edges)]
    for question, arguments in adding_up():
        answers = [ask(part, question, *arguments) for part in parts]
        found, expected = put_together(whole, question, answers, *arguments), ask(whole, question, *arguments)
        if isinstance(expected, int):
            assert found == expected, question.__name__
        else:
            same_answers(found, expected, question.__name__)


def test_every_question_says_how_it_is_put_together():
    for name, question in questions().items():
        together = how_asked(question).together
        assert isinstance(together, AddsUp) or together.reason.strip(), name
        assert question.__doc__, name


def test_an_answer_is_worked_out_once_for_all_who_ask_the_same():
    asked = []

    @otherwise("for a test")
    def question(selected, *arguments) -> int:
        """How often it was asked."""
        asked.append(arguments)
        return len(asked)

    forget_answers()
    table = make_table([("Kenya", "2004", "CS")])
    first, again = select(table, Selection()), select(table, Selection())
    assert [ask(first, question), ask(again, question), ask(first, question, 1), ask(first, question)] == [1, 1, 2, 1]
    other = select(make_table([("Mali", "2004", "CS")]), Selection())
    assert ask(other, question) == 3
    assert ask(select(table, Selection(region=("Africa",))), question) == 4
    with in_language("xx"):
        assert ask(first, question) == 5
    assert ask(leave_out(first, again), question) == 6


def test_what_is_the_same_whatever_the_filters_is_kept_once():
    @otherwise("for a test", of_whole=True)
    def question(selected) -> list:
        """A new list each time it is asked."""
        return []

    table = make_table([("Kenya", "2004", "CS")])
    assert ask(select(table, Selection()), question) is ask(select(table, Selection(region=("Asia",))), question)


def test_an_answer_as_long_as_the_table_is_not_kept():
    @otherwise("for a test", keep=False)
    def question(selected) -> list:
        """A new list each time it is asked."""
        return []

    selected = select(make_table([("Kenya", "2004", "CS")]), Selection())
    assert ask(selected, question) is not ask(selected, question)


def test_a_table_without_a_name_for_its_content_shares_no_answer():
    nameless = replace(make_table([("Kenya", "2004", "CS")]), content_hash="")
    other = replace(make_table([("Kenya", "2004", "CS"), ("Mali", "2004", "CS")]), content_hash="")
    counts = [
        ask(select(table, Selection()), count_facet, "activity")["operations"].tolist() for table in (nameless, other)
    ]
    assert counts == [[1], [2]]


def test_what_is_no_question_is_refused():
    with pytest.raises(LookupError, match="is no question"):
        ask(select(make_table([("Kenya", "2004", "CS")]), Selection()), len)


def test_answers_that_do_not_add_up_are_not_added():
    @otherwise("for a test")
    def question(selected) -> int:
        """A number."""
        return 1

    with pytest.raises(LookupError, match="for a test"):
        put_together(select(make_table([("Kenya", "2004", "CS")]), Selection()), question, [1, 1])


def test_what_is_left_out_is_counted_no_more():
    table = make_table([("Kenya", "1999", "CS"), ("Mali", "2004", "CS"), ("Haiti", "2004", "CS")])
    rest = leave_out(select(table, Selection()), select(table, Selection(region=("Africa",))))
    assert ask(rest, count_facet, "activity")["operations"].tolist() == [1]
    assert ask(rest, count_years)["year"].tolist() == [2004, 2005, 2006]
    assert ask_anew(select(table, Selection()), count_facet, "activity")["operations"].tolist() == [3]


def test_sums_are_added_by_all_other_columns():
    @adds_up("spells")
    def question(selected) -> pd.DataFrame:
        """kind, spells: one of each."""
        return pd.DataFrame({"kind": ["a", "b"], "spells": [1, 2]})

    selected = select(make_table([("Kenya", "2004", "CS")]), Selection())
    answers = [question(selected), pd.DataFrame({"kind": ["b"], "spells": [5]})]
    assert put_together(selected, question, answers).to_numpy().tolist() == [["a", 1], ["b", 7]]


def test_all_statuses_are_there_in_their_order(choose):
    counts = ask(choose([("Kenya", "2004", "CS")]), count_statuses)
    assert counts.to_numpy().tolist() == [["ongoing", 0], ["closed", 1], ["unknown", 0]]
