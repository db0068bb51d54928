"""Each kind of finding on a table where it appears, word for word, and none where columns are shuffled."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import text
from analysis.findings import Finding, find_standouts
from analysis.findings.contrasts import FINDING_KINDS
from analysis.findings.standouts import MOST_BY_CHANCE
from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.build import build_table
from analysis.table.load import load_built_in

AFRICA = ["Angola", "Benin", "Chad", "Ghana", "Kenya", "Mali"]
ASIA = ["Armenia", "Bhutan", "Cambodia", "Georgia", "India", "Japan"]
DAY = date(2006, 12, 31)
EVERYTHING = Selection()

ROW = st.tuples(
    st.sampled_from([*AFRICA[:4], *ASIA[:4], "Kosovo (FYROM) & Macedonia", "Atlantis"]),
    st.sampled_from(["1990 - 1992", "2003 - on going", "2003; 2004", "2004 - 2006", "1995; 1997", "?", "2003"]),
    st.sampled_from(["CS", "CS, DDR", "IDPs", "IDPs, CS", "OCV", "ND, IDPs", ""]),
)
SELECTION = st.one_of(
    st.just(Selection()),
    st.builds(
        Selection,
        region=st.sampled_from([(), ("Africa",), ("Africa", "Asia")]),
        territory=st.sampled_from([(), ("AGO", "BEN", "TCD", "GHA", "ARM", "XKX")]),
        status=st.sampled_from([(), ("ongoing",), ("closed", "unknown")]),
    ),
    st.builds(
        Selection,
        activity=st.sampled_from([("CS",), ("CS", "IDPs"), ("OCV", "ND")]),
        match=st.sampled_from(["any", "all", "none", "exactly"]),
        as_of=st.sampled_from([None, date(2003, 6, 1)]),
    ),
    st.builds(
        Selection,
        subregion=st.sampled_from([(), ("Western Asia", "Sub-Saharan Africa")]),
        years=st.sampled_from([(2003, 2004), (1980, 2006)]),
        when=st.sampled_from(["active", "started", "ended"]),
        search=st.sampled_from(["", "a"]),
    ),
)


def table_of(rows: list[tuple[str, str, str]]):
    """The table of these rows of country, period and area, as of the end of 2006."""
    operations = pd.DataFrame(rows, columns=["country", "period", "area"], dtype="str")
    operations.insert(0, "line", range(2, len(rows) + 2))
    return build_table(operations, load_reference(), DAY)


def found(kind: str, rows: list[tuple[str, str, str]], selection: Selection = EVERYTHING) -> Finding | None:
    """The finding of this kind in a selection of these rows."""
    findings = find_standouts(select(table_of(rows), selection))
    return next((finding for finding in findings if finding.kind == kind), None)


def of_areas(places: list[str], *areas: str, period: str = "2001 - on going") -> list[tuple[str, str, str]]:
    """One operation in each of these places in turn for each set of activities, all of the same period."""
    return [(places[number % len(places)], period, area) for number, area in enumerate(areas)]


def test_an_activity_that_belongs_to_a_region():
    rows = of_areas(AFRICA, *["CS"] * 10) + of_areas(ASIA, *["DDR"] * 9, "CS")
    expected = "None of the 10 operations in Africa have Disarmament, Demobilization and Reintegration, against 9 of 10"
    finding = found("regional_activity", rows)
    assert finding.text == expected + " elsewhere."
    assert (finding.selection, finding.count) == (Selection(region=("Africa",)), 10)


def test_an_activity_that_all_of_a_region_have():
    rows = of_areas(AFRICA, *["CS, DDR"] * 10) + of_areas(ASIA, *["CS"] * 9, "CS, DDR")
    finding = found("regional_activity", rows, Selection(activity=("CS",)))
    expected = "All 10 chosen operations in Africa have Disarmament, Demobilization and Reintegration, against 1 of 10"
    assert finding.text == expected + " elsewhere."
    assert finding.selection == Selection(region=("Africa",), activity=("DDR",))


def test_activities_that_never_meet():
    rows = of_areas(AFRICA, *["OCV", "ND"] * 10)
    expected = "None of the 10 operations with Out of Country Voting have Natural Disasters, against 10 of 10 without"
    finding = found("activities_together", rows)
    assert finding.text == expected + " Out of Country Voting."
    assert finding.selection == Selection(activity=("OCV",))


def test_activities_that_go_together():
    rows = of_areas(AFRICA, *["OCV, ND, CS", "CS"] * 10, "OCV, CS")
    expected = "10 of 11 operations with Out of Country Voting have Natural Disasters, against 0 of 10 without"
    finding = found("activities_together", rows)
    assert finding.text == expected + " Out of Country Voting."
    assert finding.selection == Selection(activity=("OCV", "ND"), match="all")


def test_two_chosen_activities_are_parted_by_the_choice_itself():
    rows = of_areas(AFRICA, *["OCV", "ND"] * 10)
    assert found("activities_together", rows, Selection(activity=("OCV", "ND"))) is None


def test_a_group_that_still_runs():
    rows = of_areas(AFRICA, *["CS"] * 10) + of_areas(ASIA, *["CS"] * 10, period="2001 - 2004")
    finding = found("status_share", rows)
    assert finding.text == "All 10 operations in Africa are ongoing, against 0 of 10 elsewhere."
    assert finding.selection == Selection(region=("Africa",), status=("ongoing",))


def test_what_is_true_by_the_filter_alone_is_not_said():
    rows = of_areas(AFRICA, *["CS"] * 10) + of_areas(ASIA, *["DDR"] * 10)
    assert find_standouts(select(table_of(rows), Selection(activity=("CS",)))) == []
    assert find_standouts(select(table_of(rows), Selection(region=("Africa",)))) == []


def test_a_contrast_that_chance_explains_is_not_said():
    rows = of_areas(AFRICA, *["CS"] * 3) + of_areas(ASIA, *["DDR"] * 3)
    assert find_standouts(select(table_of(rows), EVERYTHING)) == []


def test_silent_where_nothing_is_found():
    assert find_standouts(select(load_built_in(), Selection(search="no such place"))) == []


def test_nothing_in_the_leaflet_stands_out_against_chance():
    assert find_standouts(select(load_built_in(), EVERYTHING)) == []


def test_fewer_than_one_in_twenty_shuffled_tables_say_anything():
    random = np.random.default_rng(2006)
    rows = load_built_in().operations[["country", "period", "area"]].to_numpy(str)
    saying = 0
    for _turn in range(100):
        shuffled = zip(rows[:, 0], random.permutation(rows[:, 1]), shuffle_each(rows[:, 2], random), strict=True)
        saying += bool(find_standouts(select(table_of(list(shuffled)), EVERYTHING)))
    assert saying < 100 * MOST_BY_CHANCE


def shuffle_each(areas: np.ndarray, random: np.random.Generator) -> list[str]:
    """Areas with as many of each activity as these, each activity dealt out by itself."""
    codes = sorted({code for area in areas for code in area.split(", ")})
    having = {code: random.permutation([code in area.split(", ") for area in areas]) for code in codes}
    return [", ".join(code for code in codes if having[code][row]) for row in range(len(areas))]


def test_the_least_likely_by_chance_comes_first_and_each_kind_once():
    rows = of_areas(AFRICA, *["CS, ND"] * 10) + of_areas(ASIA, *["DDR"] * 10, period="2001 - 2004")
    findings = find_standouts(select(table_of(rows), EVERYTHING))
    chances = [finding.chance for finding in findings]
    assert chances == sorted(chances)
    assert {finding.kind for finding in findings} == set(FINDING_KINDS)
    assert len(findings) == len(FINDING_KINDS)


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, min_size=8, max_size=30), SELECTION)
def test_a_finding_leads_to_as_many_operations_as_it_says(rows, selection):
    table = table_of(rows)
    selected = select(table, selection)
    for finding in find_standouts(selected):
        if finding.selection is not None:
            shown = select(table, finding.selection)
            assert shown.count == finding.count
            assert not (shown.chosen & ~selected.chosen).any()
        assert str(finding.count) in finding.text


def test_every_sentence_is_translated(monkeypatch):
    class Bracketed:
        def gettext(self, message):
            return f"«{message}»"

        def ngettext(self, singular, plural, number):
            return f"«{singular if number == 1 else plural}»"

    monkeypatch.setattr(text, "catalogue", lambda code: Bracketed())
    rows = of_areas(AFRICA, *["CS, ND"] * 10) + of_areas(ASIA, *["DDR"] * 10, period="2001 - 2004")
    findings = find_standouts(select(table_of(rows), EVERYTHING))
    assert len(findings) == len(FINDING_KINDS)
    for finding in findings:
        assert finding.text.startswith("«") and finding.text.endswith("»")
