"""Dated facts of one's own, on a second sheet, stand beside the operations."""

from analysis.counts.ask import ask
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
        "3 dated facts of the sheet 'Événements' stand on timelines and beside their countries; 1 have no date or no"
        " text that can be read." in [note.say() for note in intake.notes]
    )


def test_a_sheet_of_another_name_or_without_dates_brings_no_facts():
    for intake in (take(EVENTS, "Notes"), take([["What", "Who"], ["a", "b"]]), take([["Date"]])):
        assert intake.table.reference.events.empty
        assert not any("dated facts" in note.say() for note in intake.notes)
