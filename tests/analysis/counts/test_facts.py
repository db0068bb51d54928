"""What the built-in table gives, by design.md: a different number is a bug."""

import json
import subprocess
import sys

import pytest

from analysis.__main__ import main
from analysis.counts.count import count_activity_sets, count_facet, count_statuses, count_years, most_active_year
from analysis.counts.durations.survival import selected_survival
from analysis.counts.summary import summarise
from analysis.selection.select import select
from analysis.selection.selection import Selection

KEYS = [
    "operations", "territories", "spells", "ongoing", "not_started", "as_of", "activities", "regions",
    "activity_sets", "activity_pairs", "active_per_year", "started_per_year", "ended_per_year",
    "duration_years", "kaplan_meier", "readings", "problems",
]  # fmt: skip
ACTIVE = dict(
    zip(
        range(1982, 2007),
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 4, 4, 7, 7, 7, 8, 10, 12, 13, 19, 24, 23, 22],
        strict=True,
    )
)


@pytest.fixture(scope="module")
def facts():
    """The summary that the command prints for the built-in table."""
    command = [sys.executable, "-m", "analysis", "summary"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout)


@pytest.fixture(scope="module")
def everything(built_in):
    """The built-in table without a filter."""
    return select(built_in, Selection())


def test_the_keys_stand_in_the_order_of_the_issue(facts):
    assert list(facts) == KEYS


def test_how_many_operations_territories_and_spells(facts):
    counted = {key: facts[key] for key in KEYS[:6]}
    assert counted == {
        "operations": 32,
        "territories": 33,
        "spells": 33,
        "ongoing": 21,
        "not_started": 0,
        "as_of": "2006-12-31",
    }


def test_twelve_spells_of_eleven_operations_are_closed(everything):
    assert everything.spells["status"].value_counts().to_dict() == {"ongoing": 21, "closed": 12, "unknown": 0}
    assert count_statuses(everything)["operations"].tolist() == [21, 11, 0]


def test_activities_and_regions(facts):
    assert list(facts["activities"].items()) == [("CS", 26), ("IDPs", 24), ("DDR", 18), ("OCV", 5), ("ND", 3)]
    assert list(facts["regions"].items()) == [("Africa", 13), ("Asia", 13), ("Americas", 3), ("Europe", 3)]


def test_eleven_combinations_of_activities(facts):
    assert facts["activity_sets"] == {
        "CS+IDPs": 7,
        "CS+DDR": 5,
        "CS+DDR+IDPs": 5,
        "CS+DDR+IDPs+OCV": 4,
        "IDPs": 3,
        "CS+IDPs+ND": 2,
        "DDR": 2,
        "CS": 1,
        "CS+DDR+IDPs+ND": 1,
        "CS+IDPs+OCV": 1,
        "DDR+IDPs": 1,
    }


def test_pairs_of_activities(facts):
    assert facts["activity_pairs"] == {
        "CS+IDPs": 20,
        "CS+DDR": 15,
        "DDR+IDPs": 11,
        "CS+OCV": 5,
        "IDPs+OCV": 5,
        "DDR+OCV": 4,
        "CS+ND": 3,
        "IDPs+ND": 3,
        "DDR+ND": 1,
    }


def test_most_are_active_at_once_in_2004(facts, everything):
    assert facts["active_per_year"] == {str(year): count for year, count in ACTIVE.items()}
    assert most_active_year(count_years(everything)) == (2004, 24)


def test_every_year_has_its_starts_and_ends_zeros_included(facts):
    starts = {year: count for year, count in facts["started_per_year"].items() if count}
    ends = {year: count for year, count in facts["ended_per_year"].items() if count}
    assert list(facts["started_per_year"]) == list(facts["ended_per_year"]) == list(facts["active_per_year"])
    assert starts == {
        "1982": 1, "1992": 2, "1994": 1, "1996": 3, "1997": 1, "1998": 1, "1999": 2, "2000": 3,
        "2001": 2, "2002": 2, "2003": 7, "2004": 5, "2005": 1, "2006": 2,
    }  # fmt: skip
    assert ends == {
        "1996": 1, "1997": 1, "1998": 1, "1999": 1, "2001": 1, "2002": 1, "2004": 2, "2005": 3, "2006": 1,
    }  # fmt: skip


def test_years_per_operation(facts):
    durations = {key: facts["duration_years"][key] for key in ("mean", "median", "total")}
    assert durations == {"mean": 5.5, "median": 4.0, "total": 176.0}


def test_the_kaplan_meier_median_is_not_reached_and_the_curve_ends_at_0603(facts):
    curve = facts["kaplan_meier"]["curve"]
    assert facts["kaplan_meier"]["median"] is None
    assert [row[0] for row in curve] == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 15, 25]
    assert [round(row[1], 3) for row in curve] == [0.97, 0.751, 0.653, 0.653] + 9 * [0.603]


def test_readings_say_line_column_printed_read_and_why(facts):
    misprint = next(reading for reading in facts["readings"] if reading["column"] == "period")
    assert misprint == {
        "line": 11,
        "column": "period",
        "printed": "1999 - 22001",
        "read": "1999 - 2001",
        "why": "repeated digit: the printed year 22001 has a 2 too many",
    }
    assert [reading["line"] for reading in facts["readings"]] == [6, 9, 11, 11, 19, 21, 32]
    assert facts["problems"] == []


def test_the_command_prints_what_the_functions_give(facts, everything, capsys):
    assert main(["summary"]) == 0
    assert json.loads(capsys.readouterr().out) == facts == json.loads(json.dumps(summarise(everything)))


def test_the_functions_agree_with_each_other(everything):
    assert (everything.count, everything.total) == (32, 32)
    assert len(count_facet(everything, "territory")) == 33
    assert len(count_activity_sets(everything)) == 11
    assert (selected_survival(everything).spells, selected_survival(everything).ended) == (33, 12)


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--region", "Africa"], 13),
        (["--region", "africa", "--region", "Asia"], 26),
        (["--subregion", "Southern Europe"], 3),
        (["--subregion", "southern-europe", "--region", "Asia"], 0),
        (["--territory", "MKD"], 1),
        (["--territory", "MKD", "--territory", "XKX"], 1),
        (["--activity", "IDPs", "--activity", "CS"], 30),
        (["--activity", "IDPs", "--activity", "CS", "--match", "all"], 20),
        (["--activity", "IDPs", "--activity", "CS", "--match", "none"], 2),
        (["--activity", "IDPs", "--activity", "CS", "--match", "exactly"], 7),
        (["--years", "1982-1991"], 1),
        (["--years", "2002-2005"], 26),
        (["--years", "2003", "--when", "started"], 7),
        (["--years", "2005", "--when", "ended"], 3),
        (["--status", "closed"], 11),
        (["--status", "unknown"], 0),
        (["--search", "MACEDONIA"], 1),
        (["--search", "cote d'ivoire"], 1),
        (["--search", "guinea"], 1),
        (["--match", "none"], 32),
        (["--when", "ended"], 32),
        (["--as-of", "2006-12-31"], 32),
        (["--as-of", "1999-12-31"], 11),
    ],
)
def test_options_of_the_command_choose_operations(options, count, capsys):
    assert main(["summary", *options]) == 0
    assert json.loads(capsys.readouterr().out)["operations"] == count
