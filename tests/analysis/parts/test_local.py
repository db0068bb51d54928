"""Whatever is asked of a table in parts is what the whole table answers, however it is cut and whatever is chosen."""

import json
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts.ask import Otherwise, ask, forget_answers, how_asked
from analysis.counts.summary import summarise
from analysis.findings import find_standouts
from analysis.parts.local import in_parts
from analysis.selection.select import leave_out, select
from analysis.selection.selection import Selection, canonical
from analysis.views.comparison.compare import compare
from analysis.views.events import selected_events
from analysis.views.listed_rows import (
    list_lasting_rows,
    list_printed_cells,
    list_rows,
    list_short_rows,
    list_spells,
    list_without,
)
from analysis.views.map.hover import list_point_operations
from analysis.views.map.notes import list_undrawn, list_without_year
from analysis.views.map.points import count_points, count_points_by_year
from analysis.views.matrix import lay_out_matrix
from analysis.views.operation import find_operation, list_printed
from analysis.views.territory.rank import rank_territories
from analysis.views.timeline import Timeline, lay_out_timeline
from tests.analysis.counts.test_ask import questions as all_questions
from tests.pieces import PERIODS, PLACES, same_answers
from tests.tables import make_table

AREAS = ["CS", "IDPs, DDR", "CS, OCV", "wash", ""]
ROWS = st.lists(st.tuples(*map(st.sampled_from, (PLACES, PERIODS, AREAS))), min_size=1, max_size=14)
SELECTIONS = st.builds(
    Selection,
    region=st.sampled_from([(), ("Africa",), ("Asia", "Europe")]),
    territory=st.sampled_from([(), (), ("KEN",), ("MKD",)]),
    activity=st.sampled_from([(), ("CS",), ("CS", "DDR")]),
    match=st.sampled_from(["any", "all", "none", "exactly"]),
    years=st.sampled_from([None, (2000, 2003), (2006, 2006)]),
    when=st.sampled_from(["active", "started", "ended"]),
    status=st.sampled_from([(), (), ("ongoing",), ("closed", "unknown")]),
    search=st.sampled_from(["", "", "ko"]),
    as_of=st.sampled_from([None, None, date(2003, 6, 30)]),
)
CUTS = st.lists(st.integers(1, 13), max_size=4)


def bounds(rows: list, cuts: list[int]) -> list[int]:
    """Where the parts begin and end."""
    return sorted({0, len(rows), *(cut for cut in cuts if cut < len(rows))})


@given(rows=ROWS, cuts=CUTS, selection=SELECTIONS)
@settings(max_examples=120, deadline=None)
def test_the_summary_is_the_same_from_any_cut_and_brings_no_row_here(rows, cuts, selection):
    table = make_table(rows)
    parted = in_parts(table, bounds(rows, cuts))
    selection = canonical(selection, table)
    forget_answers()
    whole = ask(select(table, selection), summarise), ask(select(table, selection), find_standouts)
    forget_answers()
    found = ask(select(parted, selection), summarise), ask(select(parted, selection), find_standouts)
    assert found == whole and json.dumps(found[0]) == json.dumps(whole[0])
    assert "whole" not in vars(parted)


def _asked_alone(questions: dict) -> list:
    # What is asked of the rows that it speaks of alone is looked at below.
    questions = {name: q for name, q in questions.items() if not getattr(how_asked(q).together, "rows", None)}
    with_arguments = [q for q in questions.values() if q.__code__.co_argcount - len(q.__defaults__ or ()) == 1]
    return [question for question in with_arguments if isinstance(how_asked(question).together, Otherwise)]


@given(rows=ROWS, cuts=CUTS, selection=SELECTIONS)
@settings(max_examples=15, deadline=None)
def test_every_other_question_has_the_answer_of_the_whole(rows, cuts, selection):
    table = make_table(rows)
    parted = in_parts(table, bounds(rows, cuts))
    selection = canonical(selection, table)
    for question in _asked_alone(all_questions()):
        forget_answers()
        expected = ask(select(table, selection), question)
        forget_answers()
        same_answers(ask(select(parted, selection), question), expected, question.__name__)


ROW_QUESTIONS = [
    (list_rows, ("start", False, 2, 3)),
    (list_rows, ("name", True)),
    (list_spells, ("duration", True, 1, 4)),
    (list_short_rows, ("duration", True, 4)),
    (list_lasting_rows, ("start", False, 3)),
    (list_without, ("CS", "DDR", 2)),
    (list_printed, (3,)),
    (list_printed_cells, ("line", True)),
    (find_operation, (4,)),
    (lay_out_timeline, ("start", "none", False, 3)),
    (lay_out_timeline, ("name", "region", True, 4)),
    (list_point_operations, (2,)),
    (list_undrawn, ()),
    (list_without_year, ()),
    (count_points, ()),
    (count_points_by_year, ()),
    (selected_events, ()),
    (lay_out_matrix, ("count",)),
    (rank_territories, ("SDN",)),
]


def without_numbers(answer):
    """An answer without the numbers of operations, which among fewer rows are others."""
    if isinstance(answer, Timeline):
        return without_numbers(answer.lines), without_numbers(answer.bars), answer.more, answer.since_start
    return answer.drop(columns="operation", errors="ignore") if isinstance(answer, pd.DataFrame) else answer


@given(rows=ROWS, cuts=CUTS, selection=SELECTIONS)
@settings(max_examples=12, deadline=None)
def test_rows_that_are_shown_come_alone(rows, cuts, selection):
    table = make_table([(*row, f"P{number}") for number, row in enumerate(rows)], further=("Project",))
    parted = in_parts(table, bounds(rows, cuts))
    selection = canonical(selection, table)
    for question, arguments in ROW_QUESTIONS:
        forget_answers()
        expected = without_numbers(ask(select(table, selection), question, *arguments))
        forget_answers()
        found = without_numbers(ask(select(parted, selection), question, *arguments))
        same_answers(found, expected, question.__name__)
    for left_out in (False, True):
        found, expected = (
            compare(select(t, selection), select(t, Selection()), left_out).same for t in (parted, table)
        )
        assert found == expected
    assert "whole" not in vars(parted)


def test_what_is_left_out_is_left_out_of_every_part():
    rows = [("Kenya", "1999", "CS"), ("Mali", "2004", "CS"), ("Haiti", "2004", "CS")]
    table = make_table(rows)
    parted = in_parts(table, [0, 1, 2, 3])
    africa = Selection(region=("Africa",))
    found = leave_out(select(parted, Selection()), select(parted, africa))
    assert (found.count, found.total, found.filtered) == (1, 3, True)
    assert found.operations["country"].tolist() == ["Haiti"]


def test_rows_that_somebody_asks_for_are_those_of_the_whole():
    rows = [(place, period, "CS") for place in PLACES for period in PERIODS[:4]]
    table = make_table(rows)
    parted = in_parts(table, [0, 5, 20, 28])
    for name in ("operations", "spells", "readings", "problems", "period_read"):
        same_answers(getattr(parted, name), getattr(table, name), name)
