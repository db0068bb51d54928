"""The words of the About page are all there, translated when shown, and free of old contacts."""

import pytest

from analysis import text
from analysis.about import about_sections
from analysis.about.section import bullets

DATES = ["January 2000", "In 2002", "December 2004", "Since 2005", "October 2005", "June 2006"]
SHORT_NAMES = ["OSD", "IASC", "CAP", "DDR", "SSR", "IDPs", "ICRS", "HASM", "EPA", "CIMIC", "UNSCR 1244/1999"]


class Bracketed:
    """A made-up language: every message in angle quotes."""

    def gettext(self, message: str) -> str:
        """The message in angle quotes."""
        return f"«{message}»"


@pytest.fixture
def about_words() -> str:
    """All that the About page says, headings included."""
    return "\n".join("\n".join([heading, *paragraphs]) for heading, paragraphs in about_sections())


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


def test_every_section_has_paragraphs_with_words():
    for heading, paragraphs in about_sections():
        assert paragraphs, heading
        assert all(paragraph.strip() for paragraph in paragraphs), heading


def test_every_word_is_translated_when_shown(monkeypatch):
    monkeypatch.setattr(text, "catalogue", lambda code: Bracketed())
    for heading, paragraphs in about_sections():
        for line in "\n".join([heading, *paragraphs]).splitlines():
            message = line.removeprefix("- ")
            assert message.startswith("«") and message.endswith("»") and message.count("«") == 1


def test_displaced_persons_have_their_six_areas_of_work():
    paragraphs = dict(about_sections())["Internally displaced persons"]
    areas = next(paragraph for paragraph in paragraphs if paragraph.startswith("- "))
    assert len(areas.splitlines()) == 6


@pytest.mark.parametrize("fact", DATES + SHORT_NAMES)
def test_a_fact_of_the_leaflet_is_told(about_words, fact):
    assert fact.lower() in about_words.lower()


@pytest.mark.parametrize("contact", ["+41", "@", "Morillons", "http", "1211"])
def test_old_contacts_are_not_offered(about_words, contact):
    assert contact not in about_words


def test_bullets_make_one_markdown_list():
    assert bullets(["by land", "by sea"]) == "- by land\n- by sea"
