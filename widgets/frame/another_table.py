"""A view and a link when the table is another one than they were made for."""

from dataclasses import replace

from analysis.selection.carry_over import fit_selection
from analysis.selection.settings import Settings, codes_of_columns, read_settings, settings_query
from analysis.table.table import Table
from analysis.text import _
from analysis.trust.switched_off import table_without
from analysis.trust.switches import read_off
from analysis.view import TABLE_PARAMETER, View
from widgets.frame.session import held, hold, take_held
from widgets.frame.tables import own_table
from widgets.frame.view import remember_settings


def missing_table(query: dict[str, list[str]], page: str) -> list[str]:
    """A sentence where a link is about a table of somebody's own that this session does not have."""
    own = own_table()
    named = next(iter(query.get(TABLE_PARAMETER, [])), "")
    if not named or (own and own.file == named):
        return []
    # Once the file is here, the view that the link meant comes back.
    hold("awaited", (named, page, query))
    return [
        _(
            "This link is about a table that somebody brought, {file}. Ask them for the file and bring it on the page"
            " Your table; until then you see another table."
        ).format(file=named[:80])
    ]


def fit_to_table(view: View, source: Table) -> tuple[View, list[str]]:
    """The view without what means nothing for another table, and a sentence for each value taken out of it.

    Where a link that was followed before is about just this table, it is the view of that link.
    """
    own = own_table()
    if own and held("awaited", [""])[0] == own.file:
        _file, page, query = take_held("awaited")
        meant, ignored = View.from_query(page, query, source)
        if page != view.page:
            remember_settings(page, meant.settings)
            return replace(view, selection=meant.selection, second=meant.second, off=meant.off), ignored
        return replace(meant, page=view.page), ignored
    # Switched off are readings of the table that was there before; what the new one has too stays off.
    off, _others = read_off(view.off, source)
    table = table_without(source, off)
    selection, ignored = fit_selection(view.selection, table)
    second, wrong = fit_selection(view.second, table)
    settings, unset = _fit_settings(view.page, view.settings, table)
    for page, others in held("settings", {}).items():
        fitting, unset_elsewhere = _fit_settings(page, others, table)
        remember_settings(page, fitting)
        unset = unset + (unset_elsewhere if page != view.page else [])
    return replace(view, selection=selection, second=second, off=off, settings=settings), ignored + wrong + unset


def _fit_settings(page: str, settings: Settings, table: Table) -> tuple[Settings, list[str]]:
    # The same line of another table is another operation.
    query = {name: values for name, values in settings_query(settings, page).items() if name != "row"}
    return read_settings(page, query, codes_of_columns(table))
