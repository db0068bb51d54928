"""How a language writes what fills the places of a text: its signs in numbers, and what runs the other way."""

import re
from functools import cache
from numbers import Number

FROM_RIGHT = ("ar",)
# What lies between them is laid out by itself, whatever way the text around it runs.
_APART, _END = "\u2068", "\u2069"
_LETTER_FROM_RIGHT = re.compile("[\u0590-\u08ff]")


class Message(str):
    """A text of a language other than English, whose numbers and names are fitted to it when it is filled."""

    code: str

    def __new__(cls, text: str, code: str):
        """The text in the language of this code."""
        message = super().__new__(cls, text)
        message.code = code
        return message

    def __reduce__(self) -> tuple:
        return Message, (str(self), self.code)

    def format(self, *values, **named) -> str:
        """The text with these values in its places."""
        fitted = {name: _fit(value, self.code) for name, value in named.items()}
        return super().format(*(_fit(value, self.code) for value in values), **fitted)


def write_number(text: str, code: str) -> str:
    """A number as Python prints it, as a language writes it: 1,234.5 and 40% are 1 234,5 and 40 % in French."""
    decimal, group, percent = signs(code)
    return "".join({".": decimal, ",": group, "%": percent}.get(sign, sign) for sign in text)


@cache
def signs(code: str) -> tuple[str, str, str]:
    """A language's signs between a number and its tenths, between its thousands, and for a share of a hundred."""
    if code == "en" or not (locale := locale_of(code)):
        return ".", ",", "%"
    symbols = locale.number_symbols["latn"]
    blank = "".join(sign for sign in locale.percent_formats[None].pattern if sign.isspace())
    return symbols["decimal"], symbols["group"], f"{blank}%"


def locale_of(code: str):
    """What Babel knows of a language; None where it knows nothing."""
    # English needs none of it.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def holds_letters_from_right(text: str) -> bool:
    """Whether a text has letters that are written from the right."""
    return bool(_LETTER_FROM_RIGHT.search(text))


class _Written:
    """A number that writes itself as a language does, in whatever form is asked for."""

    def __init__(self, value, code: str):
        self._value, self._code = value, code

    def __format__(self, form: str) -> str:
        return write_number(format(self._value, form), self._code)


class _SetApart(str):
    """A text between the marks that set it apart; the quotation marks that `!r` asks for stand between them too."""

    def __repr__(self) -> str:
        return f"{_APART}{self[1:-1]!r}{_END}"


def _fit(value, code: str):
    if isinstance(value, Number) and not isinstance(value, bool):
        return _Written(value, code)
    if code in FROM_RIGHT and isinstance(value, str) and _runs_from_left(value):
        return _SetApart(f"{_APART}{value}{_END}")
    return value


def _runs_from_left(text: str) -> bool:
    # A whole number needs no more than the text around it.
    return not (text.isdecimal() or not text or holds_letters_from_right(text))
