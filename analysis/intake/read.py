"""Any manager's table to a Table, with all that was guessed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.intake.as_of import CHOSEN, STATING, AsOf, propose_as_of
from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.choices.choices import made_here
from analysis.intake.columns.coordinates import find_coordinates
from analysis.intake.columns.evidence import is_flags, stray_flags
from analysis.intake.columns.facets import possible_facets, proposed_facets
from analysis.intake.columns.guess_columns import ColumnGuess, Columns, check_repeated, guess_columns, override
from analysis.intake.columns.left_unread import switches_left
from analysis.intake.columns.measures import find_measures
from analysis.intake.dates.notes import say_open_ends, say_order
from analysis.intake.layouts.event_sheet import with_events_of_file
from analysis.intake.layouts.read_sheet import read_sheet, say_once
from analysis.intake.pieces.find import Piece, find_pieces, is_in_pieces, short_name
from analysis.intake.pieces.join import read_pieces
from analysis.intake.places.events import take_events
from analysis.intake.places.no_country import say_no_country
from analysis.intake.places.regions import take_regions
from analysis.intake.progress import tell_rows
from analysis.intake.rows import own_name, rows_of_sheet
from analysis.intake.together import join_rows, say_repeated_ids
from analysis.reading.country_guesses import NONE_NAMED, UNKNOWN, problem_of
from analysis.reading.headings import heading_score
from analysis.reading.problems import (
    CLOSED_LATER,
    CLOSED_OPEN,
    NEITHER,
    RUNS_LATER,
    say_line,
    say_problem,
    suggestion_for,
)
from analysis.reading.reference import Reference, load_reference, reference_elsewhere
from analysis.reading.written.period_texts import check_calendar
from analysis.table.build import build_table
from analysis.table.columns import further_columns
from analysis.table.load import hash_content
from analysis.table.table import OwnColumns, Table
from analysis.table.vocabulary import read_facet
from analysis.text import _


@dataclass(frozen=True, eq=False)
class Intake:
    """A table as it was brought, how its columns were taken, and the Table read from it.

    as_of: the date proposed, or chosen, with its reason; notes: what a reader should know of the file.
    possible_facets: the columns of the table that it could be filtered by.
    """

    sheet: Sheet
    guess: ColumnGuess
    table: Table
    as_of: AsOf
    notes: tuple[Note, ...]
    possible_facets: tuple[str, ...] = ()

    @property
    def columns(self) -> Columns:
        """The headings taken for each role."""
        return self.guess.columns


def read_intake(
    content: bytes,
    file: str = "",
    sheet: str | None = None,
    as_of: date | None = None,
    for_all: Mapping[str, str] = MappingProxyType({}),
    events: tuple[bytes, str] | None = None,
    **chosen,
) -> Intake:
    """The table that some bytes hold, its columns guessed except those `chosen`; InputError where it is unusable.

    for_all: the country and the period of all rows, where the table leaves them out.  events: a file of dated facts
    beside it, and its name.
    """
    cells = say_once(read_sheet(content, sheet), **for_all)
    cells = with_events_of_file(cells, *events) if events else cells
    return intake_sheet(cells, file, hash_content(content, *for_all.values(), *(events or ())), as_of, **chosen)


def load_intake(path: str | Path, **chosen) -> Intake:
    """The table of a file, by its content, or of pieces; InputError names the file and what is wrong with it.

    chosen: as for `read_intake`.
    """
    name = short_name(path) if is_in_pieces(path) else Path(path).name
    try:
        if is_in_pieces(path):
            return intake_pieces(find_pieces(path), name, **chosen)
        return read_intake(Path(path).read_bytes(), name, **chosen)
    except OSError as error:
        raise InputError(_("{file} cannot be opened: {why}.").format(file=name, why=error.strerror)) from None
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=name, sentence=error)) from None


def intake_pieces(
    pieces: list[Piece],
    file: str = "",
    as_of: date | None = None,
    for_all: Mapping[str, str] = MappingProxyType({}),
    events: tuple[bytes, str] | None = None,
    **chosen,
) -> Intake:
    """The table that pieces make, as if they were one file; InputError names the piece that is unusable."""
    cells = say_once(read_pieces(pieces), **for_all)
    cells = with_events_of_file(cells, *events) if events else cells
    return intake_sheet(cells, file, hash_content(repr(pieces), *for_all.values(), *(events or ())), as_of, **chosen)


def load_up_to(path: str | Path, *days: str, **chosen) -> Table:
    """The table of a file, up to a later day than it proposes where one is asked for.

    chosen: as for `read_intake`.  InputError where the day is later than the one that the table itself states.
    """
    intake = load_intake(path, **chosen)
    try:
        asked = date.fromisoformat(days[0]) if days else None
    except ValueError:
        # Whoever reads the other conditions says that it is no day.
        asked = None
    if asked is None or intake.as_of.day is None or asked <= intake.as_of.day:
        return intake.table
    if intake.as_of.reason.template in STATING:
        raise InputError(
            _("The table says that it speaks up to {own}; it says nothing of {asked}.").format(
                own=intake.as_of.day, asked=asked
            )
        )
    return load_intake(path, **{**chosen, "as_of": asked}).table


def intake_sheet(
    sheet: Sheet,
    file: str = "",
    content_hash: str = "",
    as_of: date | None = None,
    decisions: Mapping[str, bool] = MappingProxyType({}),
    guess: ColumnGuess | None = None,
    **chosen,
) -> Intake:
    """The table that a sheet's cells hold; `chosen` are Columns by name that stand before what is guessed.

    decisions: printed countries whose guess the user confirmed (true) or rejected (false).
    guess: what `guess_columns` gave for the sheet, where that is known already.
    """
    tell_rows(len(sheet.cells))
    reference = load_reference()
    guess = override(guess or guess_columns(sheet, reference), **made_here(chosen, sheet.cells))
    check_repeated(guess, sheet)
    for dated in dated_columns(sheet.cells, guess.columns):
        check_calendar(sheet.cells[dated], dated)
    rows = rows_of_sheet(sheet, guess.columns, reference, decisions)
    proposed = AsOf(as_of, Note(CHOSEN)) if as_of else propose_as_of(sheet, guess.columns, rows, file)
    if proposed.day is None and not len(rows.spans.spells) and len(rows.spans.problems):
        raise InputError(_say_unread(rows.spans.problems.iloc[0]))
    if guess.columns.together:
        sheet, guess = join_rows(sheet, guess)
        rows = rows_of_sheet(sheet, guess.columns, reference, decisions)
    table = build_table(
        rows.rows,
        reference_elsewhere(reference),
        proposed.day,
        title=file,
        file=file,
        content_hash=f"{content_hash}{_key(reference, file, guess.columns, proposed.day, decisions)}"[:32],
        readers=rows.readers,
        spans=rows.spans,
    )
    table = replace(
        table,
        off=switches_left(sheet.off, table.operations),
        own=own_columns(sheet, guess.columns, table),
    )
    table, possible = take_facets(sheet, guess.columns, table)
    problems = _name_groups(table.problems, guess.columns)
    problems = pd.concat(
        [problems, _against_status(sheet, guess.columns, rows.status, table), _strays(sheet, guess.columns)]
    )
    table = replace(table, problems=problems.sort_values("line", kind="stable", ignore_index=True))
    notes = (
        *sheet.notes,
        *rows.notes,
        *say_order(rows.dates.day_first if rows.dates else rows.day_first),
        *say_open_ends(guess.columns, table),
        *say_repeated_ids(sheet, guess.columns),
        *say_no_country(sheet, guess.columns, reference, file),
    )
    table, of_events = take_events(table, sheet)
    notes = (*notes, *of_events)
    if guess.columns.own_regions and guess.columns.region:
        table, note = take_regions(table, sheet.cells[guess.columns.region], guess.columns.region)
        notes = (*notes, note)
    return Intake(sheet, guess, table, AsOf(table.as_of, proposed.reason), notes, possible)


def own_columns(sheet: Sheet, columns: Columns, table: Table) -> OwnColumns:
    """The columns of titles and ids, by the names that the table has them under; what it shows as ours is none."""
    kept = [own_name(name, sheet) if name else "" for name in (columns.title, columns.id)]
    title, number = (name if name in table.operations else "" for name in kept)
    return OwnColumns(title, number)


def take_facets(sheet: Sheet, columns: Columns, table: Table) -> tuple[Table, tuple[str, ...]]:
    """The table with the columns that it can be filtered by, chosen or proposed, and all that can be chosen; with those
    that can be summed and those of coordinates as well."""
    single = (columns.country, columns.start, columns.end, columns.status, columns.title, columns.id)
    names = [name for name in (*single, *columns.activity, columns.region if columns.own_regions else None) if name]
    taken = {own_name(name, sheet) for name in names}
    further = [name for name in further_columns(table) if name not in taken]
    possible = possible_facets(table, further)
    measures = find_measures(table, further, {own_name(name, sheet): tag for name, tag in dict(sheet.tags).items()})
    facets = proposed_facets(table, possible) if columns.facets is None else columns.facets
    read = tuple(read_facet(name, table.operations[name]) for name in facets if name in possible)
    latitude, longitude = find_coordinates(table, further)
    own = table.own._replace(facets=read, measures=measures, latitude=latitude, longitude=longitude)
    return replace(table, own=own), possible


def _say_unread(problem) -> str:
    """That no period can be read, with the first of them, what is wrong with it, and what to do."""
    said = say_problem(say_line(problem.line, problem.column), problem.value, problem.problem)
    return _("No row has a period that can be read. {problem} {suggestion}").format(
        problem=said, suggestion=suggestion_for(problem.problem)
    )


def dated_columns(cells: pd.DataFrame, columns: Columns) -> list[str]:
    """The column of starts or periods; where none was recognised, those that are headed so."""
    taken = columns.start or columns.period
    headed = (name for name in cells if max(heading_score(name, "start"), heading_score(name, "period")) >= 0.5)
    return [taken] if taken else list(headed)


def _key(reference: Reference, file: str, columns: Columns, day: date | None, decisions: Mapping[str, bool]) -> str:
    # The file's name is shown with the table, so two names are two tables to whatever is kept by this key.
    return hash_content(reference.content_hash, file, repr(columns), str(day), repr(sorted(decisions.items())))


def _name_groups(problems: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    """Problems of countries said more exactly: groups of countries, and texts that name none."""
    unknown = ((problems["column"] == "country") & (problems["problem"] == UNKNOWN)).to_numpy()
    values = problems.loc[unknown, "value"]
    said = {value: NONE_NAMED if columns.country_in_text else problem_of(value) for value in values.unique()}
    worded = problems["problem"].to_numpy(object, copy=True)
    worded[unknown] = values.map(said).to_numpy(object)
    return problems.assign(problem=worded)


def _against_status(sheet: Sheet, columns: Columns, status: np.ndarray, table: Table) -> pd.DataFrame:
    """Ends that say other than the status of their row: closed before its time, or running after it."""
    spells, day = table.spells, pd.Timestamp(table.as_of)
    # What has ended may still begin anew later.
    first = (spells["start"] <= day) | ~spells["operation"].duplicated()
    late = spells["operation"][(spells["end"] > day) & first].unique()
    ends = spells.groupby("operation")["end"]
    # All at once: a function of each operation's ends costs minutes of a million operations.
    last = ends.max().where(ends.count() == ends.size())
    over = last.index[last <= day].to_numpy(int)
    still = spells["operation"][spells["end_precision"] == "ongoing"].unique()
    said = (late[status[late] == "closed"], over[status[over] == "ongoing"], still[status[still] == "closed"])
    rows = np.concatenate(said).astype(int)
    return pd.DataFrame(
        {
            "line": sheet.lines[rows],
            "column": "period" if columns.period else columns.end,
            "value": sheet.cells[columns.period or columns.end or columns.start].iloc[rows].to_numpy(object),
            "problem": np.repeat(np.array([CLOSED_LATER, RUNS_LATER, CLOSED_OPEN], object), list(map(len, said))),
        }
    )


def _strays(sheet: Sheet, columns: Columns) -> pd.DataFrame:
    """What columns of activities that say yes or no hold beside that."""
    cells = [sheet.cells[name] for name in columns.activity] if len(columns.activity) > 1 else []
    parts = [(name, stray_flags(sheet.cells[name])) for name in columns.activity if cells and all(map(is_flags, cells))]
    return pd.DataFrame(
        [
            (sheet.lines[row], name, sheet.cells[name].iloc[row], NEITHER)
            for name, rows in parts
            for row in rows.tolist()
        ],
        columns=["line", "column", "value", "problem"],
    )
