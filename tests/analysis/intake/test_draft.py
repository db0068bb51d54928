"""What a user decides about a table that they brought."""

from datetime import date

import pytest

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.columns.guess_columns import guess_columns
from analysis.intake.draft import Draft, choose_as_of, choose_column, decide, read_draft, understand
from analysis.intake.limits import UPLOAD_BYTES

CONTENT = b"country,start,end,years\nKenya,2004,2005,2001 - 2002\nTanzannia,2003,2004,2001\nMali,2004,2006,2001\n"


@pytest.fixture
def draft() -> Draft:
    """A draft of three rows."""
    sheet = read_cells(CONTENT)
    return Draft("own.csv", sheet, guess_columns(sheet), "hash")


def period_texts(draft: Draft) -> list[str]:
    """The printed periods of what the draft makes."""
    return understand(draft).table.operations["period"].tolist()


def test_the_guess_stands_until_another_column_is_chosen(draft):
    assert period_texts(draft) == ["2004 - 2005", "2003 - 2004", "2004 - 2006"]
    assert understand(draft) is understand(draft)


def test_a_period_stands_in_place_of_start_and_end_and_the_other_way_round(draft):
    by_period = choose_column(draft, "period", "years")
    assert (by_period.columns.start, by_period.columns.end) == (None, None)
    assert period_texts(by_period) == ["2001 - 2002", "2001", "2001"]
    again = choose_column(choose_column(by_period, "start", "start"), "end", "end")
    assert again.columns.period is None
    assert period_texts(again) == period_texts(draft)


def test_what_was_guessed_can_be_chosen_back(draft):
    other = choose_column(draft, "country", "years")
    assert choose_column(other, "country", "country").chosen == draft.chosen


def test_columns_that_make_no_table_are_one_sentence(draft):
    with pytest.raises(InputError, match="No column was recognised as the period or the start"):
        understand(choose_column(draft, "start", None))


def test_the_as_of_date_is_the_users_or_the_proposed_one(draft):
    chosen = choose_as_of(draft, date(2004, 6, 30))
    assert understand(chosen).table.as_of == date(2004, 6, 30)
    assert understand(choose_as_of(chosen, None)).table.as_of == understand(draft).table.as_of


def test_a_rejected_guess_names_no_country(draft):
    rejected = decide(draft, {"Tanzannia": False})
    assert understand(rejected).table.problems["value"].tolist() == ["Tanzannia"]
    assert understand(decide(rejected, {"Tanzannia": True})).table.problems.empty


def test_a_sheet_of_a_workbook_can_be_chosen(make_workbook, sheet_data):
    content = make_workbook(
        {
            "Notes": sheet_data([["Country", "Start"], ["Chad", 2001]]),
            "Data": sheet_data([["Country", "Start"], ["Kenya", 2004], ["Mali", 2005]]),
        }
    )
    first = read_draft(content, "own.xlsx")
    other = read_draft(first.content, "own.xlsx", "Notes")
    assert [draft.sheet.cells["Country"].tolist() for draft in (first, other)] == [["Kenya", "Mali"], ["Chad"]]
    assert first.content_hash != other.content_hash


def test_more_than_may_be_brought_is_refused_before_it_is_read():
    with pytest.raises(InputError) as refused:
        read_draft(b"x" * (UPLOAD_BYTES + 1), "own.csv")
    assert str(refused.value) == (
        "own.csv: It has 21 MB, and at most 20 MB can be brought. Bring fewer rows or columns."
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"country,period\nKenya," + b"x" * 15_000_000 + b"\n", "Line 2: a value has more than 100,000 characters"),
        (b"PK\x03\x04" + b"\0" * 100, "This is a damaged ZIP or Excel file."),
    ],
)
def test_what_breaks_in_the_child_is_one_sentence_with_the_files_name(content, says):
    with pytest.raises(InputError) as refused:
        read_draft(content, "own.csv")
    assert str(refused.value).startswith(f"own.csv: {says}")
