"""The charts of the page of durations, each with the statement it makes."""

import numpy as np
import pandas as pd

from analysis.lasting import AT_YEARS, HORIZON_YEARS, PERIOD_YEARS, Lasting, count_durations_by, lasting_by
from analysis.palette import MORE_COLOURS, OTHER_COLOUR, STATUS_COLOURS, activity_colours
from analysis.rows import duration_rows, order_operations, show_status
from analysis.select import Selected
from analysis.survival import TOO_FEW_SPELLS
from analysis.text import _, ngettext
from charts.chart import Chart
from charts.dots import duration_bars, duration_dots
from charts.style import REGION_COLOURS
from charts.survival import survival_lines, survival_step

MOST_LINES = 8
MOST_DOTS = 100


def curve_chart(selected: Selected) -> Chart:
    """The Kaplan-Meier curve of all spells with its band and median."""
    counts = count_durations_by(selected)
    figures = lasting_by(selected, "all").get("all")
    if figures is None or figures.too_few:
        empty = pd.DataFrame({"duration_years": [], "survival": [], "low": [], "high": []}, dtype=float)
        nothing = counts.rename(columns={"ongoing": "spells"}).head(0)
        says = too_few_words(figures.spells if figures else 0)
        return Chart(survival_step(empty, nothing, None), says, _curve_table(empty))
    ongoing = counts.loc[counts["ongoing"] > 0, ["duration_years", "ongoing"]].rename(columns={"ongoing": "spells"})
    figure = survival_step(figures.curve, ongoing, figures.median)
    return Chart(figure, _say_curve(figures), _curve_table(figures.curve))


def groups_chart(selected: Selected, by: str) -> Chart:
    """A curve for each activity, region or start period with enough spells; the table holds every figure."""
    groups = lasting_by(selected, by)
    names = group_names(selected, by, list(groups))
    enough = {group: figures for group, figures in groups.items() if not figures.too_few}
    drawn = sorted(enough, key=lambda group: -enough[group].spells)[:MOST_LINES]
    curves = {group: enough[group].curve for group in groups if group in drawn}
    left = [names[group] for group in groups if group not in enough]
    says = _say_groups({names[group]: enough[group] for group in curves})
    if left:
        says += " " + _("Too few to say (under {least} spells): {groups}.").format(
            least=TOO_FEW_SPELLS, groups=", ".join(left[:8]) + (", …" if left[8:] else "")
        )
    if len(enough) > len(drawn):
        says += " " + _("Drawn are the {shown} groups with the most spells.").format(shown=len(drawn))
    figure = survival_lines(curves, _colours(selected, by, list(groups)), names)
    return Chart(figure, says, figures_table(groups, names), counts_overlap=by != "start")


def dots_chart(selected: Selected, sort: str) -> Chart:
    """Every operation as a dot on an axis of durations; many are counted by whole years instead."""
    operations = selected.operations
    known = operations["duration_years"].notna()
    closed = operations.loc[known & (operations["status"] == "closed"), "duration_years"]
    ongoing = operations.loc[known & (operations["status"] == "ongoing"), "duration_years"]
    says = _say_longest(closed, ongoing)
    if left := int(selected.count - len(closed) - len(ongoing)):
        says += " " + ngettext(
            "{count} operation whose end or period is not known is not drawn.",
            "{count} operations whose end or period is not known are not drawn.",
            left,
        ).format(count=left)
    if len(closed) + len(ongoing) > MOST_DOTS:
        counts = _count_whole_years(closed, ongoing)
        titles = {"years": _("Whole years"), "closed": show_status("closed"), "ongoing": show_status("ongoing")}
        says += " " + _("More than {most} are counted by whole years: closed above, ongoing below.").format(
            most=MOST_DOTS
        )
        return Chart(duration_bars(counts), says, counts.rename(columns=titles))
    rows = duration_rows(selected.snapshot, order_operations(selected, sort, descending=sort == "duration"))
    rows = rows[rows["duration_years"].notna() & (rows["status"] != "unknown")]
    titles = {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "duration_years": _("Years so far"),
        "status": _("Status"),
    }
    table = rows[list(titles)].assign(status=[show_status(status) for status in rows["status"]])
    key = tuple((mark, STATUS_COLOURS[status], name) for mark, status, name in dot_marks())
    return Chart(duration_dots(rows), says, table.rename(columns=titles), clickable=True, key=key)


def dot_marks() -> list[tuple[str, str, str]]:
    """The marks of operations as (mark, status, what it means)."""
    return [("●", "closed", _("closed")), ("▷", "ongoing", _("ongoing: so far, and going on"))]


