"""Which column of a sheet is what: a guess with its reason and certainty, by headings, HXL tags and values."""

from dataclasses import dataclass, fields, replace
from typing import Any

from analysis.errors import InputError
from analysis.intake.cells.sheet import Sheet
from analysis.intake.columns.conflicts import add_flags, look_in_texts, says_more, settle_period
from analysis.intake.columns.evidence import Evidence, weigh_column
from analysis.intake.columns.guess import BY_BOTH, BY_HEADING, BY_TAG, BY_VALUES, CHOSEN, IN_TEXT, Guess
from analysis.intake.columns.our_columns import columns_by_name, readable_columns
from analysis.intake.columns.scores import SCORES
from analysis.reading.headings import ROLES, heading_score, is_about, is_source_side, plain_heading, stem, tag_score
from analysis.reading.reference import Reference, load_reference
from analysis.text import _


@dataclass(frozen=True)
class Columns:
    """The headings taken for each role; () or None where there is none.

    day_first: whether the day comes first in dates such as 05/06/2006; None lets the columns say so.
    country_in_text: whether countries are looked for inside longer texts.
    own_regions: whether the regions are those of the region column instead of the UN's.
    facets: columns to filter by, as the table has them; None lets the table propose some.
    separator: the sign that parts the activities of a cell, "" for none; None lets the column show it.
    together: the column by whose values rows are put together; None takes each row for an operation.
    statuses: words of the status column and what they mean.  places: printed countries and their ISO3 codes.
    """

    country: str | None = None
    start: str | None = None
    end: str | None = None
    period: str | None = None
    status: str | None = None
    activity: tuple[str, ...] = ()
    region: str | None = None
    title: str | None = None
    id: str | None = None
    day_first: bool | None = None
    country_in_text: bool = False
    own_regions: bool = False
    facets: tuple[str, ...] | None = None
    separator: str | None = None
    together: str | None = None
    statuses: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ColumnGuess:
    """The columns guessed for a sheet, and the guess behind each role that has one."""

    columns: Columns
    guesses: dict[str, Guess]


def guess_columns(sheet: Sheet, reference: Reference | None = None) -> ColumnGuess:
    """The columns that a sheet's headings, tags and values suggest, whatever their order and case."""
    if sheet.cells.empty:
        return ColumnGuess(_named_columns(list(sheet.cells)), {})
    reference = reference or load_reference()
    tags = dict(sheet.tags)
    evidence = {name: weigh_column(sheet.cells[name], reference) for name in sheet.cells}
    usable = [name for name in sheet.cells if evidence[name].values and not is_source_side(name, sheet.cells)]
    guesses: dict[str, Guess] = {}
    if sheet.as_of:
        usable = readable_columns(usable)
        guesses = {role: Guess((name,), BY_HEADING, 1.0) for role, name in columns_by_name(list(sheet.cells)).items()}
    for role in (role for role in ROLES if role not in guesses):
        taken = {name for guess in guesses.values() for name in guess.columns}
        free = [name for name in usable if name not in taken]
        guess = _best(role, free, tags, evidence)
        if guess and role == "period" and {"start", "end"} <= set(guesses):
            if not says_more(guess, guesses, evidence, sheet.cells):
                continue
            del guesses["start"], guesses["end"]
        if guess:
            guesses[role] = guess
    settle_period(guesses, evidence, sheet.cells)
    add_flags(guesses, evidence)
    if "country" not in guesses:
        look_in_texts(guesses, evidence)
    single: dict[str, Any] = {role: guess.columns[0] for role, guess in guesses.items() if role != "activity"}
    activity = guesses["activity"].columns if "activity" in guesses else ()
    in_text = "country" in guesses and guesses["country"].reason == IN_TEXT
    return ColumnGuess(Columns(**single, activity=activity, country_in_text=in_text), guesses)


