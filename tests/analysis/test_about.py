"""The words of the About page are all there, in the language in force, filled in, and free of old contacts."""

import re
from string import Formatter

import pytest

from analysis import about
from analysis.about import SECTIONS, about_sections, placeholders
from analysis.text import in_language, languages

DATES = ["January 2000", "In 2002", "December 2004", "Since 2005", "October 2005", "June 2006"]
SHORT_NAMES = ["OSD", "IASC", "CAP", "DDR", "SSR", "IDPs", "ICRS", "HASM", "EPA", "CIMIC", "UNSCR 1244/1999"]


@pytest.fixture
def about_words() -> str:
    """All that the About page says, headings included."""
    return "\n".join(f"{heading}\n{text}" for heading, text in about_sections())


def test_about_sections_stand_in_reading_order():
    assert [heading for heading, _ in about_sections()] == [
        "What this table is, and is not",
        "How things are counted",
        "A table of your own",
        "The division: scope and responsibilities",
        "The migration emergency framework",
        "Internally displaced persons",
        "Former combatants",
        "Disaster relief",
        "Community stabilization",
        "Logistics",
        "Services of the division",
        "Emergency programme menu",
        "Who this page is by",
        "Source",
    ]


def names_in(text: str) -> set[str]:
    """The placeholders of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_each_section_has_one_english_file_with_words():
    files = {file.stem: file.read_text("utf-8") for file in (about.ABOUT_FOLDER / "en").iterdir()}
    assert sorted(files) == sorted(SECTIONS)
    assert all(text.strip() for text in files.values())


@pytest.mark.parametrize("code", languages())
def test_each_language_has_every_section_with_as_many_paragraphs(code):
    for name in SECTIONS:
        own, english = ((about.ABOUT_FOLDER / each / f"{name}.md").read_text("utf-8") for each in (code, "en"))
        assert own.count("\n\n") == english.count("\n\n") and own.count("\n- ") == english.count("\n- "), name


def test_no_language_has_a_file_of_no_section_or_other_placeholders_than_english():
    for file in about.ABOUT_FOLDER.glob("*/*.md"):
        assert file.stem in SECTIONS, file
        english = about.ABOUT_FOLDER / "en" / file.name
        assert names_in(file.read_text("utf-8")) == names_in(english.read_text("utf-8")), file


def test_no_placeholder_is_left_and_none_is_without_use(about_words):
    assert not re.search("[{}]", about_words)
    texts = (file.read_text("utf-8") for file in (about.ABOUT_FOLDER / "en").iterdir())
    assert set().union(*map(names_in, texts)) == set(placeholders())


def test_the_limits_and_the_year_are_those_in_force(about_words, monkeypatch):
    assert "20 MB a file, 250 MB once a workbook is unpacked, 100,000 characters a cell" in about_words
    assert "the latest year in its table and its text is 2006" in about_words.lower()
    monkeypatch.setattr(about, "UPLOAD_BYTES", 30 << 20)
    assert "30 MB a file" in dict(about_sections())["A table of your own"]


def test_a_section_without_a_translation_is_english(tmp_path, monkeypatch):
    for code, name, words in [("en", "table", "A leaflet"), ("en", "source", "Codes"), ("xy", "table", "Un dépliant")]:
        (tmp_path / code).mkdir(exist_ok=True)
        (tmp_path / code / f"{name}.md").write_text(f"{words}, {{upload}} MB\n", "utf-8")
    monkeypatch.setattr(about, "ABOUT_FOLDER", tmp_path)
    monkeypatch.setattr(about, "SECTIONS", {"table": "Table", "source": "Source"})
    with in_language("xy"):
        assert about_sections() == [("Table", "Un dépliant, 20 MB"), ("Source", "Codes, 20 MB")]


def test_displaced_persons_have_their_six_areas_of_work():
    text = dict(about_sections())["Internally displaced persons"]
    assert len(re.findall("(?m)^- ", text)) == 6


@pytest.mark.parametrize("fact", DATES + SHORT_NAMES)
def test_a_fact_of_the_leaflet_is_told(about_words, fact):
    assert fact.lower() in about_words.lower()


@pytest.mark.parametrize("contact", ["+41", "@", "Morillons", "http", "1211"])
def test_old_contacts_are_not_offered(about_words, contact):
    assert contact not in about_words
