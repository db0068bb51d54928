"""Views that have a name for everyone here, from `.streamlit/views.toml`."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError
from analysis.text import _
from analysis.view import link_to
from exports.from_link import split_link

VIEWS_FILE = Path(".streamlit") / "views.toml"
_MOST = 50
_LONGEST = 200


class NamedView(NamedTuple):
    """A view by its name, where it is on this dashboard, and a line of text about it."""

    name: str
    address: str
    text: str = ""


def read_views() -> list[NamedView]:
    """The named views in their order, none where there is no file; InputError says what in the file means nothing."""
    try:
        found = tomllib.loads(VIEWS_FILE.read_text("utf-8-sig"))
    except OSError:
        return []
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(_("it is not TOML ({why})").format(why=error)) from None
    entries = found.get("view", [])
    if set(found) - {"view"} or not isinstance(entries, list):
        raise _wrong(_("it holds entries that begin with [[view]] and nothing else"))
    return [_read_entry(entry) for entry in entries[:_MOST]]


def _read_entry(entry: object) -> NamedView:
    texts = entry if isinstance(entry, dict) and all(isinstance(text, str) for text in entry.values()) else {}
    if not {"name", "link"} <= set(texts) <= {"name", "link", "text"} or not texts["name"].strip():
        raise _wrong(_("each view has a name and a link, and a text where you like, all in quotes"))
    # Whatever host the link was copied from, it leads to the same view of this dashboard.
    _address, page, query = split_link(texts["link"])
    return NamedView(texts["name"][:_LONGEST], link_to(page, query), texts.get("text", "")[:_LONGEST])


def _wrong(what: str) -> InputError:
    return InputError(_("{file}: {what}.").format(file=VIEWS_FILE.as_posix(), what=what))
