"""The one sentence of a selection: how much of it still runs, and when most of it ran."""

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_years, peak_years
from analysis.counts.key_numbers import find_key_numbers
from analysis.selection.select import Selected
from analysis.text import _, all_of, ngettext

_MOST_NAMED = 3


@otherwise("from other questions")
def say_headline(selected: Selected) -> str:
    """The sentence; empty where nothing is chosen."""
    key = ask(selected, find_key_numbers)
    if not key.operations:
        return ""
    if key.operations == 1:
        return _("It still runs.") if key.ongoing else _("It runs no more.") if key.closed else ""
    if key.ongoing == key.operations:
        running = _("All still run")
    elif key.ongoing:
        running = ngettext("{count} still runs", "{count} still run", key.ongoing).format(count=key.ongoing)
    else:
        running = _("None still runs")
    years, most = peak_years(ask(selected, count_years))
    if most < 2 or most == key.operations:
        return _("{sentence}.").format(sentence=running)
    return _("{running}; most at once, {count}, ran in {years}.").format(
        running=running, count=most, years=say_peak_years(years)
    )


def say_peak_years(years: list[int]) -> str:
    """The years in which most ran: each by name where they are few, else how many and the first of them."""
    if len(years) <= _MOST_NAMED:
        return all_of([str(year) for year in years])
    return _("{count} years, the first {year}").format(count=len(years), year=years[0])
