"""Hostile bytes against the reading of tables: whatever comes, it ends in a table that counts or in one sentence."""

import io
import time
from collections import Counter

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.counts.summary import summarise
from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.intake.report.check import check_table
from analysis.intake.report.text_report import say_report
from analysis.selection.select import select
from analysis.selection.selection import Selection

FUZZ_SECONDS = 180
_ROWS = pd.DataFrame(
    {
        "Country": ["Kenya", "NA", "Côte d'Ivoire", "Southern Africa", "Kosovo; Haiti"],
        "Start": ["2004-01-01", "2005", "31/12/2005", "45000", ""],
        "End": ["ongoing", "2006-06", "1e999", "-7", "99999"],
        "Status": ["Active", "closed", "En cours", "", "?"],
        "Activities": ["CS, DDR", "IDPs", "", "=1+1", "OCV|ND"],
    }
)
_PIECES = st.sampled_from(
    [b"\x00", b'"', b";", b",", b"\t", b"\r", b"\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9", b"#country", b"on going",
     b"1e999", b"99999-99-99", "\u202e\u200b".encode(), b"PK\x03\x04", b"PAR1", b"<table>", b"{", b"=cmd", b"'" * 9]
)  # fmt: skip
_HEADINGS = st.sampled_from(
    [("Country", "Period", "Area"), ("pays", "début", "fin", "statut", "secteur 1", "secteur 2"),
     ("ISO3", "Start", "End", "Title", "line"), ("Activities", "Status", "End", "Start", "Country", "Region"),
     ("#country", "#date+start", "#date+end", "place"), ("Country", "country", "Period"), ("", "Country", "Year")]
)  # fmt: skip
_ODD = st.sampled_from(
    ["Kenya", "NA", "None", "KEN", "404", "Southern Africa", "Kosovo (FYROM) & Macedonia", "2004", "2004 - 2001",
     "0000", "99999", "1e999", "inf", "-7", "45000.5", "2004-02-30", "31/12/2005", "12/31/2005", "on going", "En cours",
     "CS, DDR", "OCV|ND", "=1+1", "![](http://x)", "$x$ %{y}", "Total", "e\u0301\u200b\u202e", "9" * 400]
)  # fmt: skip
_VALUES = st.one_of(_ODD, _ODD, _ODD, st.text(max_size=12))


def _seeds() -> list[bytes]:
    csv, book, file = _ROWS.to_csv(index=False), io.BytesIO(), io.BytesIO()
    _ROWS.to_excel(book, index=False)
    _ROWS.to_parquet(file)
    other = [_ROWS.to_csv(index=False, sep=";").encode("cp1252"), _ROWS.to_csv(index=False, sep="\t").encode("utf-16")]
    return [csv.encode(), *other, csv.replace("\n", "\r").encode("utf-8-sig"), book.getvalue(), file.getvalue(), b""]


@st.composite
def _tables(draw) -> bytes:
    headings = draw(_HEADINGS)
    row = st.lists(_VALUES, min_size=len(headings), max_size=len(headings))
    rows = pd.DataFrame(draw(st.lists(row, min_size=3, max_size=8)), columns=headings)
    return rows.to_csv(index=False).encode("utf-8", "surrogatepass")


@st.composite
def _hostile(draw, seeds: list[bytes]) -> bytes:
    content = bytearray(draw(st.one_of(_tables(), _tables(), st.sampled_from(seeds), st.binary(max_size=300))))
    for _change in range(draw(st.sampled_from([0, 0, 1, 2, 6]))):
        at = draw(st.integers(0, len(content)))
        until = draw(st.integers(at, min(len(content), at + 40)))
        content[at:until] = draw(_PIECES | st.binary(max_size=6) | st.just(bytes(content[at:until]) * 2))
    return bytes(content[: draw(st.integers(0, len(content)))] if draw(st.integers(0, 3)) == 3 else content)


def fuzz(seconds: float) -> Counter:
    """How many of the contents tried were read and how many refused; any other outcome is raised with its content."""
    ends, over = Counter(), time.monotonic() + seconds

    @settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(_hostile(_seeds()))
    def meet(content: bytes) -> None:
        ends[_outcome(content)] += 1

    while time.monotonic() < over:
        meet()
    return ends


def _outcome(content: bytes) -> str:
    try:
        intake = read_intake(content, "fuzzed")
    except InputError as error:
        sentence = str(error)
        assert sentence and "\n" not in sentence, sentence
        return "refused"
    assert len(intake.table.operations) == len(intake.sheet.cells)
    say_report(intake, check_table(intake))
    summarise(select(intake.table, Selection()))
    return "read"
