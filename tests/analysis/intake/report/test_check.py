"""What a manager is told of their own table."""

import json

import pytest

from analysis.__main__ import main
from analysis.intake.read import read_intake
from analysis.intake.report.check import check_table, count_read, explain_problem

BROKEN = (
    "Title of the list,,,\nCountry,Start,End,Sector\nKenya,2004-05-10,2003-01-01,Health\n"
    "Southern Africa,2004,2005,Health\nAfghanisten,2004,2005,\n"
)


def test_the_report_counts_and_suggests():
    report = check_table(read_intake(BROKEN.encode()))
    assert (report.rows, report.rows_with_problems) == (3, 3)
    assert [explain_problem(problem) for problem in report.problems.itertuples(index=False)] == [
        "line 3, End: ends 2003-01-01 before it starts 2004-05-10. Check both dates; perhaps they were exchanged.",
        "line 4, Country: “Southern Africa” names a group of countries, which is not put on the map."
        " List the countries, parted by semicolons, to put the row on the map.",
        "line 5, Sector: no activity is given. Fill in the activity; until then the row counts under none.",
    ]
    assert report.guesses.values.tolist() == [
        ["Afghanisten", "Afghanistan", "a guess to confirm: spelled much like a known name", 1]
    ]


def test_a_problem_is_a_sentence_however_long_the_value_is():
    (problem,) = check_table(
        read_intake(b"Country,Start\nKenya," + b"9" * 50_000 + b"\nMali,2004\n")
    ).problems.itertuples()
    assert len(explain_problem(problem)) < 300


def test_rows_read_guessed_and_unread_add_up():
    counts = count_read(read_intake(BROKEN.encode()))
    assert counts == {"country": (1, 1, 1), "start": (2, 0, 1), "end": (2, 0, 1), "activity": (2, 0, 1)}


def test_check_says_all_is_well_with_status_0(write, capsys):
    assert main(["check", str(write("Country,Start,End\nKenya,2004,2005\n"))]) == 0
    assert "1 row read." in capsys.readouterr().out


def test_check_lists_what_is_wrong_with_status_1(write, capsys):
    assert main(["check", str(write(BROKEN))]) == 1
    shown = capsys.readouterr().out
    for part in ("3 rows read.", "line 1, a line above the headings", "Guesses to confirm", "ends before it starts"):
        assert part in shown


@pytest.mark.parametrize("content", ["", "{}", "a,b\n1,2\n"])
def test_a_file_that_cannot_be_used_is_one_sentence_with_status_2(write, capsys, content):
    assert main(["check", str(write(content))]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1 and printed.err.startswith("table: ")


def test_summary_reads_any_table(write, capsys, make_workbook, sheet_data):
    rows = [["Pays", "Début", "Fin"], ["Mali", 2004, 2005], ["Tchad", 2005, "en cours"]]
    assert main(["summary", "--table", str(write(make_workbook({"Feuille": sheet_data(rows)})))]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["operations"], facts["territories"], facts["ongoing"], facts["as_of"]) == (2, 2, 1, "2005-12-31")
