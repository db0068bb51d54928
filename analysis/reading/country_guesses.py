"""Printed countries of any table: exact first, then other ways to write a name, then guesses marked as such."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from analysis.caches import cached_on_value
from analysis.reading.countries import CountryReading, name_book
from analysis.reading.dates import LONGEST_CELL, TOO_LONG, fold
from analysis.reading.reference import Reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_

LIKE = N_("a guess to confirm: spelled much like a known name")
CUT = N_("a guess to confirm: the beginning of a known name, cut off")
LONG = N_("a guess to confirm: a known name behind the form of state")
NAMED = N_("a guess to confirm: the name stands in the text")
SOME = N_("a guess to confirm: some of the names listed are known")
GUESSES = frozenset((LIKE, CUT, LONG, NAMED, SOME))
CONFIRMED = N_("a guess that you confirmed")
AS_SAID = N_("as you said")
TURNED = N_("a known name, its parts turned round")
BESIDE = N_("a known name, with an older name or a place beside it")
CODED = N_("a known name with its code")
PLAIN = N_("a known name, written with or without articles, points and abbreviations")
GROUP = N_("names a group of countries, which is not put on the map")
UNKNOWN = N_("is not a country or territory that is known")
NONE_NAMED = N_("no country is named in it")
NOT_GIVEN = N_("no country is given")

# Matched on texts whose blanks are single.
_OPEN = re.compile(r" ?[;|\n] ?")
_CLOSE = re.compile(r" ?[,/&+;|\n] ?| (?:and|et|y) ", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"\b(?:the|la|le|les|el|los|las|l'|of|de|del|du|des|d'|and|et|y)\b|[().,'*-]")
_STATE = re.compile(
    r"^(?:the )?(?:(?:democratic|people's|islamic|federal|federative|socialist|united|arab|plurinational"
    r"|bolivarian|oriental"
    r"|hashemite|independent|sovereign|co-?operative|popular|democratique|populaire|islamique) )*"
    r"(?:republic|kingdom|state|commonwealth|union|principality|sultanate|grand duchy|republique|royaume|republica"
    r"|reino)"
    r"(?: of| du| de la| de l'| de| des| del)?(?: the)? "
)
_CODE_FIRST = re.compile(r"[A-Z]{2,3} ?[-–:/] ?([^\n]+)")
_CODE_LAST = re.compile(r"([^\n]+)[(\[][A-Z]{2,3}[)\]]")
_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_BRACKETS = re.compile(r"([^\n]+)\(([^()]+)\)")
# Kenya (Dadaab), Somalia [Puntland], Kenya - Dadaab, Haiti: Jacmel.
_BESIDE = re.compile(r"([^()\[\]\n]+?) ?(?:[(\[]([^()\[\]]+)[)\]]| [-–—] ([^()\[\]\n]+)|: ([^()\[\]\n]+))")
_SEAMS = re.compile(r" ?[,/&+] ?| ?[-–—] ?| (?:and|et|y) ", re.IGNORECASE)
# A name is made of so many parts at most, and no list is longer.
_MOST_PARTS, _MOST_LISTED = 5, 60
_OF = re.compile(r"\bof\b", re.IGNORECASE)
# A state's form is what tells these apart, so it cannot be left off.
_FORM_MATTERS = frozenset(("congo", "korea", "china"))
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "new",
        "gulf",
        "equatorial",
    ]
)
_IN_FULL = {
    "st": "saint", "ste": "saint", "fed": "federation", "rep": "republic", "dem": "democratic", "is": "islands",
    "isl": "islands", "isds": "islands", "terr": "territory", "prov": "province", "ppl": "peoples", "eq": "equatorial",
}  # fmt: skip
_POINTS_OF_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
# In running text these are as often something else.
_NOT_IN_TEXT = frozenset(["congo", "guinea", "georgia", "jersey", "us", "uk", "man", "reunion", "saba"])


def decide_guesses(
    read: Callable[[str], CountryReading], decisions: Mapping[str, bool]
) -> Callable[[str], CountryReading]:
    """The reader with each guess as the user decided: confirmed it is none any more, rejected it names nothing."""

    def read_decided(printed: str) -> CountryReading:
        found = read(printed)
        if found.why not in GUESSES or printed not in decisions:
            return found
        return found._replace(why=CONFIRMED) if decisions[printed] else CountryReading((), "", (printed,))

    return read_decided


def read_as_said(
    read: Callable[[str], CountryReading], said: Mapping[str, tuple[str, ...]]
) -> Callable[[str], CountryReading]:
    """The reader with some printed texts, whole cells or parts that it does not know, as the user said."""

    def read_said(printed: str) -> CountryReading:
        if codes := said.get(printed.strip()):
            return CountryReading(codes, AS_SAID, ())
        found = read(printed)
        further = [code for part in found.unknown for code in said.get(part, ())]
        if not further:
            return found
        unknown = tuple(part for part in found.unknown if part not in said)
        return CountryReading(tuple(dict.fromkeys((*found.iso3, *further))), AS_SAID, unknown)

    return read_said if said else read


class CountryReader:
    """Reads printed countries; what a text is read as never depends on the texts that were read before it."""

    def __init__(self, reference: Reference, in_text: bool = False, codes: bool = False, guess: bool = True):
        self._book = name_book(reference)
        self._reference = reference
        self._in_text = in_text
        self._codes = codes
        self._may_guess = guess

    def read(self, printed: str) -> CountryReading:
        """The territories of a printed cell, why, and what is not known; a guess says so in `why`."""
        if len(printed) > LONGEST_CELL and not self._in_text:
            return CountryReading((), "", (printed,))
        text = "\n".join(" ".join(line.split()) for line in printed.strip().split("\n"))
        if self._in_text:
            # A cell that is a name is that country, and nothing to confirm.
            whole = self._book.read_country(text)
            return whole if whole.iso3 and not whole.unknown else _read_text(text, self._reference)
        if self._codes and text.isdigit():
            text = text.zfill(3)
        found = self._book.read_country(text)
        if (found.iso3 and not found.unknown) or not text:
            return found._replace(iso3=_within_china(text, found.iso3))
        return self._read_name(text) or self._read_parts(text, found) or CountryReading((), "", (printed,))

    def _read_name(self, text: str) -> CountryReading | None:
        """One name written another way, exactly or as a guess."""
        for way, why in _other_ways(text):
            found = self._book.read_country(way)
            iso3 = found.iso3 if found.iso3 and not found.unknown else self._known(way)
            if iso3 and why == CODED:
                iso3 = self._with_its_code(text, fold(way).strip(), iso3)
            if iso3:
                return CountryReading(iso3, why, ())
        plain = fold(text)
        if iso3 := self._known(text):
            return CountryReading(iso3, PLAIN, ())
        if beside := self._read_beside(text):
            return beside
        # A form may hold another: the Republic of the Union of Myanmar.
        rest = _STATE.sub("", _STATE.sub("", plain, count=1), count=1)
        found = self._book.read_country(rest)
        if rest != plain and rest not in _FORM_MATTERS and len(found.iso3) == 1 and not found.unknown:
            return CountryReading(found.iso3, LONG, ())
        return self._guess(plain) or (self._guess(rest) if rest != plain else None)

    def _with_its_code(self, text: str, name: str, iso3: tuple[str, ...]) -> tuple[str, ...]:
        """The territory of a name and the code beside it where both say the same, or the code which of two is meant."""
        codes = {found[0] for code in _CODE.findall(text) if (found := self._book.find(code))}
        return next(iter(codes), ()) if name in _FORM_MATTERS else iso3 if iso3 in codes else ()

    def _known(self, text: str) -> tuple[str, ...]:
        """The territories of one name as it is known, or known but for articles and abbreviations; () for any other."""
        if found := self._book.find(text):
            return found[0]
        names, plain = _plain_names(self._reference), plain_name(fold(text))
        # Sri Lanka is written as one word too, and Bangla Desh as two.
        if iso3 := names.get(plain) or names.get(plain.replace(" ", "")):
            return (iso3,)
        if text.count(",") == 1:
            name, rest = (part.strip() for part in text.split(","))
            turned = self._book.find(f"{rest} {name}")
            return turned[0] if turned else ()
        return ()

    def _read_beside(self, text: str) -> CountryReading | None:
        """A known name with an older name of it, or a place, in brackets or after a dash; both may be one name.

        None where what stands beside it is the name of another territory, or may say which of two is meant.
        """
        if not (match := _BESIDE.fullmatch(text)):
            return None
        name, other = match[1].strip(), (match[2] or match[3] or match[4]).strip()
        # Korea (North) is North Korea, and Congo (DR) is Congo DR.
        for whole in (f"{other} {name}", f"{name} {other}"):
            if iso3 := self._known(whole):
                return CountryReading(iso3, TURNED, ())
        iso3, named = self._known(name), self._known(other)
        if not iso3 or fold(name) in _FORM_MATTERS or (named and named != iso3) or self._read_list(text):
            return None
        return CountryReading(iso3, BESIDE, ())

    def _guess(self, plain: str) -> CountryReading | None:
        if not self._may_guess or not 5 <= len(plain) <= 60:
            return None
        if len(plain) >= 15 and len(longer := _beginning_with(plain, self._reference)) == 1:
            return CountryReading((longer.pop(),), CUT, ())
        best = _most_like(plain, self._reference)
        return CountryReading((best,), LIKE, ()) if best else None

    def _read_parts(self, text: str, found: CountryReading) -> CountryReading | None:
        """Each of several names by itself; with some of them unknown it is a guess, and those are listed."""
        if not _OPEN.search(text) and (listed := self._read_list(text)):
            listed = _within_china(text, listed)
            return CountryReading(listed, N_("several countries in one cell"), ())
        parts = [part for part in (_OPEN if _OPEN.search(text) else _CLOSE).split(text) if part.strip()]
        if len(parts) < 2:
            return None
        read = []
        for part in parts:
            whole = self._book.read_country(part)
            read.append(whole if whole.iso3 else self._read_name(part) or CountryReading((), "", (part,)))
        known = [entry for entry in read if entry.iso3]
        if not known or (not _OPEN.search(text) and len(known) * 2 < len(parts)):
            return None
        iso3 = tuple(dict.fromkeys(code for entry in known for code in entry.iso3))
        guess = next((entry.why for entry in known if entry.why in GUESSES), "")
        unknown = tuple(name for entry in read for name in entry.unknown)
        if unknown and not _OPEN.search(text) and any(fold(part) in _FORM_MATTERS for part in parts):
            return None
        # With `;` or `|` the parts are surely a list; a comma may part one name.
        surely = bool(_OPEN.search(text)) or not unknown
        return CountryReading(iso3, guess or (N_("several countries in one cell") if surely else SOME), unknown)

    def _read_list(self, text: str) -> tuple[str, ...]:
        """The territories of a list whose names may hold commas or "and", the longest names first; () where a part
        of it belongs to none."""
        seams = [found.span() for found in _SEAMS.finditer(text)][:_MOST_LISTED]
        begins, ends = [0, *(end for _begin, end in seams)], [*(begin for begin, _end in seams), len(text)]
        at = 0
        found: list[str] = []
        while at < len(begins):
            longest = range(min(len(ends), at + _MOST_PARTS), at, -1)
            end = next((end for end in longest if self._known(text[begins[at] : ends[end - 1]])), 0)
            if not end:
                return ()
            found += self._known(text[begins[at] : ends[end - 1]])
            at = end
        return tuple(dict.fromkeys(found))


def _within_china(text: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """Of "Hong Kong, China" the territory alone, as its own name says to what it belongs."""
    apart = tuple(code for code in listed if code != "CHN")
    return apart if len(listed) == 2 and "," in text and apart in (("HKG",), ("MAC",), ("TWN",)) else listed


def problem_of(part: str) -> str:
    """What is wrong with a name that was not placed."""
    if not part.strip():
        return NOT_GIVEN
    if len(part) > LONGEST_CELL:
        return TOO_LONG
    return GROUP if _names_group(part) else UNKNOWN


def _names_group(part: str) -> bool:
    """Whether a word of a name stands for a group of countries."""
    return bool(re.search(rf"\b(?:{'|'.join(word_list('groups', 'words'))})\b", fold(part)))


def _other_ways(text: str):
    if text.count(",") == 1:
        name, rest = (part.strip() for part in text.split(","))
        yield f"{rest} {name}", TURNED
    # "AFG - Afghanistan" and "Afghanistan (AFG)" say the same twice.
    if match := _CODE_FIRST.fullmatch(text) or _CODE_LAST.fullmatch(text):
        yield match[1], CODED
    if (match := _BRACKETS.fullmatch(text)) and (match[2].casefold() == "the" or _OF.search(match[2])):
        yield f"{match[2]} {match[1].rstrip()}", TURNED


def plain_name(plain: str) -> str:
    """A folded name without articles, links and points, and with saint in full."""
    words = _SMALL_WORDS.sub(" ", plain).split()
    if len(words) > 1:
        words[0] = _POINTS_OF_COMPASS.get(words[0], words[0])
    return " ".join(_IN_FULL.get(word, word) for word in words if word not in ("d", "l"))


@cached_on_value
def _known_names(reference: Reference) -> dict[str, str]:
    """Every known name of one territory, folded, to its ISO3 code."""
    territories = reference.territories
    names: dict[str, str] = {}
    for column in ("name_ar", "name_fr", "name_es", "name_en"):
        names |= dict(zip(map(fold, territories[column]), territories["iso3"], strict=True))
    aliases = reference.aliases
    return names | {
        fold(printed): iso3
        for printed, iso3 in zip(aliases["printed"], aliases["iso3"], strict=True)
        if ";" not in iso3
    }


@cached_on_value
def _plain_names(reference: Reference) -> dict[str, str]:
    """Names without articles and points to ISO3 codes, those that two territories would share left out."""
    plain: dict[str, set[str]] = {}
    for name, iso3 in _known_names(reference).items():
        for way in {plain_name(name), plain_name(name).replace(" ", "")}:
            plain.setdefault(way, set()).add(iso3)
    return {name: next(iter(iso3s)) for name, iso3s in plain.items() if len(iso3s) == 1 and len(name) > 3}


def _beginning_with(plain: str, reference: Reference) -> set[str]:
    """The ISO3 codes of the names that begin with a text."""
    names = _sorted_names(reference)
    at, longer = bisect_left(names, (plain,)), set()
    while at < len(names) and names[at][0].startswith(plain):
        longer.add(names[at][1])
        at += 1
    return longer


@cached_on_value
def _sorted_names(reference: Reference) -> list[tuple[str, str]]:
    return sorted(_known_names(reference).items())


@cached_on_value
def _names_like(reference: Reference) -> dict[tuple, list[tuple[str, str]]]:
    """Known names with their ISO3 codes by what a name that is much like them shares with them.

    That is the first letter, the number of words and the directions among them: Southern Africa is not South Africa.
    """
    alike: dict[tuple, list[tuple[str, str]]] = {}
    for name, iso3 in _known_names(reference).items():
        alike.setdefault(_shape(name), []).append((name, iso3))
    return alike


def _shape(name: str) -> tuple[str, int, frozenset[str]]:
    words = name.split()
    return name[0], len(words), _DIRECTIONS.intersection(words)


def _most_like(plain: str, reference: Reference) -> str | None:
    """The ISO3 code whose name is much like a text, when no other territory's comes near."""
    best: dict[str, float] = {}
    matcher = SequenceMatcher(b=plain, autojunk=False)
    for name, iso3 in _names_like(reference).get(_shape(plain), ()):
        if abs(len(name) - len(plain)) > 3:
            continue
        matcher.set_seq1(name)
        if matcher.quick_ratio() > 0.8:
            best[iso3] = max(best.get(iso3, 0.0), matcher.ratio())
    ranked = sorted(best.items(), key=lambda entry: -entry[1])[:2]
    if not ranked or ranked[0][1] < 0.86 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.08):
        return None
    return ranked[0][0]


@cached_on_value
def _text_names(reference: Reference) -> dict[tuple[str, ...], str]:
    return {
        tuple(re.findall(r"\w+", name)): iso3
        for name, iso3 in _known_names(reference).items()
        if len(name) > 3 and name not in _NOT_IN_TEXT
    }


def names_in_text(text: str, reference: Reference) -> tuple[str, ...]:
    """The ISO3 codes of the countries whose names stand in a longer text, in order."""
    names = _text_names(reference)
    words = re.findall(r"\w+", fold(text[:500]))
    found, at = [], 0
    while at < len(words):
        # The longest name first, so that South Sudan is not Sudan; New Guinea and its like are no country.
        length = next((n for n in range(min(9, len(words) - at), 0, -1) if tuple(words[at : at + n]) in names), 0)
        if length and not (at and words[at - 1] in ("new", "gulf", "nueva", "nouvelle")):
            found.append(names[tuple(words[at : at + length])])
        at += length or 1
    return tuple(dict.fromkeys(found))


def _read_text(text: str, reference: Reference) -> CountryReading:
    iso3 = names_in_text(text, reference)
    return CountryReading(iso3, NAMED if iso3 else "", () if iso3 else (text,))
