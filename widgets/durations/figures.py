"""The figures of all spells, in a sentence and side by side, and what moving the as-of date does."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.count import count_spells
from analysis.counts.durations.figures import AT_YEARS, HORIZON_YEARS, DurationFigures, estimate_durations_by
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.wording import say_years
from charts.durations.charts import too_few_words
from widgets.elements.escape import escape_html
from widgets.elements.key_numbers import show_numbers

_STYLE = """<style>.says{font-size:1rem;margin:.2rem 0} .moves{font-size:.9rem;opacity:.9;margin:.2rem 0}</style>"""


def show_figures(selected: Selected) -> None:
    """Show one plain sentence, the figures of all spells, and what moving the as-of date does."""
    figures = ask(selected, estimate_durations_by, "all").get("all")
    unknown = int(ask(selected, count_spells).set_index("status")["spells"]["unknown"])
    st.html(f"{_STYLE}<p class='says' role='status'>{escape_html(_sentence(figures, unknown))}</p>")
    if figures:
        show_numbers(_numbers(figures))
    if figures and not figures.too_few:
        show_numbers(_shares(figures))
    st.html(f"{_STYLE}<p class='moves'>{escape_html(_what_moving_does(selected, figures))}</p>")


def _sentence(figures: DurationFigures | None, unknown: int) -> str:
    if figures is None:
        says = _("No period has an end that is known, so nothing can be said of durations.")
    elif figures.too_few:
        says = too_few_words(figures.spells)
    else:
        says = _say_ended(figures)
    if unknown:
        says += " " + ngettext(
            "{count} period whose end is not known is left out.",
            "{count} periods whose end is not known are left out.",
            unknown,
        ).format(count=unknown)
    return says


def _say_ended(figures: DurationFigures) -> str:
    if not figures.ongoing:
        return ngettext("All {spells} periods have ended.", "All {spells} periods have ended.", figures.spells).format(
            spells=figures.spells
        )
    return ngettext(
        "{ended} of {spells} spell has ended and {ongoing} still run, so averages of the ended ones alone are too"
        " short; {share} had ended by year 5, by an estimate that counts both.",
        "{ended} of {spells} spells have ended and {ongoing} still run, so averages of the ended ones alone are too"
        " short; {share} had ended by year 5, by an estimate that counts both.",
        figures.spells,
    ).format(
        ended=figures.ended,
        spells=figures.spells,
        ongoing=figures.ongoing,
        share=_percent(figures.ended_by[AT_YEARS.index(5)]),
    )


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


def _what_moving_does(selected: Selected, figures: DurationFigures | None) -> str:
    return _(
        "As of {date}, {ongoing} of these periods still run. Moving the as-of date back (in the filters, under More)"
        " takes away periods that began later and counts those that ran over it as still running, so fewer have ended."
    ).format(date=selected.snapshot.as_of.isoformat(), ongoing=figures.ongoing if figures else 0)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
