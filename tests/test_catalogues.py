"""Each catalogue says what the texts say: same placeholders, all plural forms, the words of the glossary."""

import csv
import re
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from analysis.text import _, all_of, any_of, in_language, languages, ngettext, pgettext

LOCALE = Path(__file__).parent.parent / "locale"
PLACEHOLDER = re.compile(r"%?\{[^{}]*\}")
NO_WORDS = re.compile(rf"{PLACEHOLDER.pattern}|[\w/]+\.\w+")
TRANSLATED = [code for code in languages() if code != "en"]


def catalogue(code: str) -> Catalog:
    """The catalogue of a language as it stands in its file."""
    with (LOCALE / code / "LC_MESSAGES" / "dashboard.po").open("rb") as file:
        return read_po(file)


def messages(code: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The forms of each translated message, in English and in the language."""
    found = [message for message in catalogue(code) if message.id and any(forms(message.string))]
    return [(forms(message.id), forms(message.string)) for message in found]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """A text as the tuple of its forms."""
    return text if isinstance(text, tuple) else (text,)


def placeholders(text: str) -> set[str]:
    """What stands in braces in a text."""
    return set(PLACEHOLDER.findall(text))


def glossary() -> list[dict[str, str]]:
    """The rows of the glossary."""
    with (LOCALE / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def outside_glossary(code: str, pairs) -> list[tuple[str, str]]:
    """The translations without the word that the glossary has for a term of the original."""
    wrong = []
    for row in glossary():
        plural = re.sub("y$", "(?:y|ies)", re.escape(row["term"])) + "s?"
        term, words = re.compile(rf"(?<![\w-]){plural}(?![\w-])", re.IGNORECASE), row[code].casefold().split("|")
        for originals, translations in pairs:
            for text in translations if term.search(NO_WORDS.sub("", originals[-1])) else ():
                if not any(re.search(stem(word), text.casefold()) for word in words):
                    wrong.append((row["term"], text))
    return wrong


def stem(word: str) -> str:
    """A pattern of a word that may take an ending in each of its parts."""
    return r"\w*\s".join(re.escape(part) for part in word.split())


@cache
def said_in_words(code: str) -> set[int]:
    """The forms that one number alone has, which may be said in the noun: Arabic has عمليتان, without a 2 beside it."""
    form_of = c2py(catalogue(code).plural_expr)
    of_numbers = [form_of(number) for number in range(1000)]
    return {form for form in of_numbers if form and of_numbers.count(form) == 1}


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_have_the_placeholders_of_their_originals(code):
    wrong = [
        (originals, text)
        for originals, translations in messages(code)
        for form, text in enumerate(translations)
        if len(placeholders(originals[0]) & placeholders(originals[-1]) - placeholders(text))
        > (form in said_in_words(code) and len(translations) > 2)
        or not placeholders(text) <= placeholders(originals[0]) | placeholders(originals[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_counted_messages_have_all_forms_of_the_language(code):
    read = catalogue(code)
    counted: list[Message] = [message for message in read if isinstance(message.id, tuple) and any(message.string)]
    assert counted
    assert [each.id for each in counted if len(each.string) != read.num_plurals or not all(each.string)] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_one_thing_has_one_name(code):
    assert outside_glossary(code, messages(code)) == []


def test_a_word_outside_the_glossary_is_found():
    pair = (("{count} operations",), ("{count} missions",))
    assert outside_glossary("fr", [pair]) == [("operation", "{count} missions")]


def test_french_counts_nothing_in_the_singular():
    with in_language("fr"):
        said = [ngettext("{count} period", "{count} periods", count).format(count=count) for count in (0, 1, 2)]
    assert said == ["0 période", "1 période", "2 périodes"]


def test_arabic_counts_in_six_forms():
    with in_language("ar"):
        said = [ngettext("{count} period", "{count} periods", n).format(count=n) for n in (0, 1, 2, 3, 11, 100)]
    assert said == ["0 فترة", "فترة واحدة", "فترتان", "3 فترات", "11 فترة", "100 فترة"]


def test_arabic_lists_have_a_word_before_each():
    with in_language("ar"):
        assert all_of(["أنغولا", "بنن", "تشاد"]) == "أنغولا وبنن وتشاد"
        assert any_of(["أنغولا", "بنن", "تشاد"]) == "أنغولا أو بنن أو تشاد"


def test_spanish_lists_sound_right():
    with in_language("es"):
        assert all_of(["Siria", "Iraq"]) == "Siria e Iraq"
        assert all_of(["Mali", "Cuba", "Haití"]) == "Mali, Cuba y Haití"
        assert any_of(["Asia", "Oceanía"]) == "Asia u Oceanía"
        assert any_of(["Asia", "Europa"]) == "Asia o Europa"


def test_a_text_has_another_translation_in_another_sense():
    with in_language("fr"):
        assert (_("closed"), pgettext("of one operation", "closed")) == ("terminées", "terminée")


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated(code):
    with (LOCALE / "messages.pot").open("rb") as file:
        asked = {(message.context or "", forms(message.id)) for message in read_po(file) if message.id}
    said = [message for message in catalogue(code) if message.id and all(forms(message.string))]
    done = {(message.context or "", forms(message.id)) for message in said}
    assert sorted(asked - done) == []


def test_french_parts_no_line_before_a_sign():
    """A blank before one of these signs, or inside the quotes, keeps both together."""
    said = [text for _ids, translations in messages("fr") for text in translations]
    assert [text for text in said if re.search(r" [;:?!»](?!\S)|« ", text)] == []
