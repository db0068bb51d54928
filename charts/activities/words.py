"""What the charts of activities say and how their columns are titled.

Of several that share a place all are named, where they are few. What the filter alone makes true is not said.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.counts.pairs import MOST_PAIRED, pairs_apart
from analysis.selection.implied import Implied
from analysis.text import _, ngettext
from analysis.views.activities import Activities
from analysis.views.matrix import Matrix
from analysis.wording import MOST_NAMED, all_names, fitting, say_peak_years

MOST_COLUMNS = 20
# Letters for the pairs that never go together in a title.
_ROOM = 60


def say_matrix(matrix: Matrix, kinds: list[str], activities: Activities, implied: Implied) -> str:
    """How many places have a single activity, and how many all the activities (kinds) that are shown."""
    total = len(matrix.rows) + matrix.more
    if not total:
        return say_nothing()
    if not kinds or implied.only:
        return ngettext("Activities of {total} place.", "Activities of {total} places.", total).format(total=total)
    if len(kinds) == 1:
        name = activities.names[kinds[0]]
        if implied.having:
            return _("None of the places shown here has a further activity.")
        return _("{name} is the only activity shown here.").format(name=name)
    every = _say_every(matrix.full, total, len(kinds))
    if len(implied.having) > 1:
        return _("{sentence}.").format(sentence=every[0].upper() + every[1:])
    if not matrix.single:
        single = _("No place has a single activity")
    elif matrix.single == total > 1:
        single = _("All {total} places have a single activity").format(total=total)
    else:
        single = ngettext(
            "{single} of {total} places has a single activity",
            "{single} of {total} places have a single activity",
            matrix.single,
        ).format(single=matrix.single, total=total)
    return _("{single}; {every}.").format(single=single, every=every)


def _say_every(full: int, total: int, kinds: int) -> str:
    if kinds == 2:
        both = ngettext("{full} has both activities shown here", "{full} have both activities shown here", full)
        return both.format(full=full or _("none")) if full != total else _("each has both activities shown here")
    if not full:
        return _("none has all {kinds} activities shown here").format(kinds=kinds)
    if full == total:
        return _("each has all {kinds} activities shown here").format(kinds=kinds)
    return ngettext(
        "{full} has all {kinds} activities shown here", "{full} have all {kinds} activities shown here", full
    ).format(full=full, kinds=kinds)


def say_pairs(pairs: pd.DataFrame, activities: Activities, implied: Implied) -> str:
    """Which two activities go together most, and which never."""
    ticked = [{first, second} <= implied.having for first, second in zip(pairs["first"], pairs["second"], strict=True)]
    told = pairs[~np.array(ticked, bool)]
    most = int(told["operations"].max()) if len(told) else 0
    if not most:
        says = _("No operation has two activities.") if not implied.having else _("Operations with two activities.")
    else:
        first = told[told["operations"] == most]
        pairs_named = _pairs(zip(first["first"], first["second"], strict=True), activities)
        says = _say_together(pairs_named, most)
    apart = _pairs(pairs_apart(pairs), activities)
    if apart:
        named = fitting(apart[:MOST_NAMED], _ROOM)
        words = _("; ").join(named) + (_("; …") if len(named) < len(apart) else "")
        says += " " + _("Never together: {pairs}.").format(pairs=words)
    return says


def _pairs(pairs: Iterable[tuple[str, str]], activities: Activities) -> list[str]:
    return [all_names([activities.names[code] for code in pair]) for pair in pairs]


def _say_together(pairs: list[str], most: int) -> str:
    if len(pairs) == 1:
        return _("{pair} go together most: {count}.").format(pair=pairs[0], count=say_operations(most))
    if len(pairs) > MOST_NAMED:
        return _("{ties} pairs of activities go together most: {count} each.").format(
            ties=len(pairs), count=say_operations(most)
        )
    return _("These go together most, {count} each: {pairs}.").format(
        pairs=_("; ").join(pairs), count=say_operations(most)
    )


def say_sets(sets: pd.DataFrame, activities: Activities, implied: Implied) -> str:
    """How many combinations occur, and the most common."""
    if sets.empty:
        return say_nothing()
    if implied.only:
        return _("Operations with exactly the activities that are chosen.")
    most = int(sets["operations"].iloc[0])
    names = [_say_set(codes, activities) for codes in sets.loc[sets["operations"] == most, "activity_set"]]
    if len(sets) == 1:
        return ngettext(
            "The {count} operation shown here has {name}.",
            "All {count} operations shown here have the same activities: {name}.",
            most,
        ).format(count=most, name=names[0])
    if most == 1:
        says = _("{count} combinations occur, each in one operation.")
    elif len(names) > MOST_NAMED:
        says = _("{count} combinations occur; {ties} are the most common: {operations} each.")
    elif len(names) > 1:
        says = _("{count} combinations occur; the most common, {operations} each: {names}.")
    else:
        says = _("{count} combinations occur; the most common is {names}: {operations}.")
    says = says.format(count=len(sets), ties=len(names), names=_("; ").join(names), operations=say_operations(most))
    if len(sets) > MOST_COLUMNS:
        says += " " + _("The first {shown} are drawn, the rest are in the table.").format(shown=MOST_COLUMNS)
    return says


def _say_set(codes: tuple[str, ...], activities: Activities) -> str:
    # Of more than two activities the names would be a paragraph.
    return all_names([activities.names[code] for code in codes]) if len(codes) < 3 else " + ".join(codes)


def say_largest_cells(counts: pd.DataFrame, by: str, activities: Activities, implied: Implied) -> str:
    """Which activity is most common in which group, of activity, operations and the group in a column `by`."""
    told = counts[~counts["activity"].isin(implied.having) & (counts["operations"] > 0)]
    if counts.empty:
        return say_nothing()
    if told.empty or counts[by].nunique() == 1:
        return _("Operations by activity and region.")
    most = int(told["operations"].max())
    first = told[told["operations"] == most]
    cells = [
        _("{activities} in {place}").format(
            activities=all_names([activities.names[code] for code in codes]), place=_(place)
        )
        for place, codes in first.groupby(by, sort=False)["activity"]
    ]
    return _say_cells(cells, len(first), most)


def say_largest_years(
    counts: pd.DataFrame, column: str, activities: Activities, implied: Implied, templates: tuple[str, str]
) -> str:
    """Which activity most operations had at once, and in which year; templates: of a sentence that names them, with
    {count} and {cells}, and of one for what cannot be told."""
    told = counts[~counts["activity"].isin(implied.having)]
    most = int(told[column].max()) if len(told) else 0
    if most < 2:
        return templates[1]
    first = told[told[column] == most]
    # Activities that share their years are told together.
    years_of: dict[tuple[int, ...], list[str]] = {}
    for code, years in first.groupby("activity", sort=False)["year"]:
        years_of.setdefault(tuple(years.tolist()), []).append(code)
    cells = [
        _("{activities} in {place}").format(
            activities=all_names([activities.names[code] for code in codes]), place=say_peak_years(list(years))
        )
        for years, codes in years_of.items()
    ]
    if len(cells) > MOST_NAMED:
        return templates[1]
    return templates[0].format(count=say_operations(most), cells=_("; ").join(cells))


def _say_cells(cells: list[str], ties: int, most: int) -> str:
    if most == 1 and ties > 1:
        return _("No activity is in more than one operation of a region.")
    if len(cells) > MOST_NAMED:
        return _("At most {count} share an activity and a region.").format(count=say_operations(most))
    if ties > 1:
        return _("Most common, {count} each: {cells}.").format(count=say_operations(most), cells=_("; ").join(cells))
    return _("Most common: {cells}, {count}.").format(cells=cells[0], count=say_operations(most))


def say_operations(count: int) -> str:
    """A number of operations in words."""
    return ngettext("{count} operation", "{count} operations", int(count)).format(count=count)


def say_nothing() -> str:
    """That the selection leaves nothing to count."""
    return _("Nothing to count here.")


def first_codes(counts: pd.DataFrame) -> tuple[list[str], str]:
    """The activities of `count_facet` that there is room for, the most common ones, and the words that say how
    many more there are."""
    codes = counts["activity"].tolist()
    if len(codes) <= MOST_PAIRED:
        return codes, ""
    words = _("The {shown} most common of {count} activities are drawn.").format(shown=MOST_PAIRED, count=len(codes))
    return codes[:MOST_PAIRED], " " + words
