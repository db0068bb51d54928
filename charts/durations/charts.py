"""The curves of durations, each chart with the statement it makes."""

import re

import pandas as pd

from analysis.counts.durations.figures import AT_YEARS, DurationFigures
from analysis.counts.durations.survival import TOO_FEW_SPELLS
from analysis.text import _, all_of, ngettext
from analysis.views.palette import MORE_COLOURS, OTHER_COLOUR, REGION_COLOURS
from analysis.wording import fitting, quoted
from analysis.writing import say_number
from charts.common.chart import Chart
from charts.durations.survival import survival_lines, survival_step
from charts.durations.table import figures_table
from charts.durations.words import say_ended

MOST_CURVES = 8
# Letters for the groups of too few periods in a title.
_ROOM = 60


def curve_chart(figures: DurationFigures | None, counts: pd.DataFrame) -> Chart:
    """The Kaplan-Meier curve of all spells with its band and median; counts are those of `count_durations_by`."""
    if figures is None or figures.too_few:
        empty = pd.DataFrame({"duration_years": [], "survival": [], "low": [], "high": []}, dtype=float)
        nothing = counts.rename(columns={"ongoing": "spells"}).head(0)
        says = too_few_words(figures.spells if figures else 0)
        return Chart(survival_step(empty, nothing, None, lambda _years: 0), says, _curve_table(empty))
    ongoing = counts.loc[counts["ongoing"] > 0, ["duration_years", "ongoing"]].rename(columns={"ongoing": "spells"})
    figure = survival_step(figures.curve, ongoing, figures.median, figures.observed)
    return Chart(figure, say_ended(figures), _curve_table(figures.curve))


def groups_chart(
    groups: dict[str, DurationFigures],
    names: dict[str, str],
    labels: dict[str, str],
    colours: dict[str, str],
    overlap: bool,
) -> Chart:
    """A curve for each group of `estimate_durations_by` with enough spells; the table holds every figure.

    labels: short names, for the ends of the curves.  overlap: whether a spell may stand in several groups.
    """
    enough = {group: figures for group, figures in groups.items() if not figures.too_few}
    drawn = sorted(enough, key=lambda group: -enough[group].spells)[:MOST_CURVES]
    curves = {group: enough[group].curve for group in groups if group in drawn}
    left = [names[group] for group in groups if group not in enough]
    says = _say_groups({names[group]: enough[group] for group in curves})
    if left:
        named = fitting([quoted(name) for name in left], _ROOM)
        groups_left = ", ".join(named) + (", …" if len(named) < len(left) else "")
        text = _("Too few to say (under {least} periods): {groups}.")
        says += " " + _trail_off(text.format(least=TOO_FEW_SPELLS, groups=groups_left))
    if len(enough) > len(drawn):
        says += " " + _("Drawn are the {shown} groups with the most periods.").format(shown=len(drawn))
    return Chart(survival_lines(curves, colours, labels), says, figures_table(groups, names), counts_overlap=overlap)


def too_few_words(spells: int) -> str:
    """That so few spells are too few to say."""
    return ngettext(
        "{count} period is too few to say how long periods last; {least} are needed.",
        "{count} periods are too few to say how long periods last; {least} are needed.",
        spells,
    ).format(count=spells, least=TOO_FEW_SPELLS)


def _trail_off(sentence: str) -> str:
    """A sentence without the point after an ellipsis, be there the sign that ends a name written from the right."""
    return re.sub("(?<=…)(\u2069?)\\.", r"\1", sentence)


def _say_groups(groups: dict[str, DurationFigures]) -> str:
    """Which share has ended by year 5 in each group; none is called first or last, since their bands overlap or they
    may share operations."""
    at = AT_YEARS.index(5)
    shares = {name: figures.ended_by[at] for name, figures in groups.items() if figures.observed(5) >= TOO_FEW_SPELLS}
    known = [f"{quoted(name)} {say_number(f'{share:.0%}')}" for name, share in shares.items() if share is not None]
    if len(known) < 2:
        return _("No two groups have enough periods to compare.")
    named = fitting(known)
    if len(named) < len(known):
        return _trail_off(_("Ended within 5 years: {groups}.").format(groups=", ".join(named) + ", …"))
    return _("Ended within 5 years: {groups}.").format(groups=all_of(known))


def _curve_table(curve: pd.DataFrame) -> pd.DataFrame:
    titles = [_("Years"), _("Still running"), _("Low (95%)"), _("High (95%)")]
    return curve.round(4).set_axis(titles, axis="columns")


def group_colours(by: str, groups: list[str], activity_colours: dict[str, str]) -> dict[str, str]:
    """The colour of each group of `estimate_durations_by`."""
    if by == "activity":
        return activity_colours
    if by == "region":
        return {group: REGION_COLOURS.get(group, OTHER_COLOUR) for group in groups}
    # Years and columns of the user's own have no colours; each curve is named at its end.
    shades = (*MORE_COLOURS, *REGION_COLOURS.values())
    return {group: shades[position % len(shades)] for position, group in enumerate(groups)}
