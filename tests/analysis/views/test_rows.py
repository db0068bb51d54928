from datetime import date

import numpy as np
import pytest

from analysis.table.columns import further_columns
from analysis.views.rows import operation_rows, order_operations, show_status
from analysis.wording import say_years, show_years

ROWS = [
    ("Mali", "1996 - 1997", "DDR, CS"),
    ("Sudan", "1982 - on going", "IDPs, CS"),
    ("East Timor", "1999 - 2001; 2006", "OCV"),
    ("Kosovo (FYROM) & Macedonia", "1999 - on going", "CS"),
    ("Congo Brazzaville", "soon", "CS"),
]
NAMES = ["Mali", "Sudan", "Timor-Leste", "Kosovo* and North Macedonia", "Congo"]


@pytest.mark.parametrize(
    ("sort", "descending", "names"),
    [
        ("start", False, ["Sudan", "Mali", "Kosovo* and North Macedonia", "Timor-Leste", "Congo"]),
        ("end", False, ["Mali", "Timor-Leste", "Congo", "Kosovo* and North Macedonia", "Sudan"]),
        ("duration", True, ["Sudan", "Kosovo* and North Macedonia", "Timor-Leste", "Mali", "Congo"]),
        ("name", False, ["Congo", "Kosovo* and North Macedonia", "Mali", "Sudan", "Timor-Leste"]),
        ("region", False, ["Congo", "Mali", "Sudan", "Timor-Leste", "Kosovo* and North Macedonia"]),
        ("line", True, NAMES[::-1]),
    ],
)
def test_operations_stand_in_the_order_of_a_sort(choose, sort, descending, names):
    selected = choose(ROWS)
    rows = operation_rows(selected.snapshot, order_operations(selected, sort, descending))
    assert rows["name"].tolist() == names


def test_a_row_has_names_and_codes_beside_what_is_printed(choose):
    selected = choose(ROWS)
    row = operation_rows(selected.snapshot, order_operations(selected, "line"))[2:3].to_dict("records")[0]
    assert row == {
        "name": "Timor-Leste",
        "country": "East Timor",
        "region": "Asia",
        "subregion": "South-eastern Asia",
        "period": "1999 - 2001; 2006",
        "period_read": "1999 - 2001; 2006",
        "first_year": 1999,
        "last_year": 2006,
        "status": "closed",
        "duration_years": 4.0,
        "activities": "OCV",
        "territories": "TLS",
        "line": 4,
    }


@pytest.mark.parametrize(
    ("as_of", "periods"),
    [
        (date(2006, 12, 31), ["1999 - 2001; 2006", "2003 - 2004", "1982 - ongoing", "2004-05 - 2005-02-03", "2005"]),
        (date(2004, 12, 31), ["1999 - 2001", "2003 - 2004", "1982 - ongoing", "2004-05 - ongoing", "2005"]),
        (date(2004, 6, 30), ["1999 - 2001", "2003 - ongoing", "1982 - ongoing", "2004-05 - ongoing", "2005"]),
        (date(2000, 1, 1), ["1999 - ongoing", "2003 - 2004", "1982 - ongoing", "2004-05 - 2005-02-03", "2005"]),
    ],
    ids=str,
)
def test_a_period_agrees_with_the_status_beside_it(choose, as_of, periods):
    texts = ["1999 - 2001; 2006", "2003 - 2004", "1982 - on going", "05/2004 - 2005-02-03", "2005"]
    snapshot = choose([("Mali", text, "CS") for text in texts], as_of=as_of).snapshot
    assert operation_rows(snapshot, np.arange(5))["period_read"].tolist() == periods


def test_only_chosen_operations_are_rows(choose):
    selected = choose(ROWS, activity=("DDR",))
    assert operation_rows(selected.snapshot, order_operations(selected, "start"))["country"].tolist() == ["Mali"]


def test_a_table_of_ours_has_no_further_columns(choose):
    assert further_columns(choose(ROWS).snapshot.table) == []


@pytest.mark.parametrize(
    ("duration", "status", "text"),
    [(5.0, "ongoing", "5+"), (2.5, "closed", "2.5"), (2.0, "closed", "2"), (float("nan"), "unknown", "–")],
)
def test_years_say_when_they_go_on(duration, status, text):
    assert show_years(duration, status) == text


def test_years_in_words_know_one_year_from_many():
    durations = [(1.0, "closed"), (1.0, "ongoing"), (0.96, "closed"), (2.5, "closed"), (float("nan"), "unknown")]
    assert [say_years(*duration) for duration in durations] == ["1 year", "1+ years", "1 year", "2.5 years", "–"]


def test_a_status_is_words():
    assert [show_status(status) for status in ("ongoing", "closed", "unknown")] == [
        "ongoing",
        "closed",
        "with an unknown end",
    ]
