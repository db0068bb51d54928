"""Each kind of finding on a table where it appears, word for word, and on one where it does not."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import text
from analysis.findings import Finding, find_standouts
from analysis.findings.finding import surprise
from analysis.findings.standouts import FINDING_KINDS, LEAST_OPERATIONS, LEAST_SURPRISE
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
    findings = find_standouts(select(table_of(rows), selection), most=len(FINDING_KINDS))
    return next((finding for finding in findings if finding.kind == kind), None)


def told(kind: str, rows: list[tuple[str, str, str]], selection: Selection = EVERYTHING) -> str | None:
    """The sentence of the finding of this kind."""
    finding = found(kind, rows, selection)
    return finding.text if finding else None


def started_in(*years: int) -> list[tuple[str, str, str]]:
    """One operation for each year, in different territories, with the same activity."""
    return [(place, f"{year} - on going", "CS") for place, year in zip([*AFRICA, *ASIA], years, strict=False)]


def with_areas(*areas: str, places=(*AFRICA, *ASIA)) -> list[tuple[str, str, str]]:
    """One operation for each set of activities, all of the same years."""
    return [(place, "2001 - on going", area) for place, area in zip(places, areas, strict=False)]


def lasting(*years: int, places=AFRICA, end: int = 2006) -> list[tuple[str, str, str]]:
    """One closed operation for each duration in years."""
    return [(place, f"{end - n + 1} - {end}", "CS") for place, n in zip(places, years, strict=False)]


def test_start_cluster_in_two_years():
    rows = started_in(1990, 2000, 2003, 2003, 2004, 2004)
    assert told("start_cluster", rows) == "4 of 6 operations started in 2003 and 2004."


def test_start_cluster_in_one_year():
    rows = started_in(1990, 2000, 2003, 2003, 2003, 2003)
    assert told("start_cluster", rows) == "4 of 6 operations started in 2003."


def test_start_cluster_counts_an_operation_that_starts_twice_once():
    rows = [*started_in(1990, 2000, 2003, 2003, 2004, 2004), ("Nepal", "June 2003; 2004-12", "CS")]
    assert told("start_cluster", rows) == "5 of 7 operations started in 2003 and 2004."


def test_no_start_cluster_where_starts_are_spread():
    assert told("start_cluster", started_in(1990, 1993, 1996, 1999, 2002, 2005)) is None


def test_no_start_cluster_where_years_are_chosen():
    rows = started_in(1990, 2003, 2003, 2003, 2004, 2004)
    assert told("start_cluster", rows, Selection(years=(2003, 2006))) is None


def test_most_change_counts_starts_and_ends():
    rows = [*started_in(1990, 2000, 2003, 2003), ("India", "1991 - 2003", "CS"), ("Japan", "1995 - 2003", "CS")]
    assert told("most_change", rows) == "Most changed in 2003: of 6 operations, 2 started and 2 ended."


def test_no_most_change_in_steady_years():
    assert told("most_change", started_in(2001, 2002, 2003, 2004, 2005, 2006)) is None


def test_lacks_partner_names_the_few():
    rows = with_areas("IDPs", "IDPs, CS", "IDPs, CS", "IDPs, CS", "CS, IDPs, DDR")
    assert told("lacks_partner", rows) == "1 of 5 operations with IDPs lacks the usual partner CS: Angola."


def test_lacks_partner_in_several():
    rows = with_areas(*["IDPs, CS"] * 9, "IDPs", "IDPs, DDR")
    assert told("lacks_partner", rows) == "2 of 11 operations with IDPs lack the usual partner CS: Georgia and India."


def test_lacks_partner_leaves_many_unnamed():
    rows = with_areas(*["IDPs"] * 6) + with_areas(*["IDPs, CS"] * 11) + with_areas(*["IDPs, CS"] * 7)
    finding = found("lacks_partner", rows)
    assert finding.text == "6 of 24 operations with IDPs lack the usual partner CS."
    assert finding.selection is None


def test_no_lacks_partner_without_a_usual_one():
    assert told("lacks_partner", with_areas("IDPs", "IDPs", "IDPs, CS", "IDPs, CS", "CS, IDPs", "CS")) is None


def test_no_lacks_partner_where_none_lacks_it():
    assert told("lacks_partner", with_areas(*["IDPs, CS"] * 6)) is None


def test_never_meet():
    rows = with_areas("OCV", "OCV", "OCV", "ND", "ND", "ND", "ND")
    expected = "ND and OCV never meet: none of the 7 operations with either has both (4 and 3)."
    assert told("never_meet", rows) == expected


def test_no_never_meet_where_they_meet_or_are_rare():
    assert told("never_meet", with_areas("OCV", "OCV", "OCV, ND", "ND", "ND", "ND", "ND")) is None
    assert told("never_meet", with_areas("OCV", "OCV", "CS", "ND", "ND", "ND", "ND")) is None


def test_long_operation_ongoing_has_run_so_far():
    rows = [("Sudan", "1982 - on going", "CS"), *lasting(2, 3, 4, 5)]
    expected = "Sudan has run for 25+ years, against a median of 4 so far for the 5 operations in Africa."
    assert told("long_operation", rows) == expected


def test_long_operation_closed():
    expected = "Chad ran for 12 years, against a median of 2.5 so far for the 6 operations in Africa."
    assert told("long_operation", lasting(2, 2, 12, 3, 3, 1)) == expected


@pytest.mark.parametrize("years", [(2, 3, 4, 5, 9), (1, 1, 1, 9, 9), (1, 1, 1, 9)])
def test_no_long_operation_below_three_medians_in_a_tie_or_among_few(years):
    rows = lasting(*years) + lasting(1, places=["Japan"])
    assert told("long_operation", rows) is None


def test_regional_activity_at_home():
    rows = with_areas("ND", "ND", "ND", *["CS"] * 4, places=[*ASIA[3:], *AFRICA])
    expected = "All 3 operations with ND are in Asia, where 3 of 7 are."
    assert told("regional_activity", rows) == expected


def test_regional_activity_missing():
    rows = with_areas(*["CS"] * 5, "CS, DDR", "DDR", "DDR", "DDR", "CS, DDR", "CS", places=[*AFRICA[:5], *ASIA])
    expected = "None of the 5 operations in Africa has DDR, which 5 of 11 have."
    assert told("regional_activity", rows) == expected


def test_no_regional_activity_where_all_regions_have_it():
    rows = with_areas(*["CS, DDR", "CS"] * 6)
    assert told("regional_activity", rows) is None


def test_lone_activity():
    rows = with_areas("OCV, CS", *["CS, IDPs"] * 5, "CS", "CS")
    expected = "Angola alone has OCV among the 6 operations in Africa."
    assert told("lone_activity", rows) == expected


def test_no_lone_activity_in_company_or_in_a_small_region():
    assert told("lone_activity", with_areas("OCV, CS", "OCV, CS", *["CS, IDPs"] * 4)) is None
    rows = with_areas("OCV, CS", *["CS, IDPs"] * 5, places=[*AFRICA[:4], *ASIA[:2]])
    assert told("lone_activity", rows) is None


def test_status_share_of_a_region():
    rows = [(place, "2001 - on going", "CS") for place in AFRICA[:4]]
    rows += [(place, "2001 - 2004", "CS") for place in ASIA[:4]]
    expected = "All 4 operations in Africa are ongoing, against 4 of 8 in all."
    assert told("status_share", rows) == expected


def test_status_share_of_a_set_of_activities():
    rows = [(place, "2001 - 2003", "CS, DDR") for place in (*AFRICA[:2], *ASIA[:2])]
    rows += [(place, "2001 - on going", "CS, DDR") for place in AFRICA[2:3]]
    others = ["IDPs", "IDPs", "OCV", "OCV", "ND", "ND", "CS", "CS", "DDR"]
    rows += [(place, "2001 - on going", area) for place, area in zip([*AFRICA, *ASIA], others, strict=False)]
    finding = found("status_share", rows)
    assert finding.text == "4 of 5 operations with exactly CS and DDR are closed, against 4 of 14 in all."
    assert finding.selection == Selection(activity=("DDR", "CS"), match="exactly", status=("closed",))


def test_no_status_share_where_groups_are_alike():
    rows = [(place, "2001 - on going", "CS") for place in (*AFRICA[:2], *ASIA[:2])]
    rows += [(place, "2001 - 2004", "CS") for place in (*AFRICA[2:4], *ASIA[2:4])]
    assert told("status_share", rows) is None


def test_a_filter_makes_the_operations_chosen_ones():
    rows = started_in(1990, 2000, 2003, 2003, 2004, 2004)
    expected = "4 of 6 chosen operations started in 2003 and 2004."
    assert told("start_cluster", rows, Selection(region=("Africa",))) == expected


def test_silent_below_the_least_number_of_operations():
    rows = started_in(1990, 2003, 2003, 2003, 2003)
    assert told("start_cluster", rows) == "4 of 5 operations started in 2003."
    assert LEAST_OPERATIONS == 5
    assert find_standouts(select(table_of(rows[1:]), Selection())) == []


def test_silent_where_nothing_is_found():
    assert find_standouts(select(load_built_in(), Selection(search="no such place"))) == []


def test_the_leaflet_in_four_lines():
    assert [finding.text for finding in find_standouts(select(load_built_in(), Selection()))] == [
        "12 of 32 operations started in 2003 and 2004.",
        "4 of 24 operations with IDPs lack the usual partner CS: Armenia, Azerbaijan, Cambodia and Georgia.",
        "Sudan has run for 25+ years, against a median of 4 so far for the 13 operations in Africa.",
        "None of the 5 operations in Western Asia has DDR, which 18 of 32 have.",
    ]


def test_ranked_by_surprise_the_best_of_each_page_first():
    findings = find_standouts(select(load_built_in(), Selection()), most=len(FINDING_KINDS))
    pages = [finding.page for finding in findings]
    first = [finding.score for number, finding in enumerate(findings) if finding.page not in pages[:number]]
    later = [finding.score for number, finding in enumerate(findings) if finding.page in pages[:number]]
    assert [finding.score for finding in findings] == sorted(first, reverse=True) + sorted(later, reverse=True)
    assert len({finding.kind for finding in findings}) == len(findings)
    assert min(first + later) >= LEAST_SURPRISE


def test_the_order_of_rows_changes_nothing():
    rows = load_built_in().operations[["country", "period", "area"]].to_numpy().tolist()
    there, back = (find_standouts(select(table_of(order), Selection()), most=8) for order in (rows, rows[::-1]))
    assert [finding.text for finding in there] == [finding.text for finding in back]


def test_surprise_is_zero_as_expected_and_counts_coins_in_bits():
    assert surprise(5, 10, 0.5) == 0
    assert surprise(10, 10, 0.5) == pytest.approx(10)
    assert surprise(0, 3, 0.5) == pytest.approx(3)
    assert surprise(0, 0, 0.5) == 0
    assert surprise(np.array([0, 4]), 4, np.array([0.0, 1.0])).tolist() == [0, 0]


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, min_size=8, max_size=30), SELECTION)
def test_a_finding_leads_to_as_many_operations_as_it_says(rows, selection):
    table = table_of(rows)
    selected = select(table, selection)
    for finding in find_standouts(selected, most=len(FINDING_KINDS)):
        if finding.selection is not None:
            shown = select(table, finding.selection)
            assert shown.count == finding.count
            assert not (shown.chosen & ~selected.chosen).any()
        if finding.kind not in ("long_operation", "lone_activity"):
            assert str(finding.count) in finding.text


def test_every_finding_of_the_leaflet_leads_on():
    selected = select(load_built_in(), EVERYTHING)
    leads = {finding.kind: finding.selection for finding in find_standouts(selected, most=len(FINDING_KINDS))}
    assert leads == {
        "start_cluster": Selection(years=(2003, 2004), when="started"),
        "lacks_partner": Selection(territory=("ARM", "AZE", "KHM", "GEO")),
        "long_operation": Selection(territory=("SDN",)),
        "regional_activity": Selection(subregion=("Western Asia",)),
        "status_share": Selection(activity=("DDR", "CS"), match="exactly", status=("closed",)),
        "most_change": Selection(years=(2003, 2003), when="started"),
        "lone_activity": Selection(subregion=("South-eastern Asia",), activity=("OCV",)),
        "never_meet": Selection(activity=("OCV", "ND")),
    }


def test_a_finding_that_would_lead_back_to_the_selection_leads_nowhere():
    rows = with_areas("OCV", "OCV", "OCV", "ND", "ND", "ND", "ND")
    finding = found("never_meet", rows, Selection(activity=("OCV", "ND")))
    assert (finding.count, finding.selection) == (7, None)


def test_every_sentence_is_translated(monkeypatch):
    class Bracketed:
        def gettext(self, message):
            return f"«{message}»"

        def ngettext(self, singular, plural, number):
            return f"«{singular if number == 1 else plural}»"

    monkeypatch.setattr(text, "catalogue", lambda code: Bracketed())
    for finding in find_standouts(select(load_built_in(), Selection()), most=len(FINDING_KINDS)):
        assert finding.text.startswith("«") and finding.text.endswith("»")
