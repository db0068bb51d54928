"""A TOML file to the choices that it holds."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from analysis.errors import InputError
from analysis.intake.choices.choices import Choices
from analysis.intake.columns.guess_columns import Columns
from analysis.intake.limits import CHOICES_BYTES
from analysis.reading.reference import load_reference
from analysis.reading.statuses import STATUS_KINDS
from analysis.text import _

CHOICE_KEYS = ("headings", "sheet", "as_of", "country", "period", "columns", "statuses", "places", "guesses")
_SWITCHES = ("day_first", "country_in_text", "own_regions")
_LISTS = ("activity", "facets")


def load_choices(path: str | Path) -> Choices:
    """The choices that a file holds; InputError names the file and what in it means nothing."""
    try:
        return parse_choices(Path(path).read_bytes(), Path(path).name)
    except OSError as error:
        raise InputError(
            _("{file} cannot be opened: {why}.").format(file=Path(path).name, why=error.strerror)
        ) from None


def parse_choices(content: bytes, file: str) -> Choices:
    """The choices that the bytes of a file hold; InputError names the file and what in it means nothing."""
    try:
        if len(content) > CHOICES_BYTES:
            raise InputError(_("A file of choices has at most {most:,} bytes").format(most=CHOICES_BYTES))
        found = tomllib.loads(content.decode("utf-8-sig"))
        if unknown := next((key for key in found if key not in CHOICE_KEYS), None):
            allowed = ", ".join(CHOICE_KEYS)
            raise InputError(_("{key!r} means nothing; allowed: {allowed}").format(key=unknown, allowed=allowed))
        return read_choices(found)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        why = _("it is not TOML ({why})").format(why=error)
    except InputError as error:
        why = str(error)
    raise InputError(_("{file}: {what}.").format(file=file, what=why)) from None


def read_choices(found: Mapping[str, Any]) -> Choices:
    """The choices under these keys, others left aside; InputError says which value means nothing."""
    as_of, headings = found.get("as_of"), found.get("headings", [])
    # A time of day would make it no day.
    if as_of is not None and type(as_of) is not date:
        raise InputError(_("as_of must be a date such as 2006-12-31"))
    if not _are_texts(headings):
        raise InputError(_("headings must be a list of headings"))
    sheet, country, period = (_text(found, key) for key in ("sheet", "country", "period"))
    guesses = found.get("guesses", {})
    if not isinstance(guesses, dict) or not all(isinstance(right, bool) for right in guesses.values()):
        raise InputError(_("guesses must say true or false of each printed country"))
    columns = {**_read_roles(found.get("columns", {})), **_read_words(found)}
    return Choices(tuple(headings), sheet or None, as_of, country, period, columns, guesses)


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        sentence = _("sheet must be the name of a sheet") if key == "sheet" else _("{key} must be a text")
        raise InputError(sentence.format(key=key))
    return value


def _read_roles(chosen: object) -> dict[str, Any]:
    roles = [each.name for each in fields(Columns) if each.name not in ("statuses", "places")]
    if not isinstance(chosen, dict) or (unknown := next((role for role in chosen if role not in roles), None)):
        shown = unknown if isinstance(chosen, dict) else chosen
        raise InputError(_("{key!r} means nothing; allowed: {allowed}").format(key=shown, allowed=", ".join(roles)))
    return {role: _read_role(role, value) for role, value in chosen.items()}


def _read_role(role: str, value: Any) -> Any:
    """The value of a role as Columns has it; a column called "" is none."""
    if role in _SWITCHES and isinstance(value, bool):
        return value
    if role in _LISTS and (isinstance(value, str) or _are_texts(value)):
        return (value,) if isinstance(value, str) else tuple(value)
    if role not in (*_SWITCHES, *_LISTS) and isinstance(value, str):
        return value if role == "separator" else value or None
    raise InputError(_("columns: {role} has a value that means nothing").format(role=role))


def _read_words(found: Mapping[str, Any]) -> dict[str, Any]:
    """What printed statuses and names of places were said to mean."""
    words: dict[str, Any] = {}
    known = load_reference().territories.index
    for key, means in (("statuses", STATUS_KINDS), ("places", known)):
        said = found.get(key, {})
        if not isinstance(said, dict):
            raise InputError(_("{key} must say what each printed text means").format(key=key))
        for printed, meant in said.items():
            meanings = meant.split(";") if isinstance(meant, str) else [""]
            if not all(each in means for each in (meanings if key == "places" else [meant])):
                allowed = _("ISO3 codes of territories") if key == "places" else ", ".join(STATUS_KINDS)
                raise InputError(
                    _("{key}: {printed!r} is said to be {meant!r}; allowed: {allowed}").format(
                        key=key, printed=printed, meant=meant, allowed=allowed
                    )
                )
        if said:
            words[key] = tuple(said.items())
    return words


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
