"""Key numbers in one element, which reaches the screen sooner than one element each."""

import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.counts.durations.survival import Survival
from analysis.counts.key_numbers import find_key_numbers, say_half
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.wording import say_peak_years
from analysis.writing import say_date
from widgets.elements.escape import escape_html
from widgets.frame.cache import view_key

_cache = Cache("key numbers")
# A value of so many letters needs the room of two.
_LONG = 11
_WIDE = " class='wide'"
_STYLE = """<style>
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem 1.25rem;margin-top:.5rem}
.numbers .wide{grid-column:span 2}
.numbers .what{font-size:.85rem;opacity:.8}
.numbers .value{font-size:1.9rem;font-weight:600;line-height:1.15;font-variant-numeric:tabular-nums}
.numbers .note{font-size:.8rem;opacity:.8}
.sentence{font-size:1.15rem;font-weight:600;margin:0 0 .4rem;overflow-wrap:anywhere}
.notes{margin:0;font-size:.85rem;opacity:.85}
</style>"""


def show_numbers(numbers: list[tuple[str, str, str]]) -> None:
    """Show numbers: what, value, note."""
    items = "".join(
        f"<div{_WIDE if len(value) > _LONG else ''}><div class='what'>{escape_html(what)}</div>"
        f"<div class='value'>{escape_html(value)}</div><div class='note'>{escape_html(note)}</div></div>"
        for what, value, note in numbers
    )
    st.html(f"{_STYLE}<div class='numbers'>{items}</div>")


def show_sentence(sentence: str, notes: list[str]) -> None:
    """Show a sentence, with the notes that belong to it below."""
    lines = "".join(f"<p class='notes'>{escape_html(note)}</p>" for note in notes)
    st.html(f"{_STYLE}<p class='sentence'>{escape_html(sentence)}</p>{lines}")


def key_numbers(selected: Selected) -> list[tuple[str, str, str]]:
    """The numbers that head the overview: what, value, note."""
    return _cache.get(view_key(selected), lambda: _say_numbers(selected))


def _say_numbers(selected: Selected) -> list[tuple[str, str, str]]:
    key = ask(selected, find_key_numbers)
    most = key.peak and (say_peak_years(list(key.peak_years)), key.peak[1])
    return [
        (
            _("Operations"),
            str(key.operations),
            _("of {total}").format(total=key.total) if key.operations < key.total else "",
        ),
        (_("Ongoing"), str(key.ongoing), _as_of(selected)),
        (_("Territories"), str(key.territories), ""),
        *([(_("Most at once"), str(most[1]), _("in {year}").format(year=most[0]))] if most else []),
    ]


def half_with_basis(survival: Survival) -> tuple[str, str]:
    """Within how many years half of the spells end, in words, and how many have ended."""
    rests_on = ngettext(
        "{ended} of {count} period has ended", "{ended} of {count} periods have ended", survival.spells
    ).format(count=survival.spells, ended=survival.ended)
    return say_half(survival), rests_on


def _as_of(selected: Selected) -> str:
    return _("as of {date}").format(date=say_date(selected.snapshot.as_of))
