"""What a file says about itself, so that whoever gets it a year later knows what it holds."""

from typing import Any

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.readings import list_problems, list_readings
from analysis.reading.reference import territory_notes
from analysis.selection.selection import to_query
from analysis.selection.sentence import selection_sentence
from analysis.table.columns import OPERATION_SORTS
from analysis.table.load import BUILT_IN_FILE
from analysis.text import N_, _
from analysis.trust.notes import CAVEATS, find_notes
from analysis.trust.switches import PARAMETER, say_switch
from exports.handover import Handover
from exports.readings import describe_problems, describe_readings

_LABELS = {
    "selection": N_("Selection"),
    "operations": N_("Operations in this file"),
    "total": N_("Operations in all"),
    "not_started": N_("Not yet started"),
    "as_of": N_("As-of date"),
    "order": N_("Order"),
    "table": N_("Table"),
    "sources": N_("Source"),
    "readings": N_("Readings in force"),
    "off": N_("Readings switched off"),
    "problems": N_("Not read"),
    "notes": N_("Notes on names"),
    "caveats": N_("Caveats"),
    "made_at": N_("Made at"),
    "version": N_("Version of the dashboard"),
    "data_version": N_("Version of the data"),
    "link": N_("Link to this view"),
}


def file_facts(handover: Handover) -> dict[str, Any]:
    """The facts of a view by key, in reading order: texts, numbers and lists of sentences."""
    selected, table = handover.selected, handover.selected.snapshot.table
    key = ask(selected, find_key_numbers)
    return {
        "selection": selection_sentence(selected),
        "operations": key.operations,
        "total": key.total,
        "not_started": key.not_started,
        "as_of": selected.snapshot.as_of.isoformat(),
        "order": _describe_order(handover),
        "table": _table_title(handover),
        "sources": list_sources(handover),
        "readings": describe_readings(ask(selected, list_readings)),
        "off": [say_switch(switch) for switch in table.off],
        "problems": describe_problems(ask(selected, list_problems)),
        "notes": occurring_notes(handover),
        "caveats": caveats(handover),
        "made_at": handover.made_at,
        "version": handover.version,
        "data_version": table.content_hash,
        "link": handover.link,
    }


def about_facts(handover: Handover) -> list[tuple[str, str]]:
    """The facts of a view as (label, text), one for each sentence; what a view has none of says so."""
    lines = []
    for key, value in file_facts(handover).items():
        texts = value if isinstance(value, list) else [str(value)]
        lines += [(_(_LABELS[key]), text) for text in texts or [_("none")]]
    return lines


def machine_facts(handover: Handover) -> dict[str, Any]:
    """The facts of a view with its selection, sort and columns by their codes as well, as links have them."""
    return file_facts(handover) | {
        "query": to_query(handover.selected.selection) | _off_query(handover),
        "switched_off": [
            {"column": off.column, "printed": off.printed, "read": off.read, "why": off.why}
            for off in handover.selected.snapshot.table.off
        ],
        "sort": handover.sort,
        "descending": handover.descending,
        "columns": list(handover.columns),
    }


def _off_query(handover: Handover) -> dict[str, list[str]]:
    # What was off already when the table came home has no code.
    codes = [switch.code for switch in handover.selected.snapshot.table.off if switch.code]
    return {PARAMETER: codes} if codes else {}


def is_built_in(handover: Handover) -> bool:
    """Whether the view is of the leaflet's table and not of one of the user's."""
    return handover.selected.snapshot.table.file == f"data/{BUILT_IN_FILE.name}"


def occurring_notes(handover: Handover) -> list[str]:
    """The notes on the territories of the view's operations."""
    territories = ask(handover.selected, count_facet, "territory")["territory"].tolist()
    return territory_notes(handover.selected.snapshot.table.reference, territories)


def caveats(handover: Handover) -> list[str]:
    """What a reader has to know before using a number of the view."""
    sentences = find_notes(handover.selected, CAVEATS)
    if is_built_in(handover):
        sentences.append(
            _("The list is a selection made by its authors. This file is independent work; IOM did not publish it.")
        )
    return sentences


def _describe_order(handover: Handover) -> str:
    order = _(OPERATION_SORTS[handover.sort])
    return _("{order}, descending").format(order=order) if handover.descending else order


def list_sources(handover: Handover) -> list[str]:
    """Where the table of a view, and the codes and names that it is shown by, come from."""
    table = handover.selected.snapshot.table
    listed = [_(source["title"]) for source in table.reference.package.get("sources", [])]
    # The leaflet is the source of its own table alone; codes and names are the same for every table.
    return listed if is_built_in(handover) else [_table_title(handover), *listed[1:]]


def _table_title(handover: Handover) -> str:
    table = handover.selected.snapshot.table
    return _(table.title) if is_built_in(handover) else table.title or table.file
