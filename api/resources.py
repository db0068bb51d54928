"""What the API hands out: every file that the menus have, and the facts of a selection as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from analysis.counts.ask import ask
from analysis.counts.summary import list_findings, summarise
from analysis.views.row_parts import list_row_parts
from api.query import ROW_SETTINGS
from exports.formats import FORMATS, Format
from exports.handover import Handover
from exports.tables.csv_file import csv_parts
from exports.tables.json_file import json_parts
from exports.tables.titles import titled_rows


@dataclass(frozen=True)
class Resource:
    """One address of the API, and the kind of file that it hands out.

    write: the bytes of a view, or an iterator that makes them part by part.  uses: the settings of rows that change
    it.  dated: whether it says when it was made.  attached: whether a browser is to save it and not to show it.
    filtered: whether a selection changes it.
    """

    kind: Format
    write: Callable[[Handover], bytes | Iterable[bytes]]
    uses: tuple[str, ...] = ()
    dated: bool = False
    attached: bool = False
    filtered: bool = True

    @property
    def path(self) -> str:
        """Its place under /api."""
        return f"/{self.kind.what}.{self.kind.suffix}"


def stream_csv(handover: Handover) -> Iterator[bytes]:
    """The rows of a view as CSV, part by part."""
    parts = list_row_parts(handover.selected, handover.sort, handover.descending)
    return csv_parts(titled_rows(rows[list(handover.columns)]) for rows in parts)


def summary_json(handover: Handover) -> bytes:
    """What `python -m analysis summary` prints."""
    return _json(ask(handover.selected, summarise))


def readings_json(handover: Handover) -> bytes:
    """What was read otherwise than printed in the selection, and what could not be read."""
    return _json(ask(handover.selected, list_findings))


def _json(facts: dict) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=2).encode()


def _file(kind: Format) -> Resource:
    write = _STREAMS.get((kind.what, kind.suffix), kind.write)
    uses = ROW_SETTINGS if kind.what == "operations" else ("sort", "order")
    return Resource(kind, write, uses, dated=not kind.bare, attached=True)


def json_resource(what: str, title: str, write: Callable[[Handover], bytes], filtered: bool = True) -> Resource:
    """An address of facts that no menu has as a file."""
    return Resource(Format(what, "json", title, "application/json", write), write, filtered=filtered)


_STREAMS = {("operations", "csv"): stream_csv, ("operations", "json"): json_parts}
RESOURCES = (
    *(_file(kind) for kind in FORMATS),
    json_resource("summary", "The facts of the selection", summary_json),
    json_resource("readings", "What was read otherwise than printed", readings_json),
)
