"""What the API hands out: every file that the menus have, and the facts of a selection as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from analysis.counts.ask import ask
from analysis.counts.summary import list_findings, summarise
from analysis.selection.selection import Selection
from api.query import ROW_SETTINGS
from exports.file_names import OURS, file_name
from exports.formats import FORMATS, Format
from exports.handover import Handover
from exports.tables.csv_file import csv_parts
from exports.tables.json_file import json_parts
from exports.tables.titles import titled_rows


@dataclass(frozen=True)
class Resource:
    """One address of the API.

    write: the bytes of a view, or an iterator that makes them part by part.  uses: the settings of rows that change
    it.  dated: whether it says when it was made.  attached: whether a browser is to save it and not to show it.
    filtered: whether a selection changes it.
    """

    what: str
    suffix: str
    title: str
    media_type: str
    write: Callable[[Handover], bytes | Iterable[bytes]]
    uses: tuple[str, ...] = ()
    dated: bool = False
    attached: bool = False
    filtered: bool = True

    @property
    def path(self) -> str:
        """Its place under /api."""
        return f"/{self.what}.{self.suffix}"

    def name(self, selection: Selection, table: str = "") -> str:
        """The file's name, which says the selection, and the table by its file where it is not the built-in one."""
        return file_name(selection if self.filtered else Selection(), self.suffix, self.what, table or OURS)


def stream_csv(handover: Handover) -> Iterator[bytes]:
    """The rows of a view as CSV, part by part."""
    return csv_parts(titled_rows(handover.rows))


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
    # Of all files only the CSV is nothing but rows.
    dated = kind.suffix != "csv"
    return Resource(kind.what, kind.suffix, kind.title, kind.media_type, write, uses, dated, attached=True)


_STREAMS = {("operations", "csv"): stream_csv, ("operations", "json"): json_parts}
RESOURCES = (
    *(_file(kind) for kind in FORMATS),
    Resource("summary", "json", "The facts of the selection", "application/json", summary_json),
    Resource("readings", "json", "What was read otherwise than printed", "application/json", readings_json),
)
