"""What a reader has to know beside the numbers of a view, for pages and files alike."""

import pytest

from analysis.trust.notes import BESIDE_THE_SENTENCE, CAVEATS, find_notes, marked_notes

ROWS = [("Mali", "1996 - 1997", "CS"), ("Kenya", "2004 - ", "CS"), ("Chad", "2008 - 2009", "CS")]
WAITING = "1 operation begins after the as-of date and is left out."


def test_a_page_says_up_to_when_it_counts_and_what_has_not_begun(choose):
    assert find_notes(choose(ROWS), BESIDE_THE_SENTENCE) == ["Table: A table.", "As of 2006-12-31.", WAITING]


@pytest.mark.parametrize(
    ("conditions", "own"),
    [
        ({}, []),
        (
            {"years": (2004, 2004)},
            ["The years chosen pick whole operations: every other number uses all their periods."],
        ),
    ],
)
def test_a_file_says_how_its_numbers_are_counted(choose, conditions, own):
    assert find_notes(choose(ROWS, **conditions), CAVEATS) == [
        "Durations are years so far: ongoing operations are counted up to 2006-12-31 and no further.",
        "An operation counts once in each territory, region, activity and year that it belongs to, so such counts may"
        " add up to more than the total.",
        *own,
        WAITING,
    ]


def test_a_name_with_a_mark_has_its_note_where_it_is_chosen(choose_built_in):
    assert [note[:7] for note in marked_notes(choose_built_in(region=("Europe",)))] == ["Kosovo*"]
    assert marked_notes(choose_built_in(region=("Asia",))) == []
