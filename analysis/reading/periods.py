"""A printed period to its spells, and back; what cannot be read is reported, never guessed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from analysis.caches import cached_by_text
from analysis.reading.dates import LONGEST_CELL, MONTHS, TOO_LONG, Point, fold, plain_day, print_point, read_point
from analysis.reading.vocabulary import word_list
from analysis.text import N_

ONGOING = [fold(word) for word in word_list("dates", "ongoing")]
_UNKNOWN = ["end unknown", "unknown", "inconnu", "inconnue", "desconocido", "desconocida", "غير معروفه", "غير معروف"]
_TO = [fold(word) for word in word_list("dates", "to")]
# Matched on folded text, whose blanks are single.
_SEPARATORS = re.compile(rf" ?-+ ?| ?/ ?| (?:{'|'.join(map(re.escape, _TO))}) ")
_SINCE = rf"(?:{'|'.join(re.escape(fold(word)) for word in word_list('dates', 'since'))})\s+"
# Two points and the words between them are never longer; all that is read of a piece takes time in line with this.
LONGEST_PIECE = 240
_LEADS = rf"(?:{_SINCE}|(?:between|de|du|del|من)\s+)"


UNREAD_PERIOD = N_("is not a period that can be read")
MERGED = N_("pieces that overlap or touch are one period")
SWITCHED_OFF = N_("is left unread, since its reading is switched off")
DASH = N_("a dash with nothing after it is ongoing")
SINCE = N_("a start alone, with a word for since, is ongoing")

# "June 5, 2006" and "June, 2006" hold a comma that parts nothing.
_COMMA_OF_DATE = re.compile(
    rf"(?i)\b({'|'.join(sorted(MONTHS, key=len, reverse=True))})(\.?(?:\s+\d{{1,2}})?),\s+(?=\d{{4}}\b)"
)


class Spell(NamedTuple):
    """One unbroken stretch: `end` is None where the end precision is "ongoing" or "unknown"."""

    start: date
    end: date | None
    start_precision: str
    end_precision: str


class PeriodReading(NamedTuple):
    """The spells of a period in order, its readings (printed, read, why) and problems (value, problem)."""

    spells: tuple[Spell, ...]
    readings: tuple[tuple[str, str, str], ...]
    problems: tuple[tuple[str, str], ...]


def read_period(text: str, off: frozenset[tuple[str, str]] = frozenset()) -> PeriodReading:
    """The spells that a printed period names; pieces are parted by `;` or `,`.

    off: readings as (printed, why) that are switched off: their pieces stay unread, or apart where they touch.
    """
    day = plain_day(text)
    return PeriodReading((_spell(day, day),), (), ()) if day else _read_pieces(text, off)


@cached_by_text
def _read_pieces(text: str, off: frozenset[tuple[str, str]]) -> PeriodReading:
    if len(text) > LONGEST_CELL:
        return PeriodReading((), (), ((text, TOO_LONG),))
    spells, readings, problems = [], [], []
    pieces = split_pieces(text)
    if not pieces:
        return PeriodReading((), (), ((text, N_("no period is given")),))
    for piece in pieces:
        spell, why = _read_piece(fold(piece))
        if spell is None:
            problems.append((piece, why))
            continue
        if why and (piece, why) in off:
            problems.append((piece, SWITCHED_OFF))
            continue
        spells.append(spell)
        if why:
            readings.append((piece, print_spells([spell]), why))
    merged = merge_spells(spells)
    if len(merged) < len(spells) and (text.strip(), MERGED) in off and not _overlap(spells):
        merged = sorted(spells, key=lambda s: s.start)
    elif len(merged) < len(spells):
        readings.append((text.strip(), print_spells(merged), MERGED))
    return PeriodReading(tuple(merged), tuple(readings), tuple(problems))


def print_spells(spells) -> str:
    """The spells as text that `read_period` reads back to the same spells."""
    return "; ".join(_print_spell(spell) for spell in spells)


def merge_spells(spells: list[Spell]) -> list[Spell]:
    """The spells in order of start, those that overlap or touch (next day) made one."""
    # Nobody knows whether a spell with an unknown end reaches the next one, so it stays on its own.
    unknown = [spell for spell in dict.fromkeys(spells) if spell.end_precision == "unknown"]
    known = [spell for spell in spells if spell.end_precision != "unknown"]
    merged: list[Spell] = []
    for spell in sorted(known, key=lambda s: (s.start, s.end or date.max)):
        if merged and _reaches(merged[-1], spell):
            merged[-1] = _join(merged[-1], spell)
        else:
            merged.append(spell)
    return sorted(merged + unknown, key=lambda s: s.start)


def only_touch(text: str) -> bool:
    """Whether no day stands in two of a period's pieces, so that they can be kept apart."""
    return not _overlap([spell for piece in split_pieces(text) if (spell := _read_piece(fold(piece))[0])])


