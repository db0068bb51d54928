"""The tables beside the operations: territories, aliases, activities, corrections, notes, events."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.caches import cached_on_value
from analysis.errors import InputError
from analysis.reading.dates import fold, read_point
from analysis.text import _, language

DATA_FOLDER = Path(__file__).parents[2] / "data"

_COLUMNS = {
    "territories": ["iso3", "iso2", "m49", "name_en", "name_fr", "name_es", "name_ar", "region", "subregion"],
    "aliases": ["printed", "iso3", "why"],
    "activities": ["code", "name", "definition"],
    "corrections": ["column", "printed", "read", "why"],
    "notes": ["iso3", "mark", "note", "elsewhere"],
    "events": ["date", "iso3", "text", "line"],
    "points": ["iso3", "latitude", "longitude", "why"],
}


@dataclass(frozen=True, eq=False)
class Reference:
    """The reference tables, one row each by its key, all text; `content_hash` names this state of them."""

    territories: pd.DataFrame
    aliases: pd.DataFrame
    activities: pd.DataFrame
    corrections: pd.DataFrame
    notes: pd.DataFrame
    events: pd.DataFrame
    points: pd.DataFrame
    package: dict
    content_hash: str


@cache
def load_reference(folder: Path = DATA_FOLDER) -> Reference:
    """The reference tables of a data folder; InputError names the file and line that is broken."""
    contents = {name: _read_bytes(folder / f"{name}.csv") for name in _COLUMNS}
    package_bytes = _read_bytes(folder / "datapackage.json")
    tables = {name: _read_rows(name, contents[name]) for name in _COLUMNS}
    _check_codes(tables)
    digest = hashlib.sha256(b"\0".join([*contents.values(), package_bytes])).hexdigest()
    return Reference(
        **(tables | {"territories": _place_points(tables["territories"], tables["points"])}),
        package=_read_package(package_bytes),
        content_hash=digest[:16],
    )


@cached_on_value
def reference_elsewhere(reference: Reference) -> Reference:
    """The reference tables for a table that is not the built-in one: without events, and with notes that speak of no
    leaflet."""
    notes = reference.notes.assign(note=reference.notes["elsewhere"])
    return replace(reference, notes=notes, events=reference.events.head(0))


def package_as_of(package: dict) -> date:
    """The as-of date that a data package states; InputError where it states none that is a date."""
    try:
        return date.fromisoformat(package["as_of"])
    except (KeyError, TypeError, ValueError):
        raise InputError(
            _("data/datapackage.json: as_of {value!r} is not a date such as 2006-12-31.").format(
                value=package.get("as_of")
            )
        ) from None


def territory_names(reference: Reference) -> pd.Series:
    """The short name of each territory by ISO3 code, in the language in force, with its mark (Kosovo*)."""
    return _territory_names(reference, language())


@cached_on_value
def _territory_names(reference: Reference, language_code: str) -> pd.Series:
    column = f"name_{language_code}"
    names = reference.territories[column if column in reference.territories else "name_en"]
    marks = reference.notes.drop_duplicates("iso3").set_index("iso3")["mark"].reindex(names.index, fill_value="")
    return (names + marks).astype(object)


def marked_names(reference: Reference) -> dict[str, str]:
    """The names that bear a mark, such as Kosovo*, by ISO3 code, in the language in force."""
    return _marked_names(reference, language())


@cached_on_value
def _marked_names(reference: Reference, _language: str) -> dict[str, str]:
    return {code: name for code, name in territory_names(reference).items() if name.endswith("*")}


def name_as_read(read: str, reference: Reference) -> str:
    """What a value was read as, with the names of territories, if it is that, in the language in force."""
    names = _names_of_names(reference, language())
    parts = read.split("; ")
    return _("; ").join(names[part] for part in parts) if all(part in names for part in parts) else read


@cached_on_value
def _names_of_names(reference: Reference, language_code: str) -> dict[str, str]:
    """The marked name of each territory in the language by the one in English, as which it was read."""
    return dict(zip(_territory_names(reference, "en"), _territory_names(reference, language_code), strict=True))


def territory_notes(reference: Reference, iso3: list[str]) -> list[str]:
    """The notes that belong to any of these territories, in the order of the notes table."""
    if not iso3:
        return []
    notes = reference.notes
    return [_(note) for note in notes.loc[notes["iso3"].isin(iso3), "note"] if note]


def region_slug(name: str) -> str:
    """The code of a region or sub-region in links: sub-saharan-africa."""
    return fold(name).replace(" ", "-")


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(_("{file} cannot be opened: {why}.").format(file=_shown(path), why=error.strerror)) from None


def _read_rows(name: str, content: bytes) -> pd.DataFrame:
    file = f"data/{name}.csv"
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(_("{file} is not a UTF-8 CSV file: {why}.").format(file=file, why=error)) from None
    header = rows[0] if rows else []
    if missing := [column for column in _COLUMNS[name] if column not in header]:
        raise InputError(_("{file}, line 1: the column {column!r} is missing.").format(file=file, column=missing[0]))
    for line, row in enumerate(rows, start=1):
        if len(row) != len(header):
            raise InputError(
                _("{file}, line {line}: {found} values where the header has {expected}: {value!r}.").format(
                    file=file, line=line, found=len(row), expected=len(header), value=",".join(row)[:80]
                )
            )
    return pd.DataFrame(rows[1:], columns=header, dtype="str")


def _place_points(territories: pd.DataFrame, points: pd.DataFrame) -> pd.DataFrame:
    """The territories by ISO3 code, with the points that are drawn instead of their own."""
    territories = territories.set_index("iso3", drop=False)
    territories.update(points.set_index("iso3")[["latitude", "longitude"]])
    return territories


def _check_codes(tables: dict[str, pd.DataFrame]) -> None:
    """InputError for a key that stands there twice or a territory that nobody lists."""
    for name, column in (("territories", "iso3"), ("activities", "code")):
        codes = tables[name][column]
        if codes.duplicated().any():
            row = int(codes.duplicated().argmax())
            raise InputError(
                _("data/{name}.csv, line {line}: {value!r} stands there twice.").format(
                    name=name, line=row + 2, value=codes[row]
                )
            )
    for line, value in enumerate(tables["events"]["date"], start=2):
        if read_point(value) is None:
            raise InputError(_("data/events.csv, line {line}: {value!r} is not a date.").format(line=line, value=value))
    listed = set(tables["territories"]["iso3"])
    for name in ("aliases", "notes", "events", "points"):
        for line, value in enumerate(tables[name]["iso3"], start=2):
            # An event may belong to no territory.
            if not listed.issuperset(value.split(";")) and (value or name != "events"):
                raise InputError(
                    _("data/{name}.csv, line {line}: {value!r} is not in data/territories.csv.").format(
                        name=name, line=line, value=value
                    )
                )


def _read_package(content: bytes) -> dict:
    try:
        package = json.loads(content)
    except ValueError as error:
        raise InputError(
            _("data/datapackage.json, line {line}: it is not JSON.").format(line=getattr(error, "lineno", 1))
        ) from None
    return package if isinstance(package, dict) else {}


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
