"""Every format is named by its selection and writes bytes of its kind."""

import pytest

from exports.formats import FORMATS
from tests.handovers import handover

BEGINS = {
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "zip": b"PK",
    "json": b"{",
    "parquet": b"PAR1",
    "pptx": b"PK",
    "html": b"<!doctype html>",
    "pdf": b"%PDF",
}


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_a_format_writes_its_kind_of_file(choose_built_in, kind):
    view = handover(choose_built_in(region=("Africa",)))
    assert kind.write(view).startswith(BEGINS[kind.suffix])
    # Rows alone do not say up to when they speak.
    day = "_as-of-2006-12-31" if kind.suffix == "csv" else ""
    assert kind.name(view.selected.selection, view.selected.snapshot.table) == f"{kind.what}_africa{day}.{kind.suffix}"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
@pytest.mark.parametrize(
    "rows", [[], [("", "", "")], [("Nowhere", "once", "")], [("Mali", "2001 - ?", "CS"), ("Mali", "2010", "")]]
)
def test_a_table_with_gaps_is_written_too(choose, kind, rows):
    assert kind.write(handover(choose(rows))).startswith(BEGINS[kind.suffix])


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_a_file_is_in_the_language_in_force(choose, kind, monkeypatch):
    monkeypatch.setattr("analysis.text.catalogue", lambda _code: Shouting())
    assert kind.write(handover(choose([("Mali", "2001", "CS")]))).startswith(BEGINS[kind.suffix])


class Shouting:
    """A made-up language in capitals, which leaves what stands in braces alone; an empty message is its header."""

    def gettext(self, message: str) -> str:
        """The message in capitals, and as gettext has it, much for nothing."""
        assert message, "an empty text is never to be translated"
        return "".join(part if "{" in part else part.upper() for part in message.replace("}", "}\0").split("\0"))

    def pgettext(self, _context: str, message: str) -> str:
        """The message in capitals, whatever its context."""
        return self.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The form that fits the number."""
        return self.gettext(singular if number == 1 else plural)