def group_names(selected: Selected, by: str, groups: list[str]) -> dict[str, str]:
    """What each group of `lasting_by` is called for a reader."""
    if by == "start":
        last = selected.snapshot.as_of.year
        ends = {group: min(int(group) + PERIOD_YEARS - 1, last) for group in groups}
        return {group: f"{group}–{end}" if end > int(group) else group for group, end in ends.items()}
    return {group: _(group) if by == "region" else group for group in groups}


def figures_table(groups: dict[str, Lasting], names: dict[str, str]) -> pd.DataFrame:
    """The figures of each group under titled columns; a figure that says nothing is missing."""
    rows = [
        [
            names[group],
            f.spells,
            f.ended,
            f.ongoing,
            _rounded(f.closed_mean),
            _rounded(f.closed_median),
            _rounded(f.so_far_mean),
            _rounded(f.median),
            *[None if share is None else round(100 * share, 1) for share in f.ended_by],
            _rounded(f.restricted_mean),
        ]
        for group, f in groups.items()
    ]
    return pd.DataFrame(rows, columns=figure_titles())


def figure_titles() -> list[str]:
    """The columns of `figures_table`."""
    return [
        _("Group"),
        _("Spells"),
        _("Closed"),
        _("Ongoing"),
        _("Closed only, mean years"),
        _("Closed only, median years"),
        _("Ongoing so far, mean years"),
        _("Kaplan-Meier median, years"),
        *[_("Ended by year {year}, %").format(year=year) for year in AT_YEARS],
        _("Mean within {years} years").format(years=HORIZON_YEARS),
    ]


def too_few_words(spells: int) -> str:
    """That so few spells are too few to say."""
    return ngettext(
        "{count} spell is too few to say how long spells last; {least} are needed.",
        "{count} spells are too few to say how long spells last; {least} are needed.",
        spells,
    ).format(count=spells, least=TOO_FEW_SPELLS)


def _say_curve(figures: Lasting) -> str:
    if figures.median is not None:
        return _("Half of all spells end within {years} years (Kaplan-Meier median).").format(
            years=f"{figures.median:.1f}"
        )
    last = figures.curve.iloc[-1]
    return _(
        "The median is not reached: the curve ends at {share} still running, after {years} years (Kaplan-Meier)."
    ).format(years=f"{last['duration_years']:.0f}", share=f"{last['survival']:.0%}")


def _say_groups(groups: dict[str, Lasting]) -> str:
    shares = {name: figures.ended_by[AT_YEARS.index(5)] for name, figures in groups.items()}
    shares = {name: share for name, share in shares.items() if share is not None}
    if len(shares) < 2:
        return _("No two groups have enough spells to compare.")
    high, low = max(shares, key=shares.get), min(shares, key=shares.get)
    return _("Ended by year 5: {high} most with {most}, {low} least with {least} (Kaplan-Meier).").format(
        high=high, most=f"{shares[high]:.0%}", low=low, least=f"{shares[low]:.0%}"
    )


def _say_longest(closed: pd.Series, ongoing: pd.Series) -> str:
    parts = []
    if len(closed):
        parts.append(_("The longest closed operation lasted {years} years.").format(years=f"{closed.max():.1f}"))
    if len(ongoing):
        parts.append(_("The longest ongoing one has lasted {years} years so far.").format(years=f"{ongoing.max():.1f}"))
    return " ".join(parts) or _("No operation has a duration that is known.")


def _count_whole_years(closed: pd.Series, ongoing: pd.Series) -> pd.DataFrame:
    whole = [np.floor(years.to_numpy()).astype(int) for years in (closed, ongoing)]
    most = max(int(years.max(initial=0)) for years in whole)
    counts = [np.bincount(years, minlength=most + 1) for years in whole]
    return pd.DataFrame({"years": np.arange(most + 1), "closed": counts[0], "ongoing": counts[1]})


def _curve_table(curve: pd.DataFrame) -> pd.DataFrame:
    titles = [_("Years"), _("Still running"), _("Low (95%)"), _("High (95%)")]
    return curve.round(4).set_axis(titles, axis="columns")


def _colours(selected: Selected, by: str, groups: list[str]) -> dict[str, str]:
    if by == "activity":
        return activity_colours(selected.snapshot.table)
    if by == "region":
        return {group: REGION_COLOURS.get(group, OTHER_COLOUR) for group in groups}
    return {group: MORE_COLOURS[-1 - place % len(MORE_COLOURS)] for place, group in enumerate(groups)}


def _rounded(years: float | None) -> float | None:
    return None if years is None else round(years, 2)
