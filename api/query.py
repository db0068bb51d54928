"""The parameters of a page's link to what an answer holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from analysis.selection.selection import PARAMETERS, Selection, canonical, from_query, to_query
from analysis.selection.settings import default_setting, read_columns, read_settings
from analysis.table.table import Table
from analysis.trust.switched_off import table_without
from analysis.trust.switches import PARAMETER as OFF
from analysis.trust.switches import read_off
from analysis.views.rows import COLUMNS, SORTS, further_columns
from api.errors import BadQuery, Fault, own_table, said_twice, unknown_name, unknown_value
from api.parameters import LANGUAGE, OWN_TABLE, Parameter, link_parameters, setting_pages

# The page whose settings say which columns there are and in which order rows stand.
PAGE = "operations"
ROW_SETTINGS = ("sort", "order", "columns")


@dataclass(frozen=True)
class Query:
    """What a link asks for, and the parameters of the link that opens the same rows in the dashboard.

    table: the one asked, without the readings that the link switches off.
    """

    selection: Selection
    columns: tuple[str, ...]
    sort: str
    descending: bool
    link: Mapping[str, list[str]]
    table: Table = field(repr=False)


def read_query(query: Mapping[str, list[str]], source: Table) -> Query:
    """What the parameters ask of a table, all columns where they name none; BadQuery names every fault of them."""
    off, _others = read_off(query.get(OFF, []), source)
    table = table_without(source, off)
    if faults := find_faults(query, table, source):
        raise BadQuery(faults)
    settings, _none = read_settings(PAGE, {name: query.get(name, []) for name in ROW_SETTINGS}, further_columns(table))
    columns = (*COLUMNS, *further_columns(table))
    if "columns" in query:
        columns = tuple(read_columns(query["columns"][0], further_columns(table)))
        settings["columns"] = ",".join(columns)
    selection = _read_selection(query, table)
    shown = {name: [value] for name, value in settings.items() if value != default_setting(PAGE, name)}
    language = {LANGUAGE: query[LANGUAGE]} if LANGUAGE in query else {}
    return Query(
        selection,
        columns,
        settings.get("sort", default_setting(PAGE, "sort")),
        settings.get("order") == "descending",
        to_query(selection) | ({OFF: list(off)} if off else {}) | shown | language,
        table,
    )


def ignored_names(query: Mapping[str, list[str]], used: tuple[str, ...]) -> list[str]:
    """The parameters that change nothing in an answer that uses these settings of rows."""
    working = working_names(used)
    if "iso3" in query:
        # A territory's page speaks of all its operations, whatever the filters say.
        working -= {*PARAMETERS} - {"as_of"}
    # Another page's sort may be none that rows know.
    return [name for name in query if name not in working or (name == "sort" and query[name][0] not in SORTS)]


def working_names(used: tuple[str, ...]) -> set[str]:
    """The parameters that can change an answer that uses these settings of rows."""
    return {*PARAMETERS, OFF, "iso3", *used, LANGUAGE}


def find_faults(query: Mapping[str, list[str]], table: Table, source: Table) -> list[Fault]:
    """Every name that no page writes and every value that means nothing."""
    known = {**link_parameters(table), OFF: link_parameters(source)[OFF]}
    faults = []
    for name, values in query.items():
        if name == OWN_TABLE:
            faults += [own_table(name, value) for value in values]
        elif name not in known:
            faults.append(unknown_name(name, list(known)))
        else:
            faults += _value_faults(known[name], values, table)
    return faults


def _value_faults(parameter: Parameter, values: list[str], table: Table) -> list[Fault]:
    further = [] if parameter.repeats else values[1:]
    checked = values if parameter.repeats else values[:1]
    allowed = parameter.allowed(table)
    means = partial(_means_something, parameter, table)
    return [
        *(unknown_value(parameter.name, value, allowed) for value in checked if not means(value)),
        *(said_twice(parameter.name, value) for value in further),
    ]


def _means_something(parameter: Parameter, table: Table, value: str) -> bool:
    """Whether a page would take the value, by the code with which pages read it."""
    if not value.strip():
        return parameter.blank
    name = parameter.name.rpartition(".")[2]
    if name in PARAMETERS:
        return not from_query({name: [value]}, table)[1]
    if name in (LANGUAGE, OFF, "iso3"):
        return (value.upper() if name == "iso3" else value) in parameter.codes
    return any(not read_settings(page, {name: [value]}, further_columns(table))[1] for page in setting_pages(name))


def _read_selection(query: Mapping[str, list[str]], table: Table) -> Selection:
    """The selection, or all operations of the territory whose page the link opens."""
    selection, _none = from_query(query, table)
    if "iso3" not in query:
        return selection
    return canonical(Selection(territory=(query["iso3"][0].upper(),), as_of=selection.as_of), table)
