"""Which table the pages speak of: the session's own if it brought one, else the one that everyone sees."""

from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from time import sleep

import streamlit as st

from analysis.errors import InputError
from analysis.intake.read import Intake
from analysis.shared.setting import read_setting
from analysis.shared.table import shared_progress, shared_table, shared_trouble
from analysis.table.table import Table
from analysis.text import _, ngettext
from analysis.trust.switched_off import table_without
from analysis.writing import say_count
from widgets.frame.session import held, hold, take_held

_SECONDS_UNSAID = 1.0
# A run speaks of one table from its first line to its last, whatever happens to the file meanwhile.
_of_run: ContextVar[Table | None] = ContextVar("table_of_run", default=None)


def current_table() -> Table:
    """The table in use, without the readings that are switched off; InputError names what is wrong with its file."""
    view = held("view")
    return table_without(source_table(), view.off if view else ())


def source_table() -> Table:
    """The table in use with all its readings in force; InputError names what is wrong with its file."""
    own = own_intake()
    return own.table if own else _of_run.get() or shared_table(_now())


def hold_table() -> Table:
    """The table in use with all its readings in force, the same one until the run ends; InputError as above."""
    _of_run.set(None)
    if not own_intake():
        await_table()
    table = source_table()
    _of_run.set(table)
    return table


def newest_shared() -> str:
    """The content's hash of the table that everyone sees as its file is now, whatever this run holds; "" for none."""
    try:
        return shared_table(_now()).content_hash
    except InputError:
        return ""


def own_intake() -> Intake | None:
    """The table that this session brought and uses, with what was understood of it."""
    return held("own-table")


def own_table() -> Table | None:
    """The table that this session brought and uses."""
    own = own_intake()
    return own.table if own else None


def use_own_table(intake: Intake) -> None:
    """Let this session speak of a table of its own, in place of any it brought before; nobody else sees it."""
    hold("own-table", intake)
    _switch_all_on()
    _of_run.set(None)


def clear_own_table() -> None:
    """Let this session speak of the table that everyone sees again."""
    take_held("own-table")
    _switch_all_on()
    _of_run.set(None)


def _switch_all_on() -> None:
    # A code names a line and a column, which in another table are something else.
    hold("view", replace(held("view"), off=()))


def shared_is_built_in() -> bool:
    """Whether the table that everyone sees is the built-in one."""
    try:
        return read_setting() is None
    except InputError:
        return False


def table_notice() -> str:
    """What a reader should know of the table in use beside its title: whose it is, or what is wrong with its file."""
    if own_intake():
        return _("Your own table, in this session only: it is stored nowhere, and nobody else sees it.")
    if trouble := shared_trouble():
        since = f"{trouble.since:%Y-%m-%d %H:%M} UTC" if trouble.since else _("a while ago")
        return _("Since {since} a newer table cannot be shown; this is the last good one. {why}").format(
            since=since, why=trouble.why
        )
    return ""


def await_table() -> None:
    """Say how many rows have been read while the first table of a setting takes its time."""
    if shared_progress(_now(), _SECONDS_UNSAID) is None:
        return
    slot = st.empty()
    while (rows := shared_progress(_now(), _SECONDS_UNSAID / 2)) is not None:
        slot.info(ngettext("Reading the table: {rows} row so far.", "Reading the table: {rows} rows so far.", rows)
                   .format(rows=say_count(rows)))  # fmt: skip
        # A file that is being written is waited for without anybody reading.
        sleep(_SECONDS_UNSAID / 4)
    slot.empty()


def _now() -> datetime:
    return datetime.now(UTC)
