"""One territory: its standing in its region, what is like it, and what the filters would leave out."""

from datetime import date

import pytest

from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.views.territory.rank import rank_territories, region_of
from analysis.views.territory.similar import find_similar
from analysis.views.territory.territory import (
    counted_elsewhere,
    covered_territories,
    filter_sentence,
    select_territory,
)

ROWS = [
    ("Kenya", "2000 - 2002", "CS, DDR"),
    ("Kenya", "2002 - 2004", "CS"),
    ("Mali", "2001; 2006", "CS"),
    ("Sudan", "2000 - 2003", "CS, DDR"),
    ("Iraq", "2000 - 2002", "CS, DDR"),
    ("Kosovo (FYROM) & Macedonia", "2006", "CS"),
]


def test_years_active_count_each_calendar_year_once_and_ties_share_a_rank(make_table):
    standing = rank_territories(select(make_table(ROWS), Selection()), "KEN")
    assert standing["territory"].tolist() == ["KEN", "SDN", "MLI"]
    assert standing["operations"].tolist() == [2, 1, 1]
    assert standing["years"].tolist() == [5, 4, 2]
    assert standing["activities"].tolist() == [2, 2, 1]
    assert standing["years_rank"].tolist() == [1, 2, 3]
    assert standing["activities_rank"].tolist() == [1, 1, 3]


def test_an_operation_in_two_territories_stands_in_both(make_table):
    standing = rank_territories(select(make_table(ROWS), Selection()), "XKX")
    assert standing["territory"].tolist() == ["XKX", "MKD"]
    assert standing["years_rank"].tolist() == [1, 1]


def test_an_operation_across_regions_is_ranked_in_the_one_asked_for(make_table):
    table = make_table([("Kenya; Iraq", "2000", "CS"), ("Mali", "2000", "CS")])
    selected = select(table, Selection())
    assert set(rank_territories(selected, "KEN")["territory"]) <= {"KEN", "MLI"}


def test_a_region_without_operations_and_no_region_have_no_standing(make_table):
    selected = select(make_table(ROWS), Selection())
    assert rank_territories(selected, "FJI").empty
    assert region_of(selected, "ATA") is None
    assert rank_territories(selected, "ATA").empty


def test_timor_leste_in_asia(built_in):
    standing = rank_territories(select(built_in, Selection()), "TLS").set_index("territory")
    assert len(standing) == 13
    assert standing.loc["TLS", ["years", "years_rank", "activities", "activities_rank"]].tolist() == [4, 6, 4, 1]


def test_the_most_like_comes_first_with_what_is_in_common(make_table):
    own = select_territory(make_table(ROWS[:1] + ROWS[2:]), "KEN", None)
    similar = find_similar(own, most=3)
    assert own.snapshot.operations["country"].iloc[similar["operation"]].tolist() == ["Sudan", "Iraq", "Mali"]
    assert similar["activities"].tolist() == [1, 1, 0.5]
    assert similar["place"].tolist() == [0.5, 0, 1]
    assert similar["shared_activities"].tolist() == [("DDR", "CS"), ("DDR", "CS"), ("CS",)]
    assert similar["shared_years"].tolist() == [3, 3, 1]
    assert similar["years_either"].tolist() == [4, 3, 4]
    assert similar["score"].tolist() == pytest.approx([2.25, 2.0, 1.75])


def test_a_territory_is_never_like_itself_and_one_without_operations_like_nothing(make_table):
    table = make_table(ROWS)
    assert not set(find_similar(select_territory(table, "KEN", None), most=9)["operation"]) & {0, 1}
    assert find_similar(select_territory(table, "FJI", None)).empty
    assert find_similar(select_territory(make_table(ROWS[:1]), "KEN", None)).empty


def test_the_page_of_a_territory_stands_as_of_the_date_in_force(built_in):
    assert select_territory(built_in, "TLS", date(1998, 12, 31)).count == 0
    assert select_territory(built_in, "TLS", date(2006, 12, 31)).selection.as_of is None


def test_the_filters_that_leave_a_territory_out_are_named(make_table):
    table = make_table(ROWS)
    own = select_territory(table, "KEN", None)
    assert filter_sentence(own, select(table, Selection())) == ""
    assert filter_sentence(own, select(table, Selection(region=("Asia",)))) == (
        "The filters leave out its 2 operations; this page shows them all the same."
    )
    assert filter_sentence(own, select(table, Selection(activity=("DDR",)))) == (
        "The filters leave 1 of its 2 operations; this page shows them all."
    )


def test_what_a_territory_shares_and_has(make_table):
    table = make_table(ROWS)
    assert covered_territories(select_territory(table, "MKD", None)) == ["MKD", "XKX"]
    assert covered_territories(select_territory(table, "KEN", None)) == ["KEN"]


def test_south_sudan_leads_to_sudan(built_in):
    assert select_territory(built_in, "SSD", None).count == 0
    assert counted_elsewhere("SSD", load_reference()) == ["SDN"]
    assert counted_elsewhere("TLS", load_reference()) == []
