"""The one sentence of a selection: how much of it still runs, and when most of it ran."""

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_years, peak_years
from analysis.counts.key_numbers import find_key_numbers
from analysis.selection.implied import implied_by
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.wording import say_peak_years


@otherwise("from other questions", from_others=True)
def say_headline(selected: Selected) -> str:
    """The sentence; empty where nothing is chosen."""
    key = ask(selected, find_key_numbers)
    if not key.operations:
        return ""
    implied = implied_by(selected.selection)
    if key.operations == 1:
        if implied.status:
            return ""
        return _("It still runs.") if key.ongoing else _("It runs no more.") if key.closed else ""
    if implied.status:
        running = ""
    elif key.ongoing == key.operations:
        running = _("All still run")
    elif key.ongoing:
        running = ngettext("{count} still runs", "{count} still run", key.ongoing).format(count=key.ongoing)
    else:
        running = _("None still runs")
    years, most = peak_years(ask(selected, count_years))
    if most < 2 or most == key.operations:
        return _("{sentence}.").format(sentence=running) if running else ""
    if not running:
        return _("Most at once, {count}, ran in {years}.").format(count=most, years=say_peak_years(years))
    return _("{running}; most at once, {count}, ran in {years}.").format(
        running=running, count=most, years=say_peak_years(years)
    )
