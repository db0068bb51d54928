"""The key numbers of a selection, worked out once: pages, files, the data API and the shell take them from here."""

from dataclasses import dataclass

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_facet, count_spells, count_statuses, count_years, most_active_year, peak_years
from analysis.counts.durations.operations import summarise_durations
from analysis.counts.durations.survival import Survival, selected_survival
from analysis.counts.totals import count_not_started
from analysis.selection.select import Selected
from analysis.table.snapshot import STATUSES
from analysis.text import _, ngettext
from analysis.wording import say_peak_years, say_years


@dataclass(frozen=True)
class KeyNumbers:
    """What is said of a selection in single numbers, as they are; how they are written is for whoever shows them.

    years_total and years_mean: of operations, so far, without the years_left_out whose duration is not known.
    peak: the first year with most active operations, and how many, where there is one; peak_years: all such years.
    first_year: of any spell.
    """

    operations: int
    total: int
    not_started: int
    territories: int
    regions: int
    ongoing: int
    closed: int
    unknown: int
    spells: int
    years_total: float
    years_mean: float | None
    years_left_out: int
    survival: Survival
    peak: tuple[int, int] | None
    peak_years: tuple[int, ...]
    first_year: int | None


@otherwise("from other questions", from_others=True)
def find_key_numbers(selected: Selected) -> KeyNumbers:
    """The key numbers of the chosen operations."""
    statuses = dict(zip(STATUSES, ask(selected, count_statuses)["operations"].tolist(), strict=True))
    durations, years = ask(selected, summarise_durations), ask(selected, count_years)
    return KeyNumbers(
        operations=selected.count,
        total=selected.total,
        not_started=ask(selected, count_not_started),
        territories=len(ask(selected, count_facet, "territory")),
        regions=len(ask(selected, count_facet, "region")),
        ongoing=statuses["ongoing"],
        closed=statuses["closed"],
        unknown=statuses["unknown"],
        spells=sum(ask(selected, count_spells)["spells"].tolist()),
        years_total=durations["total"],
        years_mean=durations["mean"],
        years_left_out=durations["left_out"],
        survival=ask(selected, selected_survival),
        peak=most_active_year(years),
        peak_years=tuple(peak_years(years)[0]),
        first_year=int(years["year"].iloc[0]) if len(years) else None,
    )


def say_not_started(count: int) -> str:
    """What is said of operations that begin after the as-of date."""
    text = ngettext(
        "{count} operation begins after the as-of date and is left out.",
        "{count} operations begin after the as-of date and are left out.",
        count,
    )
    return text.format(count=count)


def say_half(survival: Survival) -> str:
    """Within how many years half of the spells end, in words; else that fewer have ended, or are too few to say."""
    if survival.too_few:
        return _("too few to say")
    if survival.median is None:
        return _("fewer than half have ended")
    return _("half end within {years}").format(years=say_years(survival.median))


def show_peak(numbers: KeyNumbers) -> str:
    """How many operations were active in the years with the most: "24, in 2004"; a dash where none were."""
    if numbers.peak is None:
        return "–"
    return _("{count}, in {year}").format(count=numbers.peak[1], year=say_peak_years(list(numbers.peak_years)))
