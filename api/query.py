"""The parameters of a page's link to the view whose rows an answer holds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from analysis.selection.selection import PARAMETERS, Selection, canonical, from_query, parameters
from analysis.selection.settings import (
    SECOND_SELECTIONS,
    OperationsSettings,
    codes_of_columns,
    read_columns,
    read_settings,
)
from analysis.table.columns import OPERATION_COLUMNS, OPERATION_SORTS, further_columns
from analysis.table.table import Table
from analysis.table.vocabulary import is_own
from analysis.trust.switched_off import table_without
from analysis.trust.switches import PARAMETER as OFF_PARAMETER
from analysis.trust.switches import read_off
from analysis.view import LANGUAGE_PARAMETER, TABLE_PARAMETER, View
from api.errors import BadQuery, Fault, own_table_fault, said_twice, unknown_names, unknown_values
from api.parameters import Parameter, link_parameters, setting_pages

# The page whose settings say which columns there are and in which order rows stand.
PAGE = "operations"
ROW_SETTINGS = ("sort", "order", "columns")


class AskedRows(NamedTuple):
    """The rows that a link asks for: the view on the page of operations, all columns unless the link names some, and
    the table without the readings that the link switches off."""

    view: View
    columns: tuple[str, ...]
    table: Table


def read_query(query: Mapping[str, list[str]], source: Table) -> AskedRows:
    """The rows that the parameters ask of a table; BadQuery names every fault of them."""
    off, _others = read_off(query.get(OFF_PARAMETER, []), source)
    table = table_without(source, off)
    if faults := find_faults(query, table, source):
        raise BadQuery(faults)
    view, _ignored = View.from_query(PAGE, query, source)
    settings, _ignored = read_settings(
        PAGE, {name: query.get(name, []) for name in ROW_SETTINGS}, codes_of_columns(table)
    )
    columns = (*OPERATION_COLUMNS, *further_columns(table))
    if "columns" in query and isinstance(settings, OperationsSettings):
        columns = tuple(read_columns(query["columns"][0], table))
        settings = replace(settings, columns=",".join(columns))
    selection = _page_selection(view.selection, query, table)
    return AskedRows(replace(view, selection=selection, settings=settings), columns, table)


def ignored_names(query: Mapping[str, list[str]], used: tuple[str, ...]) -> list[str]:
    """The parameters that change nothing in an answer that uses these settings of rows."""
    working = working_names(used)
    if "iso3" in query:
        # A territory's page speaks of all its operations, whatever the filters say.
        working -= {*PARAMETERS} - {"as_of"}
    else:
        working |= set(filter(is_own, query))
    # Another page's sort may be none that rows know.
    return [name for name in query if name not in working or (name == "sort" and query[name][0] not in OPERATION_SORTS)]


def working_names(used: tuple[str, ...]) -> set[str]:
    """The parameters that can change an answer that uses these settings of rows."""
    return {*PARAMETERS, OFF_PARAMETER, "iso3", *used, LANGUAGE_PARAMETER}


def find_faults(query: Mapping[str, list[str]], table: Table, source: Table) -> list[Fault]:
    """Every name that no page writes and every value that means nothing."""
    known = {**link_parameters(table), OFF_PARAMETER: link_parameters(source)[OFF_PARAMETER]}
    unknown = [name for name in query if name not in known and name != TABLE_PARAMETER]
    faults = [own_table_fault(TABLE_PARAMETER, value) for value in query.get(TABLE_PARAMETER, [])]
    faults += unknown_names(unknown, list(known))
    for name in query.keys() & known.keys():
        faults += _value_faults(known[name], query[name], table)
    # They stand in the order of the link.
    places = {name: place for place, name in enumerate(query)}
    return sorted(faults, key=lambda fault: places[fault.parameter])


def _value_faults(parameter: Parameter, values: list[str], table: Table) -> list[Fault]:
    further = [] if parameter.repeats else values[1:]
    checked = values if parameter.repeats else values[:1]
    odd = [value for value in checked if not _means_something(parameter, table, value)]
    return [
        *unknown_values(parameter.name, odd, parameter.allowed(table)),
        *(said_twice(parameter.name, value) for value in further),
    ]


def _means_something(parameter: Parameter, table: Table, value: str) -> bool:
    """Whether a page would take the value, by the code with which pages read it."""
    if not value.strip():
        return parameter.blank
    name = next((parameter.name.removeprefix(p) for p in SECOND_SELECTIONS.values()), parameter.name)
    if name in parameters(table):
        return not from_query({name: [value]}, table)[1]
    if name in (LANGUAGE_PARAMETER, OFF_PARAMETER, "iso3"):
        return (value.upper() if name == "iso3" else value) in parameter.codes
    return any(not read_settings(page, {name: [value]}, codes_of_columns(table))[1] for page in setting_pages(name))


def _page_selection(selection: Selection, query: Mapping[str, list[str]], table: Table) -> Selection:
    """The selection, or all operations of the territory whose page the link opens."""
    if "iso3" not in query:
        return selection
    return canonical(Selection(territory=(query["iso3"][0].upper(),), as_of=selection.as_of), table)
