"""The vocabularies of headings, statuses and groups are whole, and what is wrong in one is a sentence."""

import re

import pytest

from analysis.errors import InputError
from analysis.reading import vocabulary
from analysis.reading.dates import fold
from analysis.reading.headings import ROLES, heading_score
from analysis.reading.statuses import read_status
from analysis.reading.vocabulary import load_words, word_list
from analysis.text import _, in_language, languages


@pytest.fixture
def write_words(tmp_path, monkeypatch):
    """A function that writes a vocabulary, in place of ours, under a name that nothing was kept for."""
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)

    def write(text: str) -> str:
        (tmp_path / f"{tmp_path.name}.toml").write_text(text)
        return tmp_path.name

    return write


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_names_with_weights_and_words_against_it(role):
    assert word_list("headings", role, "against")
    for names in load_words("headings")[role]["names"]:
        assert 0 < names["weight"] <= 1 and names["terms"]
        for term in names["terms"]:
            assert fold(term) == " ".join(re.findall(r"[^\W_]+", fold(term)))
            assert heading_score(term, role) >= 0


@pytest.mark.parametrize(
    ("printed", "status"), [("En cours", "ongoing"), ("Clôturé", "closed"), ("2. Pipeline", "planned"), ("odd", "")]
)
def test_words_of_statuses_are_read_by_the_file(printed, status):
    assert read_status(printed) == status


def test_hxl_tags_name_roles_by_patterns_that_compile():
    for tag in load_words("headings")["hxl"]:
        assert tag["role"] in ROLES and re.compile(tag["tag"]) and 0 < tag["weight"] <= 1


def test_a_file_that_is_no_toml_is_one_sentence_with_its_place(write_words):
    name = write_words('words = [\n"a",\nb\n]')
    with pytest.raises(InputError, match=rf"^data/recognise/{name}.toml cannot be read: .*line 3"):
        load_words(name)


@pytest.mark.parametrize("text", ["words = 3", "others = []", "words = [1]"])
def test_a_list_that_is_not_there_is_one_sentence(write_words, text):
    name = write_words(text)
    with pytest.raises(InputError, match=rf"^data/recognise/{name}.toml: words is no list of words"):
        word_list(name, "words")


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("ongoing", ["ongoing", "Ongoing"]),
        ("closed", ["closed", "Closed", "with an unknown end", "end unknown"]),
        ("planned", ["planned", "not yet started"]),
    ],
)
def test_our_own_words_of_status_are_read_in_each_language(code, status, words):
    with in_language(code):
        assert {word: read_status(_(word)) for word in words} == dict.fromkeys(words, status)
