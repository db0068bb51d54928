"""Files of a table in parts are to the byte those of the whole table, though its rows come some at a time."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts.ask import ask, forget_answers
from analysis.parts.local import in_parts
from analysis.selection.select import select
from analysis.selection.selection import canonical
from analysis.table.columns import OPERATION_COLUMNS
from analysis.views.listed_rows import list_rows
from analysis.views.row_parts import list_row_parts
from exports.tables.csv_file import operations_csv
from exports.tables.json_file import operations_json
from tests.analysis.parts.test_local import CUTS, ROWS, SELECTIONS, bounds
from tests.handovers import handover
from tests.tables import make_table

SORTS = st.sampled_from(["start", "end", "name", "region", "status", "line", "duration"])


@given(rows=ROWS, cuts=CUTS, selection=SELECTIONS, sort=SORTS, descending=st.booleans(), each=st.integers(1, 5))
@settings(max_examples=10, deadline=None)
def test_files_from_parts_are_those_of_the_whole(rows, cuts, selection, sort, descending, each):
    table = make_table([(*row, f"=P{number}") for number, row in enumerate(rows)], further=("Project",))
    parted = in_parts(table, bounds(rows, cuts))
    selection = canonical(selection, table)
    forget_answers()
    parts = list(list_row_parts(select(parted, selection), sort, descending, each))
    expected = ask(select(table, selection), list_rows, sort, descending)
    pd.testing.assert_frame_equal(pd.concat(parts).reset_index(drop=True), expected.reset_index(drop=True))
    assert all(len(part) == each for part in parts[:-1])
    files = []
    for each_table in (parted, table):
        forget_answers()
        chosen = select(each_table, selection)
        columns = [*OPERATION_COLUMNS, "Project"]
        files.append(
            (
                operations_csv(chosen, columns, sort, descending),
                operations_json(handover(chosen, tuple(columns), sort, descending)),
            )
        )
    assert files[0] == files[1]
    assert "whole" not in vars(parted)
