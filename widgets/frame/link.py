"""The link: read into the view in force, and written from it.

A run begins with what stands in the browser's address. Most often that is what the last run wrote there; where it is
not, `what_happened` says why, and the view follows the link or the link the view.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.table.table import Table
from analysis.view import TABLE_PARAMETER, View
from widgets.frame.another_table import fit_to_table, missing_table
from widgets.frame.session import held, hold
from widgets.frame.tables import own_table
from widgets.frame.view import remember_settings, remembered_settings


@dataclass(frozen=True)
class Link:
    """How the address and the view stood to each other when a run ended.

    query: the parameters in the address.  changed: whether a widget has changed the view since.
    before_table: whether it is an address from before the table in use was brought, which names none.
    """

    query: Mapping[str, list[str]]
    changed: bool = False
    before_table: bool = False


class Happened(Enum):
    """What happened since the last run, as far as the view goes."""

    FOLLOWED = "a link was followed, or a step back or forward taken: the view is what the link says"
    TABLE = "another table is in use: the view stays as far as it means something there"
    PAGE = "another page was opened: the view goes along"
    NOTHING = "nothing but what widgets did"


def what_happened(
    last: Link | None, query: Mapping[str, list[str]], other_page: bool, other_table: bool, in_history: bool
) -> Happened:
    """What happened since the run that left `last`, by what stands in the address now.

    other_page and other_table: whether page and table are others than in that run.  in_history: whether the browser
    came here by a step back or forward.
    """
    # Switching pages empties the link. A step back to a link without a view looks the same, but for `in_history`.
    emptied = other_page and not query and not in_history
    # A quick second click still carries the link from before the first, so what was clicked counts for more.
    if last is None or (query != last.query and not last.changed and not emptied):
        return Happened.FOLLOWED
    if other_table:
        return Happened.TABLE
    return Happened.PAGE if other_page else Happened.NOTHING


def read_view(page: str, source: Table) -> None:
    """Bring the session's view and the address together, and note what in the link means nothing.

    The source is the table in use with all its readings in force.
    """
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    view, last = held("view"), held("link")
    other_page = view is None or view.page != page
    context = get_script_run_ctx()
    in_history = bool(context and context.is_history_navigation)
    happened = what_happened(last, query, other_page, held("table") != source.content_hash, in_history)
    before_table = last is not None and last.before_table
    if view and other_page:
        remember_settings(view.page, view.settings)
        view = replace(view, page=page, settings=remembered_settings(page))
    if happened is Happened.FOLLOWED:
        view, ignored = View.from_query(page, query, source)
        before_table = TABLE_PARAMETER not in query
        hold("ignored", missing_table(query, page) + ignored)
    elif happened is Happened.TABLE:
        view, ignored = fit_to_table(view, source)
        before_table = False
        hold("ignored", ignored)
    elif happened is Happened.PAGE:
        hold("ignored", [])
    own = own_table()
    if happened is not Happened.NOTHING:
        renewed = happened is Happened.TABLE and not own and not held("view").table
        hold("renewed", datetime.now(UTC) if renewed else None)
    hold("view", replace(view, language=held("language", ""), table=own.file if own else ""))
    hold("link", Link(query, before_table=before_table))
    hold("table", source.content_hash)


def write_view() -> None:
    """Write the view to the address, where it is not there already."""
    query, link = held("view").to_query(), held("link")
    # A step back to an address from before the table was brought stays there; another would end all steps back.
    if link.before_table and query == {**link.query, TABLE_PARAMETER: query.get(TABLE_PARAMETER)}:
        return
    if query != link.query:
        st.query_params.from_dict(query)
        hold("link", replace(link, query=query))
