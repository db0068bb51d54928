"""Printed country names and codes to territories: exact names and aliases, nothing guessed."""

import re
from functools import cached_property
from typing import NamedTuple

from analysis.caches import cached_on_value
from analysis.reading.dates import fold
from analysis.reading.reference import Reference
from analysis.text import N_

_OPEN_SEPARATOR = re.compile(r" ?[;؛|] ?")
# These may also stand inside one name (Trinidad and Tobago), so every part must be known.
_CLOSE_SEPARATOR = re.compile(r" ?[,،/&+] ?| (?:and|et|y) | و", re.IGNORECASE)


class CountryReading(NamedTuple):
    """The ISO3 codes a printed name covers, in order; why it was read so, and the parts not known."""

    iso3: tuple[str, ...]
    why: str
    unknown: tuple[str, ...]


class NameBook:
    """Names and codes of territories, folded, to (ISO3 codes, why)."""

    def __init__(self, reference: Reference):
        territories = reference.territories
        self._names: dict[str, tuple[tuple[str, ...], str]] = {}
        # Codes count in capitals only: "no" and "it" are words before they are Norway and Italy.
        self._codes: dict[str, tuple[tuple[str, ...], str]] = {}
        for known, reasons in ((self._names, _NAME_REASONS), (self._codes, _CODE_REASONS)):
            for column, why in reasons.items():
                for name, iso3 in zip(territories[column], territories["iso3"], strict=True):
                    key = _key(name) if known is self._names else name
                    known.setdefault(key, ((iso3,), why))
        for alias in reference.aliases.itertuples():
            self._names[_key(alias.printed)] = (tuple(alias.iso3.split(";")), alias.why)
        self._iso3_of = dict(zip(territories["iso2"], territories["iso3"], strict=True))

    def read_country(self, printed: str) -> CountryReading:
        """The territories of a printed name: whole first, then its parts where it lists several."""
        if found := self.find(printed):
            return CountryReading(*found, ())
        parts = _OPEN_SEPARATOR.split(" ".join(printed.split()))
        if len(parts) == 1:
            parts = _CLOSE_SEPARATOR.split(parts[0])
            if not all(self.find(part) for part in parts):
                return CountryReading((), "", (printed,))
        entries = [self.find(part) for part in parts]
        iso3 = dict.fromkeys(code for entry in entries if entry for code in entry[0])
        unknown = tuple(part for part, entry in zip(parts, entries, strict=True) if part and not entry)
        return CountryReading(tuple(iso3), N_("several countries in one cell"), unknown)

    def find(self, printed: str) -> tuple[tuple[str, ...], str] | None:
        """The territories of one name or code and why; None where it is neither, as a list of names is."""
        printed = printed.strip()
        if not printed:
            return None
        key = _key(printed)
        return self._codes.get(printed) or self._names.get(key) or self._elsewhere.get(key)

    @cached_property
    def _elsewhere(self) -> dict[str, tuple[tuple[str, ...], str]]:
        """Names in further languages; one that means two territories is none. Most tables never need it."""
        # Loading it costs as much as reading a small table.
        from babel import Locale

        found: dict[str, set[str]] = {}
        for spoken in FURTHER_LANGUAGES:
            for iso2, name in Locale(spoken).territories.items():
                # In some languages a bare Kongo is the one of the two, in others the other.
                bare = iso2 in ("CG", "CD") and len(_key(name).split()) == 1
                if not bare and (iso3 := self._iso3_of.get(iso2)):
                    found.setdefault(_key(name), set()).add(iso3)
        return {key: (tuple(codes), FURTHER_NAME) for key, codes in found.items() if len(codes) == 1}


FURTHER_NAME = N_("name in another language, by CLDR")
# Those of the tables that were seen, and the largest others that the field works in.
FURTHER_LANGUAGES = ("de", "it", "pt", "nl", "ru", "uk", "ar", "fa", "tr", "pl", "ro", "sv", "el", "zh", "ja")
_NAME_REASONS = {
    "name_en": N_("UN short name"),
    "name_fr": N_("French short name"),
    "name_es": N_("Spanish short name"),
    "name_ar": N_("Arabic short name"),
}
_CODE_REASONS = {
    "iso3": N_("ISO 3166-1 alpha-3 code"),
    "iso2": N_("ISO 3166-1 alpha-2 code"),
    "m49": N_("M49 code"),
}


@cached_on_value
def name_book(reference: Reference) -> NameBook:
    """The name book of these reference tables, made once."""
    return NameBook(reference)


def _key(name: str) -> str:
    return fold(name).rstrip("*").replace(".", "").replace("-", " ").replace(" & ", " and ").strip()
