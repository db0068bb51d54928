"""The PDF of a brief is one tagged page of A4 that says what the other briefs say."""

import io
import subprocess
from collections.abc import Iterator
from shutil import which

import pypdf
import pytest

import exports.brief.pdf
from analysis.errors import InputError
from analysis.text import in_language, languages
from exports.brief.pdf import brief_pdf, check_pdf
from tests.handovers import handover

A4 = (595, 842)
PAGE = "http://127.0.0.1:8501/operations"


def read(view) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(brief_pdf(view)))


def texts(view) -> str:
    """What stands on the only page, lines joined."""
    (page,) = read(view).pages
    return " ".join(page.extract_text().split())


def elements(view) -> Iterator[pypdf.generic.DictionaryObject]:
    """The elements of the structure in reading order."""

    def walk(found):
        found = found.get_object()
        if isinstance(found, list):
            for part in found:
                yield from walk(part)
        elif isinstance(found, dict):
            yield from [found] if "/S" in found else []
            yield from walk(found.get("/K", pypdf.generic.ArrayObject()))

    return walk(read(view).trailer["/Root"]["/StructTreeRoot"]["/K"])


def test_it_is_a_tagged_page_of_a4_in_a_language_with_a_title(choose_built_in):
    view = handover(choose_built_in(), address=PAGE, made_at="2026-01-02")
    with in_language("fr"):
        found = read(view)
    (page,) = found.pages
    assert tuple(round(side) for side in page.mediabox[2:]) == A4
    catalogue = found.trailer["/Root"]
    assert catalogue["/Lang"] == "fr" and catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.metadata.title.startswith("21 ") and found.metadata.creation_date.year == 2026
    assert b"pdfuaid:part>1<" in catalogue["/Metadata"].get_data().replace(b'pdfuaid:part="1"', b"pdfuaid:part>1<")
    order = [str(element["/S"]) for element in elements(view)]
    assert order[:2] == ["/Document", "/Title"]
    assert order.count("/Figure") == 3 and order.count("/Table") == 1
    assert order.count("/TR") == 33 and order.count("/TH") == 5 and "/Link" in order


VALIDATORS = {"verapdf": ["--flavour", "ua1"], "pdfua": ["check"]}


def test_validators_that_are_there_find_nothing_against_the_standard(choose_built_in, tmp_path):
    if not (found := {name: options for name, options in VALIDATORS.items() if which(name)}):
        pytest.skip(f"None of {', '.join(VALIDATORS)} is installed.")
    for code in languages():
        for number, selection in enumerate(({}, {"territory": ("XKX",)}, {"search": "nowhere"})):
            file = tmp_path / f"{code}-{number}.pdf"
            with in_language(code):
                file.write_bytes(brief_pdf(handover(choose_built_in(**selection), address=PAGE)))
    files = sorted(map(str, tmp_path.iterdir()))
    for name, options in found.items():
        ran = subprocess.run([name, *options, *files], capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout


def test_a_chart_has_its_numbers_in_words(choose_built_in):
    told = [
        str(element["/Alt"]) for element in elements(handover(choose_built_in(region=("Asia",)))) if "/Alt" in element
    ]
    assert "Active operations per year: 1992: 1, 1993: 1" in told[0] and "Afghanistan: 1; Armenia: 1" in told[2]
    assert "South-eastern Asia 5" in texts(handover(choose_built_in(region=("Asia",))))


def test_it_says_what_the_brief_says(choose_built_in):
    told = texts(handover(choose_built_in(territory=("TLS",)), address=PAGE, made_at="2026-01-02", version="1.2"))
    for fact in [
        "Timor-Leste: 1999 - 2001; 2006", "1 of 32 operations: in Timor-Leste", "As of 2006-12-31",
        "“1999 - 22001” is read as “1999 - 2001”", "IDPs, DDR, OCV, CS", "Internally Displaced People",
        "undated leaflet", "IOM did not publish it", "2026-01-02", f"{PAGE}?territory=TLS",
    ]:  # fmt: skip
        assert fact in told
    every = texts(handover(choose_built_in(), sort="name"))
    assert "Afghanistan" in every and "Zimbabwe" in every and "UNSCR 1244/1999" in every
    assert "No operation meets these conditions." in texts(handover(choose_built_in(search="nowhere")))


@pytest.mark.parametrize("cell", ["a\x00b", "日本語", "#let [ $ * _ \\ `", "x" * 900], ids=ascii)
def test_whatever_stands_in_the_table_it_is_one_page(choose, cell):
    view = handover(choose([(cell, "2001", cell)] * 60))
    assert "more operations, in the view that the link opens" in texts(view)


def test_rows_that_do_not_fit_are_counted(choose):
    told = texts(
        handover(choose([("Mali", "2001", "Water, Sanitation and Hygiene for all of the people; Health")] * 40))
    )
    shown = told.count("Mali")
    assert 10 < shown < 32 and f"and {40 - shown} more operations" in told


def test_the_same_view_gives_the_same_bytes(choose_built_in):
    view = handover(choose_built_in(region=("Africa",)), made_at="2026-01-02")
    assert brief_pdf(view) == brief_pdf(view)


def test_without_the_package_it_is_said_how_to_have_it(choose_built_in, monkeypatch):
    monkeypatch.setattr(exports.brief.pdf, "find_spec", lambda _name: None)
    for ask in (check_pdf, brief_pdf):
        with pytest.raises(InputError, match=r"pip install -r requirements-pdf\.txt"):
            ask(handover(choose_built_in()))
