"""What is settled between columns once each role has been guessed alone."""

import pandas as pd

from analysis.intake.columns.evidence import Evidence
from analysis.intake.columns.guess import BY_VALUES, FLAGS, IN_TEXT, Guess
from analysis.reading.activities import names_activity
from analysis.reading.headings import heading_score, is_about, is_known_word, plain_heading, speaks_against
from analysis.reading.points import READ, read_points
from analysis.reading.vocabulary import word_list

_ROWS = 2_000
_LONG_WORD = 6


def settle_period(guesses: dict[str, Guess], evidence: dict[str, Evidence], cells: pd.DataFrame) -> None:
    """Either a period or a start with an end: keep the one that says more, and fall back on values alone."""
    period = guesses.get("period")
    spans = period and _ranges(evidence[period.columns[0]]) > 0.3
    if period and "start" in guesses and "end" not in guesses and spans:
        del guesses["start"]
    elif period and "end" in guesses and "start" not in guesses and not spans:
        guesses["start"] = guesses.pop("period")
    elif "start" in guesses:
        guesses.pop("period", None)
    if "start" not in guesses and "period" not in guesses:
        _dates_alone(guesses, evidence, cells)
    elif "start" in guesses and "end" not in guesses:
        _end_alone(guesses, evidence, cells)


def says_more(period: Guess, guesses: dict[str, Guess], evidence: dict[str, Evidence], cells: pd.DataFrame) -> bool:
    """Whether a column of periods says all that columns of start and end say, which hold years alone, and more."""
    name, start, end = (guess.columns[0] for guess in (period, guesses["start"], guesses["end"]))
    years_alone = min(evidence[column].year_only for column in (start, end)) >= 0.99
    read = evidence[name].period >= 0.9 and _ranges(evidence[name]) > 0.3
    if not years_alone or not read or speaks_against(name, "period"):
        return False
    # A period of something else, of its money say, begins or ends in other years than the operation.
    period, first, last = (cells[column].iloc[:: max(1, len(cells) // _ROWS)] for column in (name, start, end))
    return _are_years(first, period, r"(\d{4})") and _are_years(last, period, r".*(\d{4})")


def _are_years(years: pd.Series, period: pd.Series, pattern: str) -> bool:
    """Whether most of the years that stand in a column stand in the period at that place too."""
    filled = (years.str.strip() != "").to_numpy()
    named = period[filled].str.extract(pattern)[0]
    return bool(filled.any() and (named == years[filled].str.strip().str[:4]).mean() >= 0.8)


def add_flags(guesses: dict[str, Guess], evidence: dict[str, Evidence]) -> None:
    """Three or more yes-or-no columns are activities where no column lists any, or two that are called as some are."""
    taken = {name for guess in guesses.values() for name in guess.columns}
    flags = tuple(
        name
        for name, seen in evidence.items()
        if name not in taken and seen.values <= 8 and seen.flag and seen.yes and not _is_aside(name)
    )
    if "activity" not in guesses and (len(flags) >= 3 or sum(map(names_activity, flags)) >= 2):
        guesses["activity"] = Guess(flags, FLAGS, 0.3)


def look_in_texts(guesses: dict[str, Guess], evidence: dict[str, Evidence]) -> None:
    """Without a column of countries, the one whose texts most often name some."""
    # Who gives, acts or writes is named by country too, and an address lies in one: none says where an operation is.
    naming = {
        name: seen.places
        for name, seen in evidence.items()
        if seen.places >= 0.3 and not is_about(name, "givers") and not speaks_against(name, "country")
    }
    title = guesses["title"].columns[0] if "title" in guesses else None
    if naming:
        best = max(naming, key=lambda name: (naming[name] + 0.2 * (name == title), name))
        guesses["country"] = Guess((best,), IN_TEXT, round(naming[best] / 2, 2))


def _ranges(seen: Evidence) -> float:
    return seen.period - min(seen.date, seen.period)


def _is_aside(name: str) -> bool:
    """Whether a heading names no activity: something counted, a year, or another role."""
    return (
        is_about(name, "counted")
        or any(character.isdigit() for character in name)
        or any(heading_score(name, role) for role in ("country", "region", "status", "id"))
    )


def _dates_alone(guesses: dict[str, Guess], evidence: dict[str, Evidence], cells: pd.DataFrame) -> None:
    taken = {name for guess in guesses.values() for name in guess.columns}
    periods = [name for name, seen in evidence.items() if name not in taken and _ranges(seen) >= 0.5]
    dated = [
        name
        for name, seen in evidence.items()
        if name not in taken
        and seen.date >= 0.9
        and (not speaks_against(name, "start") or _is_reported(name))
        and _surely_dates(seen)
    ]
    if periods:
        guesses["period"] = Guess((periods[0],), BY_VALUES, 0.4)
    elif len(dated) == 1 and "end" in guesses:
        guesses["start"] = Guess((dated[0],), BY_VALUES, 0.3)
    elif len(dated) == 2 and "end" not in guesses and (ordered := _in_order(cells[dated])):
        guesses["start"], guesses["end"] = (Guess((name,), BY_VALUES, 0.3) for name in ordered)
    elif len(dated) == 1:
        guesses["period"] = Guess((dated[0],), BY_VALUES, 0.3)


def _end_alone(guesses: dict[str, Guess], evidence: dict[str, Evidence], cells: pd.DataFrame) -> None:
    """One further column of dates under a heading that says nothing, never before the start, is that of ends."""
    start = guesses["start"].columns[0]
    taken = {name for guess in guesses.values() for name in guess.columns}
    unsaid = [
        name
        for name, seen in evidence.items()
        if name not in taken and seen.date >= 0.9 and _surely_dates(seen) and not _says_something(name)
    ]
    if len(unsaid) == 1 and _in_order(cells[[start, *unsaid]]) == [start, *unsaid]:
        guesses["end"] = Guess((unsaid[0],), BY_VALUES, 0.3)


def _says_something(heading: str) -> bool:
    words = plain_heading(heading).split()
    against = [word for word in word_list("headings", "end", "against") if len(word) >= _LONG_WORD]
    return any(is_known_word(word) or any(other in word for other in against) for word in words)


def _is_reported(heading: str) -> bool:
    """Whether a heading names the start or end of what is reported on, which says when where nothing else does."""
    words = [word for word in plain_heading(heading).split() if word not in word_list("headings", "reports")]
    rest = " ".join(words)
    return rest != plain_heading(heading) and any(heading_score(rest, role) >= 0.5 for role in ("start", "end"))


def _in_order(cells: pd.DataFrame) -> list[str]:
    """The two columns, the earlier first, where one is never before the other and sometimes after; else none."""
    first, last = (read_points(cells[name]) for name in cells)
    both = (first.kind == READ) & (last.kind == READ)
    later = (last.first - first.first)[both].astype(int)
    names = list(cells)
    if (later == 0).all():
        return []
    return names if (later >= 0).all() else names[::-1] if (later <= 0).all() else []


def _surely_dates(seen: Evidence) -> bool:
    # A column of four-digit numbers may as well be amounts.
    return (seen.year_only < 0.5 and seen.number < 0.9) or (seen.year_only >= 0.99 and seen.values < 150)
