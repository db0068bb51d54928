"""Dated facts of one's own, on a second sheet, stand beside the operations."""

import pytest

from analysis.__main__ import main
from analysis.counts.ask import ask
from analysis.errors import InputError
from analysis.intake.draft import begin_draft, bring_events, choose_column, understand
from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.views.events import list_dated_facts, selected_events
from tests.workbooks import make_workbook, sheet_data

OPERATIONS = [["Country", "Start", "End"], ["Kenya", 2004, 2006], ["Mali", 2005, 2006]]
EVENTS = [
    ["Date", "Pays", "Événement"], ["2005-03", "Mali", "A drought"], ["2004", "", "A new policy"],
    ["soon", "Mali", "A flood"], ["2005", "Kenya; Mali", "A treaty"],
]  # fmt: skip


def take(events: list[list], name: str = "Événements"):
    """A workbook whose first sheet holds dated facts."""
    return read_intake(make_workbook({name: sheet_data(events), "Liste": sheet_data(OPERATIONS)}), "a.xlsx")


def test_dated_facts_of_a_second_sheet_stand_on_timelines_and_beside_their_countries():
    intake = take(EVENTS)
    assert intake.sheet.sheet == "Liste" and len(intake.table.operations) == 2
    facts = ask(select(intake.table, Selection()), list_dated_facts)
    assert facts[["date", "iso3", "text"]].to_numpy().tolist() == [
        ["2004", "", "2004: A new policy"],
        ["2005-03", "MLI", "2005-03: A drought"],
        ["2005", "KEN;MLI", "2005: A treaty"],
    ]
    kenya = ask(select(intake.table, Selection(territory=("KEN",))), selected_events)
    assert kenya["text"].tolist() == ["2005: A treaty"]
    assert (
        "3 dated facts of 'Événements' stand on timelines and beside their countries; 1 have no date or no"
        " text that can be read." in [note.say() for note in intake.notes]
    )


def test_a_sheet_of_another_name_or_without_dates_brings_no_facts():
    for intake in (take(EVENTS, "Notes"), take([["What", "Who"], ["a", "b"]]), take([["Date"]])):
        assert intake.table.reference.events.empty
        assert not any("dated facts" in note.say() for note in intake.notes)


TABLE = b"Country,Start,End,Signed\nKenya,2004,2006,2003\nMali,2005,2006,2004\n"
FACTS = b"When,Pays,What\n03/04/2005,Mali,A drought\n25/04/2005,Kenya,A treaty\n"


def facts_of(table) -> list[list[str]]:
    """The dated facts of a table."""
    return table.reference.events[["date", "iso3", "text"]].to_numpy().tolist()


FOUND = [["2005-04-03", "MLI", "A drought"], ["2005-04-25", "KEN", "A treaty"]]


def test_dated_facts_come_from_a_second_file_at_the_shell(tmp_path, capsys):
    for name, content in (("own.csv", TABLE), ("facts.csv", FACTS)):
        (tmp_path / name).write_bytes(content)
    assert main(["check", str(tmp_path / "own.csv"), "--events", str(tmp_path / "facts.csv")]) == 0
    assert "2 dated facts of 'facts.csv' stand on timelines" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "own.csv"), "--events", str(tmp_path / "none.csv")]) == 2
    assert main(["summary", "--events", str(tmp_path / "facts.csv")]) == 2


def test_a_draft_takes_dated_facts_and_keeps_what_was_decided():
    draft = choose_column(begin_draft(TABLE, "own.csv"), "start", "Signed")
    with_facts = bring_events(draft, FACTS, "Events.csv")
    table = understand(with_facts).table
    assert facts_of(table) == FOUND and table.spells["start"].dt.year.tolist() == [2003, 2004]
    assert table.content_hash != understand(draft).table.content_hash


def test_a_file_without_dates_or_texts_brings_no_facts_and_says_so():
    with pytest.raises(InputError, match="a column of dates and one of texts"):
        read_intake(TABLE, "own.csv", events=(b"Who,Where\na,b\n", "Events.csv"))


def test_more_dated_facts_than_a_timeline_can_show_are_said_to_be_left_out():
    many = "Date,Event\n" + "".join(f"{2000 + number % 6}-01-01,Fact {number}\n" for number in range(1_003))
    intake = read_intake(TABLE, "own.csv", events=(many.encode(), "Events.csv"))
    assert len(intake.table.reference.events) == 1_000
    assert "'Events.csv' holds 3 more dated facts than the 1,000 that a timeline can show: they are left out." in [
        note.say() for note in intake.notes
    ]
