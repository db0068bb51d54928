"""Ways to write a period, each rewritten to what the grammar of periods reads; texts are folded."""

import re
from collections.abc import Callable, Iterator

from analysis.reading.dates import MONTHS, fold, full_year, read_point
from analysis.reading.periods import ONGOING, read_period
from analysis.reading.vocabulary import word_list
from analysis.text import N_

TWO_YEARS = N_("two years in a row, as the other texts of its column show")
FISCAL = N_("a fiscal year, whose months are not known: the calendar years that it touches")
HALF = N_("a half of a year")
QUARTER = N_("a quarter of a year")
ROUGH = N_("a rough date: the whole year that is named")
OPEN_WORDS = N_("words for a start without an end: ongoing")
NO_MONTH = N_("what a start leaves out stands in the end")
REMARK = N_("the words in brackets are left out")
SEVERAL = N_("years that are listed are periods of their own")
REWRITTEN = frozenset((TWO_YEARS, FISCAL, HALF, QUARTER, ROUGH, OPEN_WORDS, NO_MONTH, REMARK, SEVERAL))


def _any_of(*lists: str) -> str:
    words = [fold(word) for name in lists for word in word_list("dates", name)]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# All patterns meet folded texts of limited length, whose blanks are single.
_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ORDINAL = rf"(?:({_any_of('first')})|({_any_of('second')})|({_any_of('third')})|({_any_of('fourth')}))\.?"
_TO = rf"(?: ?- ?| ?/ ?| (?:{_any_of('to')}) )"
_YEARS = re.compile(r"(\d{4})([-/])(\d{2})")
_FISCAL = re.compile(rf"(?:{_any_of('fiscal')}) ?'?(\d{{4}}|\d{{2}})(?: ?[-/] ?(\d{{4}}|\d{{2}}))?")
_PAIR = re.compile(r"(\d{4})[-/](\d{2}|\d{4})")
_HALVES = re.compile(r"(?:[hs]([12])|([12])[hs])[ /-]?'?(\d{4}|\d{2})|(\d{4})[ /-]?[hs]([12])")
_QUARTERS = re.compile(r"([1-4])[qt][ /-]?'?(\d{4}|\d{2})|[qt]([1-4])[ /-]?'(\d{2})")
_OF = r",? (?:of |de |del |du |von )?(\d{4})"
_QUARTER_IN_WORDS = re.compile(rf"{_ORDINAL} ?(?:{_any_of('quarter')}){_OF}")
_HALF_IN_WORDS = re.compile(rf"{_ORDINAL} ?(?:{_any_of('half')}){_OF}")
_DECADE = re.compile(r"(?:the |les annees |los anos |annees |anos )?(\d{3}0)(?:'?s|er|er jahre)?")
_ROUGHLY = re.compile(rf"\b(?:{_any_of('rough')})(?:\. ?| ?- ?| )(?=\d{{4}}\b)|~ ?(?=\d{{4}}\b)")
_OF_YEAR = re.compile(rf"(?<=\d{{4}}) ?(?:{_any_of('of_year')})(?=$|[ ;,-])")
_SINCE = re.compile(
    rf"(?:still active|laufend|{'|'.join(map(re.escape, ONGOING))}),? \(?(?:{_any_of('since')}) ([^;()]+)\)?"
)
_ONWARDS = re.compile(rf"(?:from |since )?(\S[^;]*?)(?: (?:{_any_of('onwards')})| ?\+| ?-{{1,3}}>| ?→| ?\.\.\.| ?…)")
_DAYS = re.compile(rf"(\d{{1,2}}){_TO}(\d{{1,2}}) (?:de |of )?({_NAME}) (?:de |of )?(\d{{4}})")
_DAYS_AFTER = re.compile(rf"({_NAME}) (\d{{1,2}}){_TO}(\d{{1,2}}),? (\d{{4}})")
_DAY_MONTHS = re.compile(rf"(\d{{1,2}}) ({_NAME}){_TO}(\d{{1,2}}) ({_NAME}) (\d{{4}})")
_BETWEEN = re.compile(rf"(?:{_any_of('between')}) (\S.*?) (?:{_any_of('and')}) (\S.*)")
_LISTED = re.compile(rf"(?<=\d) (?:{_any_of('and', 'and_in_lists')}) (?=\d)")
_BRACKETS = re.compile(r" ?\([^()\d]*\)")
_RANGE = re.compile(_TO)


