"""The conditions of a selection, each with what is left when it is let go."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.selection.conditions import list_conditions
from analysis.selection.select import select
from analysis.selection.selection import Selection, canonical


def named(table, selection: Selection) -> list[str]:
    """What the conditions are called."""
    return [condition.text for condition in list_conditions(select(table, selection))]


def test_nothing_chosen_is_no_condition(built_in):
    assert named(built_in, Selection()) == []


def test_each_choice_is_a_condition_of_its_own_in_the_order_of_the_sentence(built_in):
    selection = Selection(
        region=("Africa", "Asia"),
        territory=("SDN",),
        activity=("CS", "IDPs"),
        years=(1999, 2006),
        when="started",
        status=("ongoing",),
        search="su",
        as_of=date(2005, 12, 31),
    )
    assert named(built_in, selection) == [
        "Africa", "Asia", "Sudan", "Community Stabilization", "Internally Displaced People", "started 1999 to 2006",
        "ongoing", "named like “su”", "as of 2005-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("match", "words"),
    [
        ("all", ["with Community Stabilization", "with Natural Disasters"]),
        ("none", ["without Community Stabilization", "without Natural Disasters"]),
        ("exactly", ["with exactly Community Stabilization and Natural Disasters"]),
    ],
)
def test_activities_say_how_they_are_asked_for(built_in, match, words):
    assert named(built_in, Selection(activity=("CS", "ND"), match=match)) == words


def test_letting_conditions_go_one_after_the_other_ends_with_none(built_in):
    selection = Selection(
        region=("Africa",), activity=("IDPs", "CS"), match="none", years=(1999, 2006), when="ended", search="a"
    )
    let_go = []
    while conditions := list_conditions(select(built_in, selection)):
        let_go.append(conditions[0].text)
        selection = conditions[0].without
        assert selection == canonical(selection, built_in)
    assert (len(let_go), selection) == (5, Selection())


def test_letting_one_go_leaves_the_others_as_they_are(built_in):
    selection = Selection(region=("Africa", "Asia"), status=("closed",))
    (africa, _asia, _closed) = list_conditions(select(built_in, selection))
    assert africa.without == replace(selection, region=("Asia",))
