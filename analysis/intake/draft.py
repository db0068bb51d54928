"""A table that somebody brought, and what they decided about it before it is used."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from analysis.caches import cached_on_value
from analysis.errors import InputError
from analysis.intake.budget import run_within_budget
from analysis.intake.cells.sheet import Sheet
from analysis.intake.choices.choices import Choices, made_here
from analysis.intake.columns.guess_columns import ColumnGuess, Columns, guess_columns, override
from analysis.intake.layouts.event_sheet import with_events_of_file
from analysis.intake.layouts.read_sheet import read_sheet, say_once
from analysis.intake.limits import UPLOAD_BYTES
from analysis.intake.read import Intake, intake_sheet
from analysis.reading.headings import ROLES
from analysis.table.load import hash_content
from analysis.text import _


@dataclass(frozen=True, eq=False)
class Draft:
    """The cells of a table, the guess at its columns, and what was decided since.

    content: the bytes of a workbook with further sheets, to read one of those.
    first: the table that it makes before anything was decided, None where it makes none.
    brought: the cells as they came, where a country or a period of all rows was given beside them.
    for_all: that country and period.  recalled: whether choices made for another table were used again.
    chosen: columns by role, as in Columns; decisions: guesses at countries confirmed (true) or rejected (false).
    """

    file: str
    sheet: Sheet
    guess: ColumnGuess
    content_hash: str
    content: bytes = b""
    first: Intake | None = None
    brought: Sheet | None = None
    for_all: Mapping[str, str] = field(default_factory=dict)
    recalled: bool = False
    chosen: Mapping[str, object] = field(default_factory=dict)
    as_of: date | None = None
    decisions: Mapping[str, bool] = field(default_factory=dict)

    @property
    def columns(self) -> Columns:
        """The headings taken for each role, guessed or chosen."""
        return override(self.guess, **self.chosen).columns

    @property
    def headings(self) -> list[str]:
        """The headings of the table as it came."""
        return list((self.brought or self.sheet).cells)

    @property
    def choices(self) -> Choices:
        """All that is in force, whether it was decided or proposed and left so."""
        in_force = {name: value for name, value in vars(self.columns).items() if self._is_said(name, value)}
        sheet = self.sheet.sheet if len(self.sheet.sheets) > 1 else None
        country, period = (self.for_all.get(name, "") for name in ("country", "period"))
        return Choices(tuple(self.headings), sheet, self.as_of, country, period, in_force, self.decisions)

    def _is_said(self, name: str, value: object) -> bool:
        if name in ROLES:
            # A column that was given for all rows is given anew.
            return value is None or isinstance(value, tuple) or value in self.headings
        return value is not None if name in ("facets", "separator") else value not in (None, False, ())


def read_draft(content: bytes, file: str, sheet: str | None = None, choices: Choices | None = None) -> Draft:
    """The draft of a table's bytes, read in a process of its own; InputError names the file and what is wrong.

    choices: those made for another table; they are used again where this one has the same headings.
    """
    try:
        if len(content) > UPLOAD_BYTES:
            raise InputError(
                _("It has {found:,} MB, and at most {most:,} MB can be brought. Bring fewer rows or columns.").format(
                    found=-(-len(content) >> 20), most=UPLOAD_BYTES >> 20
                )
            )
        draft = run_within_budget(begin_draft, content, file, sheet, choices)
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=file, sentence=error)) from None
    return replace(draft, content=content) if len(draft.sheet.sheets) > 1 else draft


def begin_draft(content: bytes, file: str, sheet: str | None = None, choices: Choices | None = None) -> Draft:
    """The draft of a table's bytes, read in this process, as `read_draft`; InputError says what is wrong with them."""
    cells = read_sheet(content, sheet)
    if choices and not sheet and choices.sheet in cells.sheets and choices.sheet != cells.sheet:
        cells = read_sheet(content, choices.sheet)
    draft = Draft(file, cells, ColumnGuess(Columns(), {}), hash_content(content, cells.sheet))
    if choices and set(choices.headings) == set(cells.cells):
        return replace(_take(draft, choices), recalled=True)
    return _begin(draft)


