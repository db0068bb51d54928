"""What a heading, or the HXL tag under it, says about its column, by the words of `data/recognise/headings.toml`."""

import re
import unicodedata
from collections.abc import Iterable

from analysis.caches import cached_by_text
from analysis.reading.dates import fold
from analysis.reading.vocabulary import load_words, word_list

ROLES = ("country", "start", "end", "period", "status", "activity", "region", "title", "id")

# dateHQSignature is three words, projectIDs two.
_CAPITALS = re.compile(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2})|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_SHORTEST, _LONG = 3, 6


@cached_by_text
def plain_heading(heading: str) -> str:
    """A heading as plain words: startDate, Start_date and country.start-date read alike."""
    parted = _CAPITALS.sub(" ", unicodedata.normalize("NFC", heading))
    return " ".join(part_words(word) for word in re.sub(r"[\W_]+", " ", fold(parted)).split())


def part_words(glued: str) -> str:
    """A word parted where the whole of it is made of words that headings are made of: closingdate is closing date."""
    known = _known_words("headings")
    letters = glued.rstrip("0123456789")
    if letters in known or len(letters) < 2 * _SHORTEST:
        return glued
    # For each length the fewest words that make up the beginning of that length.
    parts: dict[int, list[str]] = {0: []}
    for end in range(2, len(letters) + 1):
        found = [parts[start] + [letters[start:end]] for start in parts if _is_word(letters[start:end], known)]
        if found:
            parts[end] = min(found, key=len)
    words = parts.get(len(letters)) or _around_a_name(letters)
    return " ".join(words) + glued[len(letters) :] if words else glued


def _is_word(letters: str, known: frozenset[str]) -> bool:
    return letters in known if len(letters) >= _SHORTEST else letters == "id"


def _around_a_name(letters: str) -> list[str]:
    """A long name of a role and what stands before or behind it: secteurprincipal; [] where there is none."""
    for name in _long_names("headings"):
        for rest, parts in ((letters.removeprefix(name), [name]), (letters.removesuffix(name), [])):
            if _SHORTEST <= len(rest) < len(letters):
                return [*parts, rest] if parts else [rest, name]
    return []


@cached_by_text
def _long_names(name: str) -> list[str]:
    words = load_words(name)
    terms = [fold(term) for role in ROLES for names in words[role]["names"] for term in names["terms"]]
    return sorted({term for term in terms if " " not in term and len(term) >= _LONG}, key=len, reverse=True)


@cached_by_text
def _known_words(name: str) -> frozenset[str]:
    """The words of three letters and more that the headings in a file of words are made of."""
    words = load_words(name)
    terms = [*words["joined"], *words["planned"], *words["givers"]]
    for role in ROLES:
        terms += [term for names in words[role]["names"] for term in names["terms"]] + words[role].get("against", [])
    return frozenset(word for term in terms for word in fold(term).split() if len(word) >= _SHORTEST)


def is_known_word(word: str) -> bool:
    """Whether a folded word is one that headings are made of, in any language that is known."""
    return word in _known_words("headings")


def stem(heading: str) -> str:
    """A heading without the number it ends in: Sector 1 and Sector 2 are one family."""
    return re.sub(r" ?\d{1,2}$", "", plain_heading(heading))


@cached_by_text
def heading_score(heading: str, role: str) -> float:
    """How plainly a heading names a role, from 0 to 1."""
    best = max(_term_score(plain_heading(heading), role), _term_score(stem(heading), role))
    words = f" {stem(heading)} "
    if best and speaks_against(heading, role):
        best -= 0.6
    if best and any(f" {word} " in words for word in word_list("headings", "planned")):
        best -= 0.1
    if best and role in ("start", "end") and any(f" {word} " in words for word in word_list("headings", "aside")):
        best -= 0.2
    return max(0.0, round(best, 3))


def _term_score(plain: str, role: str) -> float:
    found = [weight * (1.0 if plain == term else 0.85) for weight, term in _terms(role) if f" {term} " in f" {plain} "]
    return max(found, default=0.0)


def speaks_against(heading: str, role: str) -> bool:
    """Whether a word in a heading says that its column is not what the role asks for."""
    plain = stem(heading)
    return any(f" {word} " in f" {plain} " and plain != word for word in word_list("headings", role, "against"))


def is_about(heading: str, words: str) -> bool:
    """Whether a heading holds a word of a list in the file: `givers`, or what is `counted`."""
    plain = f" {stem(heading)} "
    return any(f" {word} " in plain for word in word_list("headings", words))


def tag_score(tag: str, role: str) -> float:
    """How plainly an HXL tag names a role, from 0 to 1."""
    tag = re.sub(r"\s+", "", tag.lower())
    forms = (known for known in load_words("headings")["hxl"] if known["role"] == role)
    return next((known["weight"] for known in forms if re.fullmatch(known["tag"], tag)), 0.0)


def is_source_side(heading: str, headings: Iterable[str]) -> bool:
    """Whether a heading is the source's side of a pair: another one says the same of the destination."""
    sources, destinations = word_list("headings", "sides", "source"), word_list("headings", "sides", "destination")
    words = plain_heading(heading).split()
    others = {tuple(plain_heading(other).split()) for other in headings}
    return any(
        (*words[:at], destination, *words[at + 1 :]) in others
        for at, word in enumerate(words)
        if word in sources
        for destination in destinations
    )


def is_planned(heading: str, tag: str = "") -> bool:
    """Whether a heading says that its dates are plans."""
    planned = "|".join(word_list("headings", "planned"))
    return bool(re.search(rf"\b(?:{planned})\b", plain_heading(heading)) or "planned" in tag)


def is_heading(text: str) -> bool:
    """Whether a text alone could be a heading that some role knows."""
    return len(text) < 80 and any(heading_score(text, role) >= 0.5 for role in ROLES)


def names_a_role(text: str) -> bool:
    """Whether a text is, whole, a heading that some role knows; "Water project" is none, though it holds one."""
    plain = {plain_heading(text), stem(text)} if len(text) < 80 else set()
    return any(term in plain for role in ROLES for _weight, term in _terms(role))


def names_operations(headings: list[str]) -> bool:
    """Whether headings name a place and a time, as those of operations do."""
    place, time = (
        any(heading_score(heading, role) >= 0.5 for heading in headings if len(heading) < 80 for role in roles)
        for roles in (("country",), ("start", "period"))
    )
    return place and time


def names_events(sheet: str) -> bool:
    """Whether a sheet is called as one of dated facts."""
    return fold(sheet) in word_list("events", "sheets")


@cached_by_text
def _terms(role: str) -> list[tuple[float, str]]:
    return [
        (names["weight"], " ".join(fold(term).split()))
        for names in load_words("headings")[role]["names"]
        for term in names["terms"]
    ]