def _overlap(spells: list[Spell]) -> bool:
    ordered = sorted(spells, key=lambda s: s.start)
    return any(first.end is None or second.start <= first.end for first, second in pairwise(ordered))


def _reaches(first: Spell, second: Spell) -> bool:
    return first.end is None or second.start <= first.end + timedelta(days=1)


def _join(first: Spell, second: Spell) -> Spell:
    if None in (first.end, second.end):
        return Spell(first.start, None, first.start_precision, "ongoing")
    later = max(first, second, key=lambda s: s.end or date.max)
    return Spell(first.start, later.end, first.start_precision, later.end_precision)


def split_pieces(text: str) -> list[str]:
    """The pieces of a printed period, parted by `;` or `,` or their Arabic forms, blank ones left out."""
    text = _COMMA_OF_DATE.sub(r"\1\2 ", text) if "," in text else text
    return [piece.strip() for piece in re.split("[;,؛،]", text) if piece.strip()]


def _read_piece(piece: str) -> tuple[Spell | None, str]:
    """The spell of one folded piece and why it was read so, or None and what is wrong."""
    if len(piece) > LONGEST_PIECE:
        return None, UNREAD_PERIOD
    bare = re.sub(rf"^{_LEADS}", "", piece)
    if point := read_point(piece):
        return _spell(point, point), ""
    if (point := read_point(bare)) and re.match(_SINCE, piece):
        return _spell(point, "ongoing"), SINCE
    for before, end, why in _open_ends(bare):
        if start := read_point(before):
            return _spell(start, end), why
    return _read_range(bare)


def _open_ends(piece: str) -> Iterator[tuple[str, str, str]]:
    """What stands before each way to say that there is no end, what kind of end it is, and why if not said in words."""
    for word in ONGOING:
        if piece.endswith(word):
            before = piece.removesuffix(word)
            for link in ("", *(f"{link} " for link in _TO)):
                if before.endswith(link) and (start := _before_separator(before.removesuffix(link), blank=True)):
                    yield start, "ongoing", ""
    for said in (*(piece.removesuffix(word) for word in _UNKNOWN if piece.endswith(word)), piece.rstrip("?")):
        if said != piece and (start := _before_separator(said)):
            yield start, "unknown", ""
    if start := _before_separator(piece):
        yield start, "ongoing", DASH


def _before_separator(text: str, blank: bool = False) -> str:
    """A text without the dashes that it ends in, or the blank where that parts too; "" where it ends in neither."""
    before = text.rstrip("- ")
    dashes = text[len(before) :].strip(" ")
    return before if (dashes and not dashes.strip("-")) or (blank and not dashes and before != text) else ""


def _read_range(piece: str) -> tuple[Spell | None, str]:
    """The spell between two points; none where they can be parted in ways that differ: 2004-05-Jan-2006."""
    ways = list(dict.fromkeys(_read_ways(piece)))
    return ways[0] if len(ways) == 1 else (None, UNREAD_PERIOD)


def _read_ways(piece: str) -> Iterator[tuple[Spell | None, str]]:
    for found in _SEPARATORS.finditer(piece):
        left, right = piece[: found.start()], piece[found.end() :]
        end = read_point(right)
        start = read_point(left)
        why = ""
        if end and not start and left in MONTHS:
            start = read_point(f"{left} {end.first.year}")
            why = N_("a month without a year is of the year that follows")
        if start and end:
            if end.last < start.first:
                yield None, N_("ends before it starts")
            else:
                yield _spell(start, end), why


def _spell(start: Point, end: Point | str) -> Spell:
    if isinstance(end, str):
        return Spell(start.first, None, start.precision, end)
    return Spell(start.first, end.last, start.precision, end.precision)


def _print_spell(spell: Spell) -> str:
    start = print_point(spell.start, spell.start_precision)
    if spell.end is None:
        return f"{start} - {spell.end_precision}"
    end = print_point(spell.end, spell.end_precision)
    return start if start == end else f"{start} - {end}"
