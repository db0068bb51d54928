"""What readers read goes through here, so that a language is a catalogue and never a change of code."""

import gettext
import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, reduce
from io import BytesIO
from pathlib import Path

from analysis.caches import Cache
from analysis.signs import FROM_RIGHT, Message

LOCALE_FOLDER = Path(__file__).parent.parent / "locale"

# Each run asks some forty times, and no catalogue comes while a server runs.
_languages = Cache("languages")
_language: ContextVar[str] = ContextVar("language", default="en")


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, English first."""
    return _languages.get(LOCALE_FOLDER, _find_languages)


def _find_languages() -> tuple[str, ...]:
    return ("en", *sorted(file.parts[-3] for file in LOCALE_FOLDER.glob("*/LC_MESSAGES/dashboard.po")))


def language() -> str:
    """The language code in force for this run or request; part of every cache key."""
    return _language.get()


def from_right() -> bool:
    """Whether the language in force is written from the right."""
    return language() in FROM_RIGHT


def set_language(code: str) -> None:
    """Put a language in force for the rest of this run or request."""
    _language.set(code)


@contextmanager
def in_language(code: str):
    """Put a language in force for a block, and the one before it back afterwards."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


@lru_cache(maxsize=16)
def catalogue(code: str) -> gettext.NullTranslations:
    """The catalogue of a language from `locale/`; English, and a language without one, is the text itself."""
    file = LOCALE_FOLDER / code / "LC_MESSAGES" / "dashboard.po"
    if not file.is_file():
        return gettext.NullTranslations()
    # English needs none of it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """`message` in the language in force."""
    # To gettext the empty text names a catalogue's own header.
    return _in(_language.get(), catalogue(_language.get()).gettext(message)) if message else ""


def in_every_language(message: str) -> set[str]:
    """`message` as each language has it."""
    return {catalogue(code).gettext(message) for code in languages()}


def pgettext(context: str, message: str) -> str:
    """`message` in the language in force, in the sense that the context says."""
    return _in(_language.get(), catalogue(_language.get()).pgettext(context, message))


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of a counted message that fits `number`, in the language in force."""
    return _in(_language.get(), catalogue(_language.get()).ngettext(singular, plural, number))


def _in(code: str, text: str) -> str:
    return Message(text, code) if code != "en" and "{" in text else text


def N_(message: str) -> str:
    """Mark a constant for the catalogues; it is translated where it is shown, with `_`."""
    return message


def all_of(items: list[str]) -> str:
    """The items joined as a list that means all: A, B and C."""
    return _join(items, _("{first} and {last}"))


def any_of(items: list[str]) -> str:
    """The items joined as a list that means any: A, B or C."""
    return _join(items, _("{first} or {last}"))


def _join(items: list[str], last_two: str) -> str:
    if len(items) < 2:
        return "".join(items)
    if language() == "ar":
        return reduce(lambda first, last: last_two.format(first=first, last=last), items)
    if language() == "es":
        last_two = _spanish_link(last_two, items[-1])
    return last_two.format(first=_(", ").join(items[:-1]), last=items[-1])


def _spanish_link(last_two: str, last: str) -> str:
    """The template with e for y before the sound of i, and u for o before that of o: Siria e Iraq."""
    for link, other, sound in ((" y ", " e ", "h?[ií](?![ae])"), (" o ", " u ", "h?[oó]")):
        if re.match(sound, last, re.IGNORECASE):
            last_two = last_two.replace(link, other)
    return last_two
