"""The figures of all spells side by side, what has to be known of them, and what moving the as-of date does."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.count import count_spells
from analysis.counts.durations.figures import AT_YEARS, HORIZON_YEARS, DurationFigures, estimate_durations_by
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.wording import say_years
from analysis.writing import say_date, say_number
from widgets.elements.escape import escape_html
from widgets.elements.key_numbers import show_numbers

_STYLE = """<style>.moves{font-size:.9rem;opacity:.9;margin:.2rem 0}</style>"""


def show_cautions(selected: Selected) -> None:
    """Show what has to be known beside the curve: that years are at most, what is left out, what the filters choose."""
    says = [
        _("What is printed in whole years lasted at most that long: 1996 - 1998 may have been little more than a year.")
    ]
    unknown = int(ask(selected, count_spells).set_index("status")["spells"]["unknown"])
    if unknown:
        says.append(
            ngettext(
                "{count} period whose end is not known is left out.",
                "{count} periods whose end is not known are left out.",
                unknown,
            ).format(count=unknown)
        )
    if selected.selection.status or selected.selection.years:
        says.append(
            _(
                "The filters on status or years choose by how long operations lasted, so this does not say how long"
                " operations last."
            )
        )
    st.html(f"{_STYLE}<p class='moves'>{escape_html(' '.join(says))}</p>")


def show_figures(selected: Selected) -> None:
    """Show the statistics of all periods, folded, and what moving the as-of date does."""
    figures = ask(selected, estimate_durations_by, "all").get("all")
    if not figures:
        return
    with st.expander(_("The statistics")):
        show_numbers(_numbers(figures))
        if not figures.too_few:
            show_numbers(_shares(figures))
        st.html(f"{_STYLE}<p class='moves'>{escape_html(_what_moving_does(selected, figures))}</p>")


def _numbers(figures: DurationFigures) -> list[tuple[str, str, str]]:
    median = _("not reached") if figures.median is None else say_years(figures.median)
    too_few = _("too few to say")
    return [
        (
            _("Closed periods only"),
            say_years(figures.closed_mean),
            _("mean of {count}; median {median}; leaves out what still runs").format(
                count=figures.ended, median=say_years(figures.closed_median)
            )
            if figures.ended
            else _("none has ended"),
        ),
        (
            _("Ongoing, so far"),
            say_years(figures.so_far_mean, "ongoing"),
            _("mean of {count}, still growing").format(count=figures.ongoing)
            if figures.ongoing
            else _("none is ongoing"),
        ),
        (
            _("Kaplan-Meier median"),
            too_few if figures.too_few else median,
            ngettext(
                "over {count} period, ongoing ones counted as lasting longer",
                "over {count} periods, ongoing ones counted as lasting longer",
                figures.spells,
            ).format(count=figures.spells),
        ),
        (
            _("Mean within {years} years").format(years=HORIZON_YEARS),
            too_few if figures.too_few else say_years(figures.restricted_mean),
            _("restricted mean: the area under the curve to year {years}; a dash where the curve ends before").format(
                years=HORIZON_YEARS
            ),
        ),
    ]


def _shares(figures: DurationFigures) -> list[tuple[str, str, str]]:
    return [
        (_("Ended by year {year}").format(year=year), _percent(share), _("Kaplan-Meier"))
        for year, share in zip(AT_YEARS, figures.ended_by, strict=True)
    ]


def _what_moving_does(selected: Selected, figures: DurationFigures) -> str:
    return _(
        "As of {date}, {ongoing} of these periods still run. Moving the as-of date back (in the filters, under More)"
        " takes away periods that began later and counts those that ran over it as still running, so fewer have ended."
    ).format(date=say_date(selected.snapshot.as_of), ongoing=figures.ongoing)


def _percent(share: float | None) -> str:
    return "–" if share is None else say_number(f"{share:.0%}")
