"""Read back, each kind of file that states its facts gives the same facts, however many rows it has."""

from datetime import date
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis.strategies import booleans, fixed_dictionaries, randoms, sampled_from

from analysis.counts.ask import ask
from analysis.counts.summary import summarise
from analysis.errors import InputError
from analysis.intake.draft import begin_draft
from analysis.intake.read import read_intake
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.table.load import load_built_in
from analysis.table.table import Table
from analysis.trust.switched_off import table_without
from analysis.trust.switches import reading_switches
from exports.formats import FORMATS
from tests.handovers import handover

STATING = [kind for kind in FORMATS if kind.suffix in ("xlsx", "zip", "json", "parquet")]
NAMES = ["Kenya", "Mali; Chad", "Viet Nam", "Congo", "Nowhere at all", "Kosovo", "Peru", "Côte d'Ivoire"]
PERIODS = ["1999 - 2001; 2006", "2003 - ongoing", "2004-05 - 2005-02-03", "2001 - ?", "once", "1999 - 22001", "2005"]
SECTORS = ["Health; Food", "Water, Sanitation and Hygiene", "health", "", "CS; IDPs"]


def own_table(rows: int) -> Table:
    """A table of somebody's own with so many rows, odd ones among them, and two columns of its own."""
    lines = ["Country\tPeriod\tSector\tBudget\tTitle"]
    lines += [
        "\t".join(
            (NAMES[n % 8], PERIODS[n % 7], SECTORS[n % 5], f"{n}.50", f"Project {n}, a title with, commas and “signs”")
        )
        for n in range(rows)
    ]
    return read_intake("\n".join(lines).encode(), "own.tsv", as_of=date(2006, 12, 31)).table


DATED = """Country;Start;End;Status;Sector;Budget;Region
Kenya;2004-01-05;2005-02-06;Closed;Water, Sanitation and Hygiene|Health;1,5;East
Mali;2004;;Closed;Health;2,5;West
Chad;May 2005;;Ongoing;Food;;West
Kenya, Uganda;38000;2006-12-31;Ongoing;Health|Food;;East
Niger;soon;;;Food;;West
Togo;2003;2002;Closed;Food;;West
Peru;2005;?;;;;
World;2005;2005;closed;Peace;;
"""


def facts(selected: Selected) -> dict:
    """The facts of a selection but for the lines and texts of its readings and problems, and what is not in a file."""
    found = ask(selected, summarise)
    found["duration_years"]["total"] = round(found["duration_years"]["total"], 6)
    # Which columns are numbers to sum is settled by the values in them, so that a few rows may not say it.
    unknown = ("readings", "problems", "not_started", "sums")
    return {name: found[name] for name in found if name not in unknown}


def written(table: Table, selection: Selection) -> tuple[dict, list[bytes]]:
    """The facts of a selection, and its file of each kind."""
    selected = select(table, selection)
    view = handover(selected, (*OPERATION_COLUMNS, *further_columns(table)))
    return facts(selected), [kind.write(view) for kind in STATING]


def read_all(files: list[bytes]) -> list[dict]:
    """The facts of each file, read in this process."""
    return [facts(select(read_intake(content).table, Selection())) for content in files]


BUILT_IN = [
    Selection(),
    Selection(search="nowhere"),
    Selection(territory=("TLS",)),
    Selection(region=("Asia",), activity=("IDPs", "CS"), match="all"),
    Selection(status=("closed",), years=(1998, 2003)),
    Selection(as_of=date(2004, 6, 30)),
    Selection(as_of=date(1999, 3, 1), region=("Africa",)),
    Selection(as_of=date(1980, 1, 1)),
]


@pytest.mark.parametrize("selection", BUILT_IN, ids=str)
def test_a_view_of_the_built_in_table_comes_home(selection):
    expected, files = written(load_built_in(), selection)
    assert read_all(files) == [expected] * len(files)


def batch(rows: int, random: Random) -> Table:
    """A table of somebody's own, so many of whose rows are named alpha and some others beta, in any order."""
    names = ["alpha"] * rows + ["beta"] * max(4 - rows, 3)
    random.shuffle(names)
    lines = ["Country\tPeriod\tSector\tBudget\tTitle"]
    lines += [
        "\t".join((*map(random.choice, (NAMES, PERIODS, SECTORS)), f"{number}.5", f"Project {number}, {name}; “x”"))
        for number, name in enumerate(names)
    ]
    return read_intake("\n".join(lines).encode(), "own.tsv", as_of=date(2006, 12, 31)).table


VIEWS = fixed_dictionaries(
    {"as_of": sampled_from([None, date(2006, 12, 30), date(2004, 6, 30), date(1998, 1, 1)])},
    optional={
        "region": sampled_from([("Africa",), ("Asia", "Europe")]),
        "status": sampled_from([("ongoing",), ("closed", "unknown")]),
        "years": sampled_from([(1999, 2003), (2005, 2005)]),
        "when": sampled_from(["active", "started", "ended"]),
    },
)


