"""How well a column fits a role, from its heading's score and what its values are; 0 where it cannot."""

import re

from analysis.intake.columns.evidence import Evidence
from analysis.reading.headings import is_about, is_planned, plain_heading, speaks_against
from analysis.reading.statuses import says_status

_STATUS = re.compile(r"\b(?:status|statut|statuts)\b")
_PLAINLY = 0.2
# A yes-or-no column whose heading asks whether it runs.
_ASKED = 0.8


def _score_country(named: float, seen: Evidence, heading: str) -> float:
    if is_about(heading, "givers") or (seen.number > 0.5 and seen.country < 0.95):
        return 0.0
    if (named >= 0.5 and seen.country >= 0.15) or (named and seen.country >= 0.5):
        # Names tell a reader more than codes do, and stand there for rows that have no code too.
        return named + seen.country * seen.filled - 0.1 * seen.country_codes - 0.3 * (seen.number > 0.5)
    surely = seen.country >= 1.0 and (seen.length >= 3 or seen.country_codes < 0.5)
    enough = seen.values >= (2 if surely and seen.country_codes < 0.5 else 3)
    if seen.country >= 0.8 and enough and seen.number < 0.5 and not speaks_against(heading, "country"):
        # Few codes may be of anything, unless each has three letters and is that of a country.
        may_be = seen.country_codes < 0.5 or seen.values > 8 or surely
        return seen.country - 0.3 * seen.country_codes - 0.1 if may_be else 0.0
    # A heading that says it plainly is believed where the values say nothing; they are listed then.
    return _PLAINLY if named >= 0.85 and seen.number < 0.5 and seen.date < 0.5 else 0.0


def _score_start(named: float, seen: Evidence, heading: str) -> float:
    # A column that answers yes or no says no day.
    if named < 0.5 or seen.flag:
        return 0.0
    if seen.date < 0.5:
        return _PLAINLY if named >= 0.85 and seen.number < 0.9 and seen.length < 30 else 0.0
    # Of two columns that say when, years alone say less, and a plan less than what happened.
    return named + seen.date + 0.2 * seen.filled - 0.2 * seen.year_only - 0.2 * is_planned(heading)


def _score_end(named: float, seen: Evidence, heading: str) -> float:
    return _score_start(named, seen, heading)


def _score_period(named: float, seen: Evidence, heading: str) -> float:
    if max(seen.period, seen.date) < 0.5:
        return _PLAINLY if named >= 1.0 and seen.number < 0.9 else 0.0
    return named + seen.period if named >= 0.25 and seen.length < 60 else 0.0


def _score_status(named: float, seen: Evidence, heading: str) -> float:
    if seen.flag and says_status(heading):
        return _ASKED
    if _is_plain_status(named, seen, heading) and not speaks_against(heading, "status"):
        return _PLAINLY + seen.status
    if seen.status < 0.5 or (named < 0.4 and seen.status < 0.9) or speaks_against(heading, "status"):
        return 0.0
    if seen.number > 0.5 and named < 0.5:
        return 0.0
    return named + seen.status - 0.4 * (seen.number > 0.5)


def _is_plain_status(named: float, seen: Evidence, heading: str) -> bool:
    """Whether a column is headed as the status, and its few short words may be words for it, known or not."""
    words = max(seen.number, seen.date, seen.country) < 0.5 and seen.length < 40 and seen.values <= 30
    # "Estado" is as often a place.
    return named >= 0.85 and bool(_STATUS.search(plain_heading(heading))) and words and seen.status < 0.5


def _score_activity(named: float, seen: Evidence, heading: str) -> float:
    if named < 0.35 or max(seen.number, seen.date, seen.flag) > 0.5 or seen.length > 120:
        return 0.0
    if max(seen.country, seen.places) > 0.5:
        return 0.0
    if seen.different > 0.8 and seen.values > 20:
        # Texts that hardly repeat are titles or descriptions.
        named -= 0.5
    return max(0.0, named + 0.3 * (1 - seen.different) + 0.1 * seen.filled) if named > 0.2 else 0.0


def _score_region(named: float, seen: Evidence, heading: str) -> float:
    return named + seen.filled - seen.number if named >= 0.4 and max(seen.number, seen.date) < 0.5 else 0.0


def _score_title(named: float, seen: Evidence, heading: str) -> float:
    if named < 0.35 or max(seen.number, seen.date, seen.flag) > 0.5 or seen.country > 0.8:
        return 0.0
    return named + 0.5 * seen.different + min(0.3, seen.length / 100)


def _score_id(named: float, seen: Evidence, heading: str) -> float:
    return named + seen.different if named >= 0.4 and seen.different > 0.8 and seen.length < 40 else 0.0


SCORES = {
    "country": _score_country,
    "start": _score_start,
    "end": _score_end,
    "period": _score_period,
    "status": _score_status,
    "activity": _score_activity,
    "region": _score_region,
    "title": _score_title,
    "id": _score_id,
}