def use_choices(draft: Draft, choices: Choices) -> Draft:
    """The draft with choices made for another table, read in a process of its own; InputError where they do not fit."""
    return replace(run_within_budget(_take, draft, choices), recalled=True)


def leave_choices(draft: Draft) -> Draft:
    """The draft as if nothing had been decided, read in a process of its own."""
    return replace(run_within_budget(_take, draft, Choices()), recalled=False)


def _begin(draft: Draft) -> Draft:
    draft = replace(draft, guess=guess_columns(draft.sheet), first=None)
    try:
        return replace(draft, first=make_table(draft))
    except InputError:
        # The cells are there, so that whoever brought them can choose what was not recognised.
        return draft


def give_for_all(draft: Draft, country: str, period: str) -> Draft:
    """The draft with one country and one period for all its rows, "" for none, read in a process of its own.

    They stand in place of those given before. InputError where the table has a column of that name.
    """
    columns = {role: column for role, column in draft.chosen.items() if role not in ("country", "period")}
    choices = Choices(
        as_of=draft.as_of, country=country.strip(), period=period.strip(), columns=columns, guesses=draft.decisions
    )
    return run_within_budget(_take, draft, choices)


def _take(draft: Draft, choices: Choices) -> Draft:
    """The draft with these choices and no others; InputError names the columns that its table does not have."""
    brought = draft.brought or draft.sheet
    for_all = {name: text for name, text in (("country", choices.country), ("period", choices.period)) if text}
    cells = say_once(brought, **for_all)
    columns = made_here(choices.columns, cells.cells)
    if missing := replace(choices, columns=columns).missing(cells.cells):
        raise InputError(
            _("The choices name columns that the table does not have: {columns}.").format(columns=", ".join(missing))
        )
    key = hash_content(draft.content_hash, choices.country, choices.period)
    undecided = Draft(draft.file, cells, draft.guess, key, draft.content, brought=brought, for_all=for_all)
    return replace(_begin(undecided), chosen=columns, as_of=choices.as_of, decisions=choices.guesses)


def bring_events(draft: Draft, content: bytes, file: str) -> Draft:
    """The draft with the dated facts of a file of their own, read in a process of its own; InputError says what is
    wrong with it."""
    return run_within_budget(_take_events, draft, content, file)


def _take_events(draft: Draft, content: bytes, file: str) -> Draft:
    sheet = with_events_of_file(draft.sheet, content, file)
    brought = draft.brought and with_events_of_file(draft.brought, content, file)
    key = hash_content(draft.content_hash, file, content)
    with_them = replace(draft, sheet=sheet, brought=brought, content_hash=key, first=None)
    try:
        return replace(with_them, first=make_table(replace(with_them, chosen={}, as_of=None, decisions={})))
    except InputError:
        return with_them


def choose_column(draft: Draft, role: str, value: object) -> Draft:
    """The draft with other columns for a role; a period stands in place of start and end, and the other way round."""
    chosen = {name: column for name, column in draft.chosen.items() if name != role}
    if value != getattr(draft.guess.columns, role):
        chosen[role] = value
    if role in ("start", "end") and value:
        chosen["period"] = None
    if role == "period" and value:
        chosen |= {"start": None, "end": None}
    return replace(draft, chosen=chosen)


def choose_as_of(draft: Draft, day: date | None) -> Draft:
    """The draft as of another day; of the day that the table itself proposes where none is given."""
    return replace(draft, as_of=day)


def decide(draft: Draft, decisions: Mapping[str, bool]) -> Draft:
    """The draft with more guesses at countries confirmed or rejected."""
    return replace(draft, decisions={**draft.decisions, **decisions})


@cached_on_value
def understand(draft: Draft) -> Intake:
    """The table that the draft makes, in a process of its own; InputError says in a sentence why it makes none."""
    if draft.first and not (draft.chosen or draft.as_of or draft.decisions):
        return draft.first
    return run_within_budget(make_table, draft)


def make_table(draft: Draft) -> Intake:
    """The table that the draft makes, in this process; InputError says in a sentence why it makes none."""
    return intake_sheet(
        draft.sheet,
        draft.file,
        draft.content_hash,
        draft.as_of,
        draft.decisions,
        draft.guess,
        **draft.chosen,
    )
