"""Random selections of a made-up table with many habits: whether every way of counting it states the same."""

import json
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pandas as pd

from analysis.counts.ask import ask, forget_answers
from analysis.counts.summary import summarise
from analysis.findings import find_standouts
from analysis.intake.read import load_intake, load_up_to
from analysis.parts.connect import connect
from analysis.parts.fold import fold_table, number_alike
from analysis.parts.local import LocalParts, in_parts
from analysis.parts.workers import read_by_workers
from analysis.selection.select import select
from analysis.selection.selection import Selection, canonical
from analysis.table.columns import OPERATION_COLUMNS
from analysis.table.in_parts import TableInParts
from analysis.table.table import Table
from analysis.table.vocabulary import own_facets, vocabulary
from analysis.views.map.points import count_points
from exports.tables.csv_file import operations_csv
from exports.tables.json_file import operations_json
from tests.handovers import handover
from tests.pieces import PLACES

SELECTIONS = 300
ROWS = 400
WORKERS = (1, 2, 4)
_SORTS = ("start", "end", "name", "region", "status", "line", "duration")


def try_alike(selections: int = SELECTIONS) -> dict[str, list[int]]:
    """By the way in which the table is counted, the numbers of the selections of which it states something else."""
    with tempfile.TemporaryDirectory() as folder:
        pieces = _write_pieces(Path(folder))
        whole = load_intake(pieces).table
        chosen = [_select_by_chance(whole, Random(seed)) for seed in range(selections)]
        expected = [_state(whole, *each) for each in chosen]
        cut = Random(1)
        bounds = sorted({0, ROWS, *(cut.randrange(1, ROWS) for _part in range(5))})
        folded = TableInParts(whole, LocalParts([whole], fold_table(whole, number_alike(whole))))
        ways = {"cut anyhow": in_parts(whole, bounds), "folded": folded}
        differ = {way: _differing(table, chosen, expected) for way, table in ways.items()}
        for count in WORKERS:
            client = connect(count)
            try:
                table = read_by_workers(lambda client=client: client, partial(load_up_to, str(pieces)), 120)
                differ[f"{count} workers"] = _differing(table, chosen, expected)
            finally:
                client.close()
                client.cluster.close()
    return differ


def _differing(table: Table, chosen: list[tuple], expected: list[tuple]) -> list[int]:
    return [number for number, each in enumerate(chosen) if _state(table, *each) != expected[number]]


def _state(table: Table, selection: Selection, sort: str, descending: bool) -> tuple:
    """What is stated of a selection: its facts and what stands out, the map's points, its files to the byte."""
    forget_answers()
    selected = select(table, selection)
    columns = [*OPERATION_COLUMNS, "Donor", "Title"]
    return (
        json.dumps(ask(selected, summarise)),
        repr(ask(selected, find_standouts)),
        ask(selected, count_points).to_csv(),
        operations_csv(selected, columns, sort, descending),
        operations_json(handover(selected, tuple(columns), sort, descending)),
    )


def _select_by_chance(table: Table, chance: Random) -> tuple[Selection, str, bool]:
    def some(facet: str) -> tuple[str, ...]:
        codes = list(vocabulary(table)[facet])
        return tuple(chance.sample(codes, min(2, len(codes)))) if chance.random() < 0.25 else ()

    made = Selection(
        region=some("region"),
        activity=some("activity"),
        status=some("status"),
        match=chance.choice(["any", "all", "none", "exactly"]),
        years=chance.choice([None, None, (2000, 2003), (2005, 2005)]),
        when=chance.choice(["active", "started", "ended"]),
        search=chance.choice(["", "", "", "ko", "wells 1"]),
        own=tuple((facet, values) for facet in own_facets(table) if (values := some(facet))),
        as_of=chance.choice([None, None, date(2004, 2, 29)]),
    )
    return canonical(made, table), chance.choice(_SORTS), chance.random() < 0.5


def _write_pieces(folder: Path) -> Path:
    """A table of places, days and years, statuses, lists, titles, donors and money as CSV pieces; their folder."""
    chance = Random(2006)
    rows = pd.DataFrame([_row(chance, number) for number in range(ROWS)])
    for number in range(4):
        rows.iloc[number * ROWS // 4 : (number + 1) * ROWS // 4].to_csv(folder / f"part-{number}.csv", index=False)
    return folder


def _row(chance: Random, number: int) -> dict[str, str]:
    start = date(1999, 1, 1) + timedelta(days=chance.randrange(365 * 9))
    end = start + timedelta(days=chance.randrange(20, 2000))
    as_text: Callable[[date], str] = chance.choice([date.isoformat, lambda day: str(day.year)])
    ended = chance.random() < 0.7
    return {
        "Title": f"Wells {number % 37}",
        "Country": chance.choice([*PLACES, "Sudan; Mali", "Haiti"]),
        "Start date": as_text(start) if chance.random() < 0.97 else "soon",
        "End date": as_text(end) if ended else "",
        "Status": "Closed" if ended or chance.random() < 0.1 else "Active",
        "Sector": "; ".join(chance.sample(["CS", "IDPs", "DDR", "wash", "seeds"], chance.randint(0, 3))),
        "Donor": chance.choice(["UNHCR", "UNICEF; UNHCR", "WFP", ""]),
        "Budget (USD)": chance.choice([str(chance.randrange(10_000)), "", "12.50"]),
    }
