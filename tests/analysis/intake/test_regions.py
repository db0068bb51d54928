"""The user's own regions in place of the UN's, where they are one for each country."""

from analysis.counts.count import count_facet
from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection, from_query


def count(text: str, **chosen) -> tuple[list[list], list[str]]:
    """Regions with their operations, and the notes."""
    intake = read_intake(text.encode(), **chosen)
    return count_facet(select(intake.table, Selection()), "region").values.tolist(), [
        note.say() for note in intake.notes
    ]


TEXT = "country,period,region\nKenya,2004,East and Horn\nChad,2005,Sahel\nMali,2005,Sahel\nMali,2006,\n"


def test_regions_are_the_uns_unless_the_user_takes_their_own():
    assert count(TEXT) == ([["Africa", 4]], [])
    assert count(TEXT, own_regions=True) == (
        [["Sahel", 3], ["East and Horn", 1]],
        ["Regions are those of the column 'region'; sub-regions are the UN's."],
    )


def test_a_country_in_two_regions_leaves_the_uns():
    assert count(TEXT + "Mali,2007,West\n", own_regions=True) == (
        [["Africa", 5]],
        ["The column 'region' has 'Mali' in more than one region, so the regions are the UN's (M49)."],
    )


def test_own_regions_can_be_filtered_and_linked():
    table = read_intake(TEXT.encode(), own_regions=True).table
    selection, wrong = from_query({"region": ["east-and-horn"]}, table)
    assert wrong == []
    assert select(table, selection).operations["country"].tolist() == ["Kenya"]
