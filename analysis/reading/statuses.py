"""Words and codes for how an operation stands, by `data/recognise/statuses.toml`."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from analysis.caches import cached_by_text
from analysis.reading.dates import fold
from analysis.reading.headings import plain_heading
from analysis.reading.vocabulary import load_words, word_list

_PARTS = re.compile(r"[/,;:()|]| - | – ")
_FURTHEST = ("closed", "ongoing", "planned", "cancelled")
_MOST_WORDS = 6
_DENIALS = frozenset(word_list("statuses", "denials"))
_HEDGES = frozenset(word_list("statuses", "hedges"))
STATUS_KINDS = ("ongoing", "closed", "planned", "cancelled")


@cached_by_text
def read_status(printed: str) -> str:
    """ongoing, closed, planned, cancelled, or "" for a word that is none of them."""
    plain = _plain(printed)
    plain = re.sub(r"^(?:\d{1,2}|status|project|activity|projet|proyecto) ", "", plain)
    return _kind_of(plain) or _kind_of_parts(printed) or _kind_within(plain)


def _kind_of(plain: str) -> str:
    # A word of two kinds is of the last of them.
    return next((status for status in reversed(STATUS_KINDS) if plain in _words(status)), "")


@cached_by_text
def _words(kind: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in word_list("statuses", kind))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


def _kind_of_parts(printed: str) -> str:
    """The kind of a status of several words: that of the parts which are known, of several the furthest that it came.

    What was approved and is active runs; what is closed and terminated has ended.
    """
    parts = [_plain(part) for part in _PARTS.split(printed[:200])]
    known = {_kind_of(part) for part in parts if len(parts) > 1}
    return next((kind for kind in _FURTHEST if kind in known), "")


def _kind_within(plain: str) -> str:
    """The kind of a few words that hold a known one, the other of two where they deny it: not active is closed.

    None where they hold words of two kinds, or say that it is nearly so.
    """
    words = plain.split()
    if not 2 <= len(words) <= _MOST_WORDS or _HEDGES.intersection(words):
        return ""
    said = [word for word in words if word not in _DENIALS]
    stretches = (" ".join(said[first:last]) for first in range(len(said)) for last in range(first + 1, len(said) + 1))
    kinds = {kind for stretch in stretches if (kind := _kind_of(stretch))}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return {"ongoing": "closed", "closed": "ongoing"}.get(kind, "") if len(said) < len(words) else kind


def says_status(heading: str) -> str:
    """The status that a heading such as "Active?" or "Is closed" asks for; "" for any other."""
    plain = re.sub(r"^(?:is|est|es|still|currently|project|operation) ", "", plain_heading(heading))
    kind = _kind_of(plain)
    return kind if kind in ("ongoing", "closed") else ""


def read_statuses(texts: list[str], said: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """The status of each of a column's different texts; digits are IATI's codes where all of them are such.

    said: what some texts were said to mean.
    """
    if said:
        meant = {_plain(text): status for text, status in said.items()}
        return [meant.get(_plain(text)) or read for text, read in zip(texts, read_statuses(texts), strict=True)]
    filled = [text.strip() for text in texts if text.strip()]
    iati = load_words("statuses")["iati"]
    if filled and all(text in iati for text in filled):
        return [iati.get(text.strip(), "") for text in texts]
    return [read_status(text) for text in texts]
