"""What the charts of activities say and how their columns are titled."""

import pandas as pd

from analysis.counts.pairs import MOST_PAIRED, pairs_apart
from analysis.text import _, all_of, ngettext

MOST_COLUMNS = 20


def say_pairs(pairs: pd.DataFrame) -> str:
    """Which two activities go together most, and which never."""
    if pairs.empty or not pairs["operations"].iloc[0]:
        return _("No operation has two activities.")
    most = pairs.iloc[0]
    says = _("{first} and {second} go together most: {count}.").format(
        first=most["first"], second=most["second"], count=say_operations(most["operations"])
    )
    apart = [all_of(list(pair)) for pair in pairs_apart(pairs)]
    if apart:
        says += " " + _("Never together: {pairs}.").format(pairs="; ".join(apart[:5]) + ("; …" if apart[5:] else ""))
    return says


def say_sets(sets: pd.DataFrame) -> str:
    """How many combinations occur, and the most common."""
    if sets.empty:
        return say_nothing()
    says = ngettext(
        "{count} combination occurs; the most common is {name}: {operations}.",
        "{count} combinations occur; the most common is {name}: {operations}.",
        len(sets),
    ).format(
        count=len(sets),
        name=" + ".join(sets["activity_set"].iloc[0]),
        operations=say_operations(sets["operations"].iloc[0]),
    )
    if len(sets) > MOST_COLUMNS:
        says += " " + _("The first {shown} are drawn, the rest are in the table.").format(shown=MOST_COLUMNS)
    return says


def most_alike(counts: pd.DataFrame, most: pd.Series, column: str) -> str:
    """The activities that share the most in that year."""
    same = (counts[column] == most[column]) & (counts["year"] == most["year"])
    return all_of(counts.loc[same, "activity"].tolist())


def count_titles() -> dict[str, str]:
    """The titles of the columns that every count of activities has."""
    return {"activity": _("Activity area"), "operations": _("Operations")}


def say_operations(count: int) -> str:
    """A number of operations in words."""
    return ngettext("{count} operation", "{count} operations", int(count)).format(count=count)


def say_nothing() -> str:
    """That the selection leaves nothing to count."""
    return _("Nothing to count here.")


def first_codes(counts: pd.DataFrame) -> tuple[list[str], str]:
    """The activities of `count_activities` that there is room for, the most common ones, and the words that say how
    many more there are."""
    codes = counts["activity"].tolist()
    if len(codes) <= MOST_PAIRED:
        return codes, ""
    words = _("The {shown} most common of {count} activities are drawn.").format(shown=MOST_PAIRED, count=len(codes))
    return codes[:MOST_PAIRED], " " + words