# A failing view names itself; to look for a shorter one would take minutes.
@settings(max_examples=14, deadline=None, phases=[Phase.generate])
@given(sampled_from([0, 1, 2, 5, 10, 11, 15, 32]), randoms(use_true_random=False), VIEWS, booleans())
def test_any_view_of_an_own_table_comes_home_whatever_its_length(rows, random, fields, off):
    table = batch(rows, random)
    assert select(table, Selection(search="alpha")).count == rows
    switches = [switch.code for switch in reading_switches(table) if not switch.fixed]
    table = table_without(table, tuple(random.sample(switches, min(2, len(switches))))) if off else table
    expected, files = written(table, Selection(search="alpha", **fields))
    assert read_all(files) == [expected] * len(files)


@pytest.mark.parametrize("cells", ["Mali\tonce", "Nowhere at all\t2004", "\t"])
def test_a_row_of_which_nothing_could_be_read_comes_home_alone(cells):
    lines = ["Country\tPeriod\tTitle", f"{cells}\talpha", *["Kenya\t2004\tbeta"] * 4]
    table = read_intake("\n".join(lines).encode(), "own.tsv", as_of=date(2006, 12, 31)).table
    expected, files = written(table, Selection(search="alpha"))
    assert expected["operations"] == 1 and read_all(files) == [expected] * len(files)


@settings(max_examples=5, deadline=None, phases=[Phase.generate])
@given(VIEWS, sampled_from([(), ("CS",), ("IDPs", "DDR")]), sampled_from(["any", "all", "none", "exactly"]))
def test_any_view_of_the_built_in_table_comes_home(fields, activity, match):
    expected, files = written(load_built_in(), Selection(activity=activity, match=match, **fields))
    assert read_all(files) == [expected] * len(files)


@pytest.mark.parametrize("off", [("11.period",), ("32.country",), ("11.period", "21.country", "9.country")], ids=str)
def test_readings_that_are_off_are_off_at_home(off):
    table = table_without(load_built_in(), off)
    expected, files = written(table, Selection())
    assert read_all(files) == [expected] * len(files)
    problems = [read_intake(content).table.problems["value"].tolist() for content in files]
    assert [sorted(each) for each in problems] == [sorted(table.problems["value"])] * len(files)


@pytest.mark.parametrize("selection", [Selection(), Selection(as_of=date(2004, 6, 30)), Selection(territory=("KEN",))])
def test_a_table_of_dates_and_numbers_that_are_dates_comes_home(selection):
    expected, files = written(read_intake(DATED.encode()).table, selection)
    assert read_all(files) == [expected] * len(files)
    assert all({"Budget", "Start"} <= set(further_columns(read_intake(content).table)) for content in files)


@pytest.mark.parametrize("table", [own_table(32), read_intake(DATED.encode()).table], ids=["periods", "dates"])
def test_readings_of_an_own_table_that_are_off_are_off_at_home(table):
    for switch in (switch for switch in reading_switches(table) if not switch.fixed):
        expected, files = written(table_without(table, (switch.code,)), Selection())
        assert read_all(files) == [expected] * len(files), switch


def test_what_came_home_can_go_out_again():
    content = written(table_without(load_built_in(), ("11.period",)), Selection(region=("Asia",)))[1]
    again = read_intake(content[0]).table
    expected, files = written(again, Selection())
    assert read_all(files) == [expected] * len(files)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"about": {"as_of": "2006-12-31"}, "operations": 5}', "This is JSON, not a table"),
        (b'{"about": {"as_of": "2006-12-31", "columns": []}, "operations": [1]}', "This is JSON, not a table"),
        (b'{"about": {"as_of": "2006-12-31", "columns": ["name"]', "This is JSON, not a table"),
        (b'{"about": {"columns": ["country", "period"]}, "operations": []}', "There are headings, but no row"),
        (b'{"rows": [1]}', "This is JSON, not a table"),
        (b'{"about": {"as_of": "x", "columns": []}, "operations": []}', "There is no table in it"),
        (b'{"about": {"as_of": "x", "columns": ["country", "period"], "switched_off": [5, {"column": 1}]}, '
         b'"operations": [{"country": "Mali", "period": "soon"}]}', "No row has a period that can be read"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_file_of_ours_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(InputError, match=sentence):
        read_intake(content)


@pytest.mark.parametrize("chosen", [date(2004, 6, 30), date(1999, 3, 1), None], ids=str)
def test_a_csv_comes_home_as_of_the_day_that_its_name_says(chosen):
    selected = select(load_built_in(), Selection(region=("Africa",), as_of=chosen))
    csv, view = next(kind for kind in FORMATS if kind.suffix == "csv"), handover(selected)
    again = read_intake(csv.write(view), csv.name(selected.selection, load_built_in()).replace(".csv", " (1).csv"))
    assert again.as_of.day == selected.snapshot.as_of and "name of the file" in again.as_of.reason.say()
    assert facts(select(again.table, Selection())) == facts(selected)


@pytest.mark.parametrize("name", ["as-of-soon.csv", "as-of-2006-13-40.csv", "report-2006-12-31.csv"])
def test_a_name_that_names_no_day_says_nothing(name):
    assert "name of the file" not in read_intake(b"country,period\nMali,2004\n", name).as_of.reason.say()


def test_a_package_of_ours_is_a_table_to_bring():
    expected, files = written(load_built_in(), Selection())
    draft = begin_draft(files[1], "operations.zip")
    assert draft.first is not None and facts(select(draft.first.table, Selection())) == expected
