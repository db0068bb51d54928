"""Which table everyone sees: an environment variable or `.streamlit/operations.toml` names it."""

import os
import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from analysis.errors import InputError
from analysis.intake.columns.guess_columns import Columns
from analysis.text import _

VARIABLE = "OPERATIONS_TABLE"
SETTING_FILE = Path(".streamlit") / "operations.toml"
_KEYS = ("table", "sheet", "as_of", "columns", "scheduler", "embed_hosts")
MOST_WORKERS = 64
_ORIGIN = re.compile(r"https?://(?:\*\.)?[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*(?::[0-9]{1,5})?/?")


@dataclass(frozen=True)
class Setting:
    """Where a table lies, and what was chosen about it: its sheet, its as-of date, columns by role.

    path: of a file, a folder, or a pattern of names.  address: in place of the path, where it is on another machine.
    scheduler: the address of a Dask scheduler, or a number of workers on this machine; 0 counts in this process.
    """

    path: Path
    sheet: str | None = None
    as_of: date | None = None
    columns: tuple[tuple[str, object], ...] = ()
    address: str = ""
    scheduler: str | int = 0

    @property
    def where(self) -> str:
        """The path or the address."""
        return self.address or str(self.path)


def read_setting() -> Setting | None:
    """The setting in force, the variable before the file; None where neither names a table.

    InputError says what in the file means nothing.
    """
    if path := os.environ.get(VARIABLE):
        return Setting(Path(path), address=_address(path))
    found = _read_file()
    return _read_keys(found) if found else None


def read_embed_hosts() -> tuple[str, ...]:
    """The origins, such as https://intranet.example.org, whose pages may embed ours; InputError where one is none."""
    hosts = (_read_file() or {}).get("embed_hosts", [])
    if not isinstance(hosts, list) or not all(isinstance(host, str) and _ORIGIN.fullmatch(host) for host in hosts):
        raise _wrong(_("embed_hosts must be a list of addresses such as https://intranet.example.org"))
    return tuple(host.rstrip("/") for host in hosts)


def _read_file() -> dict | None:
    try:
        content = SETTING_FILE.read_bytes()
    except OSError:
        return None
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(_("it is not TOML ({why})").format(why=error)) from None


def _read_keys(found: dict) -> Setting | None:
    if list(found) == ["embed_hosts"]:
        return None
    if unknown := next((key for key in found if key not in _KEYS), None):
        raise _wrong(_("{key!r} means nothing; allowed: {allowed}").format(key=unknown, allowed=", ".join(_KEYS)))
    path, sheet, as_of = found.get("table"), found.get("sheet"), found.get("as_of")
    if not isinstance(path, str) or not path:
        raise _wrong(_("table must be the path of a file or of a folder"))
    if not isinstance(sheet, str | None):
        raise _wrong(_("sheet must be the name of a sheet"))
    # A time of day would make it no day.
    if as_of is not None and type(as_of) is not date:
        raise _wrong(_("as_of must be a date such as 2006-12-31"))
    scheduler = read_scheduler(found.get("scheduler", 0))
    return Setting(Path(path), sheet, as_of, _read_columns(found.get("columns", {})), _address(path), scheduler)


def read_scheduler(value: object) -> str | int:
    """The address of a scheduler, or a number of local workers; InputError where it is neither."""
    number = int(value) if isinstance(value, str) and value.isdigit() else value
    if (type(number) is int and 0 <= number <= MOST_WORKERS) or (
        isinstance(value, str) and re.fullmatch(r"(?:tcp|tls)://\S+:\d+", value)
    ):
        return number if isinstance(number, int) else str(value)
    raise _wrong(_("scheduler must be an address such as tcp://10.0.0.1:8786 or a number of workers"))


def _address(path: str) -> str:
    # A path would take the two slashes for one.
    return path if "://" in path else ""


def _read_columns(chosen: object) -> tuple[tuple[str, object], ...]:
    roles = [field.name for field in fields(Columns)]
    if not isinstance(chosen, dict) or (unknown := next((role for role in chosen if role not in roles), None)):
        shown = unknown if isinstance(chosen, dict) else chosen
        raise _wrong(_("{key!r} means nothing; allowed: {allowed}").format(key=shown, allowed=", ".join(roles)))
    columns = []
    for role, value in chosen.items():
        several = role in ("activity", "facets")
        if several:
            value = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else None
        kind = (
            bool
            if role in ("day_first", "country_in_text", "own_regions")
            else tuple
            if role in ("activity", "facets")
            else str
        )
        texts = not isinstance(value, tuple) or all(isinstance(name, str) for name in value)
        if not isinstance(value, kind) or not texts:
            raise _wrong(_("columns: {role} has a value that means nothing").format(role=role))
        columns.append((role, value))
    return tuple(columns)


def _wrong(what: str) -> InputError:
    return InputError(_("{file}: {what}.").format(file=SETTING_FILE.as_posix(), what=what))
