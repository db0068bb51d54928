"""What the charts of a comparison say."""

import pandas as pd

from analysis.counts.durations.survival import Survival
from analysis.text import _, ngettext
from analysis.wording import say_years


def median_sentence(part: str, survival: Survival) -> str:
    """How long half of the spells of A or B last, and how many spells say so."""
    if survival.too_few:
        return ngettext(
            "{part}: {count} period, too few to say.", "{part}: {count} periods, too few to say.", survival.spells
        ).format(part=part, count=survival.spells)
    spells = ngettext("{count} period", "{count} periods", survival.spells).format(count=survival.spells)
    if survival.median is None:
        return _("{part}: the median of {spells} is not reached.").format(part=part, spells=spells)
    years = say_years(survival.median)
    return _("{part}: the median of {spells} is {years}.").format(part=part, spells=spells, years=years)


def say_counted(first: str, second: str) -> str:
    """Which operations the numbers count, from A and from B in words."""
    return _("A: {first}. B: {second}.").format(first=first, second=second)


def widest_gap_sentence(counts: pd.DataFrame) -> str:
    """The activity whose share differs most between A and B."""
    gaps = (counts["first_share"] - counts["second_share"]).abs()
    if counts.empty or gaps.isna().all():
        return _("One of the two has no operation, so there is nothing to compare.")
    if gaps.max() == 0:
        return _("A and B have the same share of every activity.")
    widest = counts.loc[gaps.idxmax()]
    return _("A and B differ most in {code}: {first} of A, {second} of B.").format(
        code=widest["activity"], first=f"{widest['first_share']:.0%}", second=f"{widest['second_share']:.0%}"
    )


def peak_sentence(part: str, most: tuple[int, int] | None) -> str:
    """The year in which most operations of A or B were active, and how many."""
    if not most:
        return _("{part} has no active year.").format(part=part)
    return _("{part} is largest in {year}, with {count} active.").format(part=part, year=most[0], count=most[1])
