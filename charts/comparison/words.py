"""What the charts of a comparison say; the two are called by their names."""

import pandas as pd

from analysis.counts.durations.survival import Survival
from analysis.text import _, ngettext
from analysis.views.activities import Activities
from analysis.wording import MOST_NAMED, all_names, say_peak_years, say_years
from analysis.writing import say_number


def half_sentence(name: str, survival: Survival) -> str:
    """Within how many years half of the spells of one end, and how many spells say so."""
    count = survival.spells
    if survival.too_few:
        text = ngettext("{name}: {count} period, too few to say.", "{name}: {count} periods, too few to say.", count)
        return text.format(name=name, count=count)
    if survival.median is None:
        return _("{name}: fewer than half of {count} periods have ended.").format(name=name, count=count)
    return _("{name}: half of {count} periods end within {years}.").format(
        name=name, count=count, years=say_years(survival.median)
    )


def say_counted(first: str, second: str) -> str:
    """Which operations the numbers count, of both in words."""
    return _("{first}; {second}.").format(first=first, second=second)


def widest_gap_sentence(
    counts: pd.DataFrame,
    totals: tuple[int, int],
    names: tuple[str, str],
    activities: Activities,
    chosen: frozenset[str],
) -> str:
    """The activities whose shares differ most between the two, but for those that the filters chose to differ."""
    gaps = (counts["first_share"] - counts["second_share"]).abs().round(9)
    if counts.empty or gaps.isna().all():
        return _("One of the two has no operation, so there is nothing to compare.")
    told = counts[~counts["activity"].isin(chosen)]
    widest = told[gaps[told.index] == gaps[told.index].max()]
    return _gap_template(told, widest, counts).format(
        first=names[0],
        second=names[1],
        activities=all_names([activities.names[code] for code in widest["activity"]]),
        ties=len(widest),
        gap=_say_gap(widest, totals),
        share=say_number(f"{widest['first_share'].max():.0%}"),
        other=say_number(f"{widest['second_share'].max():.0%}"),
    )


def _gap_template(told: pd.DataFrame, widest: pd.DataFrame, counts: pd.DataFrame) -> str:
    if told.empty:
        return _("Activities: {first} beside {second}.")
    if (widest["first_share"] == widest["second_share"]).all():
        if len(told) < len(counts):
            return _("{first} and {second} have the same share of every further activity.")
        return _("{first} and {second} have the same share of every activity.")
    if len(widest) > MOST_NAMED:
        return _("{first} and {second} differ by {gap} at most, in {ties} activities.")
    if len(widest) > 1:
        return _("{first} and {second} differ most, by {gap} each, in {activities}.")
    return _("{first} and {second} differ most in {activities}: {share} against {other}.")


def _say_gap(widest: pd.DataFrame, totals: tuple[int, int]) -> str:
    """How far the shares are apart: of as many operations in how many, else in percentage points."""
    count = int((widest["first"] - widest["second"]).abs().max()) if len(widest) else 0
    if totals[0] == totals[1] != count:
        return _("{count} of {total}").format(count=count, total=totals[0])
    points = (widest["first_share"] - widest["second_share"]).abs().max()
    return _("{points} percentage points").format(points=f"{100 * points:.0f}")


def peak_sentence(name: str, years: list[int], most: int) -> str:
    """The years in which most operations of one were active, and how many."""
    if not most:
        return _("{name}: no active year.").format(name=name)
    return _("{name}: most in {years}, {count} active.").format(name=name, years=say_peak_years(years), count=most)