def _named_columns(names: list[str]) -> Columns:
    """The columns of a table without rows, by their headings alone."""
    best = {role: max(names, key=lambda name: heading_score(name, role)) for role in ("country", "period", "status")}
    named: dict[str, Any] = {role: name for role, name in best.items() if heading_score(name, role) > 0}
    # A table without rows needs something to read its no periods from.
    return Columns(**{"period": names[0], **named})


def override(guess: ColumnGuess, **chosen) -> ColumnGuess:
    """The guess with some roles as the user chose them; what is chosen for one role is free from the others."""
    known = {field.name for field in fields(Columns)}
    if wrong := next((role for role in chosen if role not in known), None):
        raise InputError(_("There is no role {role!r} for a column.").format(role=wrong))
    roles = {role: value for role, value in chosen.items() if role in ROLES}
    columns = replace(guess.columns, **chosen)
    if roles.get("country") and "country_in_text" not in chosen:
        columns = replace(columns, country_in_text=False)
    if roles.get("period"):
        columns = replace(columns, start=roles.get("start"), end=roles.get("end"))
    guesses = {role: entry for role, entry in guess.guesses.items() if role not in roles}
    for role, value in roles.items():
        if names := (value if isinstance(value, tuple) else (value,) if value else ()):
            guesses[role] = Guess(names, CHOSEN, 1.0)
    return ColumnGuess(columns, guesses)


def check_columns(sheet: Sheet, columns: Columns) -> None:
    """Raise InputError where the columns cannot make a table of operations, or one is not in the sheet."""
    for role in (*ROLES, "together"):
        value = getattr(columns, role)
        for name in value if isinstance(value, tuple) else (value,) if value else ():
            if name not in sheet.cells:
                raise InputError(_("The table has no column {column!r}.").format(column=name))
    if not (columns.period or columns.start):
        raise InputError(
            _(
                "No column was recognised as the period or the start of an operation. The columns are: {columns}."
                " Choose one, or give one period for all rows."
            ).format(columns=", ".join(map(repr, list(sheet.cells)[:12])))
        )


def check_repeated(guess: ColumnGuess, sheet: Sheet) -> None:
    """Raise InputError where a heading that was guessed stands there twice; who chose it knows which one is meant."""
    for role in ("country", "start", "end", "period", "status"):
        found = guess.guesses.get(role)
        for name in found.columns if found and found.reason != CHOSEN else ():
            if name in sheet.repeated:
                raise InputError(
                    _(
                        "The heading {name!r} stands there more than once, so it is not clear which column is meant."
                    ).format(name=name)
                )


def _fineness(name: str, evidence: dict[str, Evidence]) -> tuple[int, bool]:
    """How fine a level of areas is: its different values, then whether its heading says that it is a part."""
    return evidence[name].values, is_about(name, "finer")


def _best(role: str, free: list[str], tags: dict, evidence: dict[str, Evidence]) -> Guess | None:
    scored = []
    for name in free:
        heading = heading_score(name, role)
        tag = tag_score(tags.get(name, ""), role)
        if score := SCORES[role](max(heading, tag), evidence[name], name):
            # Where all else is equal the plainer, then the shorter heading wins, so that order never decides.
            scored.append((score, -len(plain_heading(name)), name, heading, tag))
    if not scored:
        return None
    # Of several levels of areas the coarsest, of equals the first that is no part of another.
    best = min(scored, key=lambda entry: _fineness(entry[2], evidence)) if role == "region" else max(scored)
    score, _length, name, heading, tag = best
    columns: tuple[str, ...] = (name,)
    if role == "activity":
        columns = tuple(other for other in free if stem(other) == stem(name) and any(s[2] == other for s in scored))
    reason = BY_TAG if tag >= heading and tag else BY_VALUES if heading < 0.3 else BY_BOTH
    if role in ("title", "id", "region", "activity") and reason == BY_BOTH:
        reason = BY_HEADING
    return Guess(columns, reason, round(min(1.0, score / 2), 2))
