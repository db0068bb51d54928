"""Which table everyone sees: an environment variable or `.streamlit/operations.toml` names it."""

import os
import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.errors import InputError
from analysis.intake.choices.choices import CHOICES_SUFFIX, Choices
from analysis.intake.choices.from_toml import CHOICE_KEYS, load_choices, read_choices
from analysis.text import _

VARIABLE = "OPERATIONS_TABLE"
SETTING_FILE = Path(".streamlit") / "operations.toml"
_KEYS = ("table", *CHOICE_KEYS[1:], "scheduler", "embed_hosts", "login")
# What says nothing of a table.
_OF_SERVER = {"embed_hosts", "login"}
_LOGIN_RULES = ("domains", "groups", "tokens")
_SHORTEST_TOKEN = 20
MOST_WORKERS = 64
_ORIGIN = re.compile(r"https?://(?:\*\.)?[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*(?::[0-9]{1,5})?/?")


@dataclass(frozen=True)
class Setting:
    """Where a table lies, and what was chosen about it, by the setting itself or by a file of choices beside the table.

    path: of a file, a folder, or a pattern of names.  address: in place of the path, where it is on another machine.
    scheduler: the address of a Dask scheduler, or a number of workers on this machine; 0 counts in this process.
    """

    path: Path
    choices: Choices = field(default_factory=Choices)
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
        return _beside(Setting(Path(path), address=_address(path)))
    found = _read_file()
    setting = _read_keys(found) if found else None
    return _beside(setting) if setting else None


def _beside(setting: Setting) -> Setting:
    """The setting with what a file of choices beside its table says and it leaves out itself."""
    file = setting.path.with_suffix(CHOICES_SUFFIX)
    if setting.address or not file.is_file():
        return setting
    return replace(setting, choices=setting.choices.over(load_choices(file)))


def read_embed_hosts() -> tuple[str, ...]:
    """The origins, such as https://intranet.example.org, whose pages may embed ours; InputError where one is none."""
    hosts = (_read_file() or {}).get("embed_hosts", [])
    if not isinstance(hosts, list) or not all(isinstance(host, str) and _ORIGIN.fullmatch(host) for host in hosts):
        raise _wrong(_("embed_hosts must be a list of addresses such as https://intranet.example.org"))
    return tuple(host.rstrip("/") for host in hosts)


def read_login_rules() -> dict[str, tuple[str, ...]]:
    """Whom a provider of logins admits: `domains`, `groups` and `tokens`, each empty by default; InputError where what
    the section [login] says is none of these."""
    rules = (_read_file() or {}).get("login", {})
    if not isinstance(rules, dict) or not set(rules) <= set(_LOGIN_RULES) or not all(map(_are_texts, rules.values())):
        raise _wrong(_("login may have lists of texts: {names}").format(names=", ".join(_LOGIN_RULES)))
    if any(len(token) < _SHORTEST_TOKEN for token in rules.get("tokens", [])):
        raise _wrong(_("a token must have {count} characters or more").format(count=_SHORTEST_TOKEN))
    return {name: tuple(rules.get(name, ())) for name in _LOGIN_RULES}


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) and value for value in values)


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
    if set(found) <= _OF_SERVER:
        return None
    if unknown := next((key for key in found if key not in _KEYS), None):
        raise _wrong(_("{key!r} means nothing; allowed: {allowed}").format(key=unknown, allowed=", ".join(_KEYS)))
    path = found.get("table")
    if not isinstance(path, str) or not path:
        raise _wrong(_("table must be the path of a file or of a folder"))
    scheduler = read_scheduler(found.get("scheduler", 0))
    try:
        choices = read_choices(found)
    except InputError as error:
        raise _wrong(str(error)) from None
    return Setting(Path(path), choices, _address(path), scheduler)


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


def _wrong(what: str) -> InputError:
    return InputError(_("{file}: {what}.").format(file=SETTING_FILE.as_posix(), what=what))