def rewrite(text: str, spans: bool) -> tuple[str, str]:
    """A folded text as the grammar of periods reads it, and why; the text itself where no way of writing is met.

    spans: whether two digits behind a year are the next year in the column.
    """
    plain = _OF_YEAR.sub("", text)
    if (found := _YEARS.fullmatch(plain)) and _is_span(found, spans):
        return f"{found[1]} - {int(found[1]) + 1}", TWO_YEARS
    # What the grammar reads as it stands has no other way: 2004-05 - 2005-02-03 begins in May.
    if (as_it_stands := read_period(plain)).spells and not as_it_stands.problems:
        return plain, ""
    for pattern, make, why in _WAYS:
        if (found := pattern.fullmatch(plain)) and (made := make(found)):
            return made, why
    if both := _range_of_ways(plain):
        return both
    for pattern, instead, why in ((_BRACKETS, "", REMARK), (_LISTED, "; ", SEVERAL), (_ROUGHLY, "", ROUGH)):
        if (bare := pattern.sub(instead, plain).strip()) != plain:
            return (rewrite(bare, spans)[0], why) if bare else (text, "")
    return plain, ""


def _range_of_ways(text: str) -> tuple[str, str] | None:
    """A range between two points that are written in such ways: FY2018/19 to FY2020/21."""
    for seam in _RANGE.finditer(text):
        (first, why), (last, other) = _one_way(text[: seam.start()]), _one_way(text[seam.end() :])
        if first and last and (why or other):
            return f"{first.split(' - ')[0]} - {last.split(' - ')[-1]}", why or other
    return None


def _one_way(text: str) -> tuple[str, str]:
    """A point of a range as the grammar reads it, and why where it was written in another way; "" twice for none."""
    for pattern, make, why in _POINTS:
        if (found := pattern.fullmatch(text)) and (made := make(found)):
            return made, why
    return (text, "") if read_point(text) else ("", "")


def are_spans(texts: Iterator[str]) -> bool:
    """Whether the two digits behind a year are always the next year, and some can be no month or there are several,
    or other texts name two years in a row or a fiscal one."""
    listed = list(texts)
    found = [match for text in listed if (match := _YEARS.fullmatch(text))]
    if not found or any((int(match[1]) + 1) % 100 != int(match[3]) for match in found):
        return False
    others = (text for text in listed if not _YEARS.fullmatch(text))
    return len(found) >= 2 or _is_no_month(found[0]) or any(_one_way(text)[1] == FISCAL for text in others)


def _is_span(found: re.Match, spans: bool) -> bool:
    following = (int(found[1]) + 1) % 100 == int(found[3])
    return following and (spans or _is_no_month(found))


def _is_no_month(found: re.Match) -> bool:
    return not 1 <= int(found[3]) <= 12


def _fiscal(found: re.Match) -> str:
    begun, last = full_year(found[1]), found[2]
    if not last:
        return str(begun)
    ended = int(last) if len(last) == 4 else begun - begun % 100 + int(last)
    return f"{begun} - {ended + 100 if ended < begun else ended}"


def _pair(found: re.Match) -> str:
    # Other pairs may as well be a year and a month.
    return _fiscal(found) if (int(found[1]) + 1 - int(found[2])) % 100 == 0 else ""


def _half(found: re.Match) -> str:
    return _half_of(full_year(found[3] or found[4]), found[1] or found[2] or found[5])


def _half_of(year: int, half: str) -> str:
    return f"{year}-01 - {year}-06" if half == "1" else f"{year}-07 - {year}-12"


def _quarter(found: re.Match) -> str:
    return f"q{found[1] or found[3]} {full_year(found[2] or found[4])}"


def _quarter_in_words(found: re.Match) -> str:
    return f"q{next(place for place in range(1, 5) if found[place])} {found[5]}"


def _half_in_words(found: re.Match) -> str:
    return _half_of(int(found[5]), "1" if found[1] else "2") if found[1] or found[2] else ""


def _decade(found: re.Match) -> str:
    return f"{found[1]} - {found[1][:3]}9" if not found[0].isdecimal() else ""


def _open(found: re.Match) -> str:
    return f"{found[1].strip()} - ongoing"


_POINTS: list[tuple[re.Pattern, Callable[[re.Match], str], str]] = [
    (_PAIR, _pair, FISCAL),
    (_FISCAL, _fiscal, FISCAL),
    (_HALVES, _half, HALF),
    (_QUARTERS, _quarter, QUARTER),
    (_QUARTER_IN_WORDS, _quarter_in_words, QUARTER),
    (_HALF_IN_WORDS, _half_in_words, HALF),
    (_DECADE, _decade, ROUGH),
]
_WAYS = [
    *_POINTS[1:],
    (_SINCE, _open, OPEN_WORDS),
    (_ONWARDS, _open, OPEN_WORDS),
    (_DAYS, lambda found: f"{found[1]} {found[3]} {found[4]} - {found[2]} {found[3]} {found[4]}", NO_MONTH),
    (_DAYS_AFTER, lambda found: f"{found[2]} {found[1]} {found[4]} - {found[3]} {found[1]} {found[4]}", NO_MONTH),
    (_DAY_MONTHS, lambda found: f"{found[1]} {found[2]} {found[5]} - {found[3]} {found[4]} {found[5]}", NO_MONTH),
    (_BETWEEN, lambda found: f"{found[1]} - {found[2]}", ""),
]
