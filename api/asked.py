"""What a caller asks for, and the tag that names the bytes of its answer before any work is done."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analysis.text import language
from api.query import AskedRows
from api.resources import Resource
from exports.version import VERSION

ROOT = Path(__file__).parent.parent
# What decides the bytes of an answer beside the data and the query.
_CODE = ("analysis/**/*.py", "api/*.py", "exports/**/*.py", "exports/**/*.css", "exports/**/*.pptx", "locale/**/*.po")


@dataclass(frozen=True)
class Asked:
    """What a caller asks for: the resource, the rows that the query means, those of its names that change nothing, the
    address of the dashboard, the day."""

    resource: Resource
    rows: AskedRows
    ignored: list[str]
    dashboard: str
    day: str


def entity_tag(asked: Asked, packed: bool) -> str:
    """A strong tag of everything that the bytes depend on; what says when it was made has another one each day."""
    resource, rows = asked.resource, asked.rows
    parts = (
        resource.kind.what,
        resource.kind.suffix,
        rows.table.content_hash,
        (rows.view, rows.columns),
        asked.dashboard,
        asked.day if resource.dated else "",
        language(),
        code_state(),
        # A body that is compressed on its way is other bytes.
        packed,
    )
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def is_known(if_none_match: str, tag: str) -> bool:
    """Whether a caller says that it has what the tag names."""
    named = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return "*" in named or tag in named


def today() -> str:
    """The day in UTC: a file says on which day it was made, so that it stays the same for as long as its tag."""
    return datetime.now(UTC).date().isoformat()


@cache
def code_state() -> str:
    """A short name for the code that writes answers, since another version may write the same data otherwise."""
    digest = hashlib.sha256(VERSION.encode())
    for path in sorted(path for pattern in _CODE for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
