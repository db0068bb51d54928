"""What is wrong in a table, in plain words, and what each count leaves out."""

from datetime import date

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.intake.read import read_intake
from analysis.reading.problems import say_line, say_problem, word_problems
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.trust.quality import compare_headlines, count_left_out, count_problems, rows_with_problems
from analysis.trust.switched_off import table_without

BROKEN = """Country,Start,End,Status,Activity
Mali,2004-05-10,2003-01-01,closed,CS
Atlantis,2001,2002,closed,CS
Southern Africa,2001,2002,closed,CS
,2001,2002,closed,CS
Chad,,2002,closed,CS
Chad,soon,2002,closed,CS
Chad,2001,later,closed,CS
Chad,2001,2002,odd,CS
Chad,2001,2002,closed,
Chad,2001,2008,closed,CS
Kenya,2001,2002,closed,CS
"""


@pytest.fixture(scope="module")
def broken():
    return read_intake(BROKEN.encode(), "mine.csv", as_of=date(2006, 12, 31)).table


SAID = {
    2: "End: ends 2003-01-01 before it starts 2004-05-10. Check both dates; perhaps they were exchanged.",
    3: "country: “Atlantis” is not a country or territory that is known."
    " Write the country's name or its ISO 3166 code.",
    4: "country: “Southern Africa” names a group of countries, which is not put on the map."
    " List the countries, parted by semicolons, to put the row on the map.",
    5: "country: no country is given."
    " Fill in the country, or leave the row as it is: it is counted, but not put on the map.",
    6: "Start: no start is given. Fill in when it started.",
    7: "Start: “soon” is not a date that can be read. Write the date as 2006, 2006-01 or 2006-01-31.",
    8: "End: “later” is not a date that can be read. Write the date as 2006, 2006-01 or 2006-01-31.",
    9: "Status: “odd” is not a status that is known. Write ongoing, closed or planned.",
    10: "activity area: no activity is given. Fill in the activity; until then the row counts under none.",
    11: "End: “2008” lies after the as-of date, though its status says that it has ended."
    " Check the end, the status or the as-of date.",
}


@pytest.mark.parametrize("line", SAID)
def test_each_kind_of_problem_is_a_sentence_with_its_place_and_a_suggestion(broken, line):
    found = broken.problems[broken.problems["line"] == line]
    (problem,) = found.itertuples(index=False)
    sentence = say_problem(say_line(problem.line, problem.column), problem.value, problem.problem)
    (suggestion,) = word_problems(found)["suggestion"]
    assert f"{sentence} {suggestion}" == f"line {line}, {SAID[line]}"


def test_problems_are_counted_by_kind_and_sound_rows_have_none(broken):
    counted = count_problems(select(broken, Selection()))
    assert counted["rows"].sum() == rows_with_problems(broken) == 10
    dates = counted[counted["problem"] == "is not a date that can be read"]
    assert dates[["column", "rows"]].to_numpy().tolist() == [["Start", 1], ["End", 1]]
    assert 12 not in set(broken.problems["line"])


def test_each_count_says_how_many_rows_it_leaves_out(broken):
    counted = count_left_out(select(broken, Selection())).set_index("count")["rows"]
    assert counted.to_dict() == {
        "every count": 0,
        "the map, countries and regions": 3,
        "counts by region": 0,
        "counts by activity area": 1,
        "counts by year and the timeline": 3,
        "durations of operations": 4,
        "the Kaplan-Meier estimate": 4,
        "ongoing and closed": 4,
    }


def test_what_begins_later_is_left_out_of_everything_and_nowhere_else(make_table):
    table = make_table([("Atlantis", "2005", ""), ("Mali", "2001", "CS")])
    counted = count_left_out(select(table, Selection(as_of=date(2003, 12, 31))))
    assert counted["rows"].tolist() == [1, 0, 0, 0, 0, 0, 0, 0]


def test_nothing_is_left_out_of_the_leaflet(built_in):
    assert count_left_out(select(built_in, Selection()))["rows"].sum() == 0
    assert count_problems(select(built_in, Selection())).empty and rows_with_problems(built_in) == 0


def test_the_headline_numbers_before_and_after(built_in):
    before = select(built_in, Selection())
    after = select(table_without(built_in, ("11.period", "32.country")), Selection())
    expected = pd.DataFrame(
        [
            ("Operations", "32", "32"),
            ("Territories", "33", "32"),
            ("Periods", "33", "32"),
            ("Ongoing", "21", "21"),
            ("Closed", "11", "10"),
            ("With an unknown end", "0", "1"),
            ("Years of operations in all", "176", "172"),
            ("Years per operation, mean", "5.5", "5.55"),
            ("How long periods last", "fewer than half have ended", "fewer than half have ended"),
            ("Most active year", "2004 (24)", "2004 (24)"),
        ],
        columns=["number", "before", "after"],
    )
    expected["changed"] = expected["before"] != expected["after"]
    assert_frame_equal(compare_headlines(before, after), expected)
