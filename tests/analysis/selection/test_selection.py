"""Selections to links and back, the numbers beside options, and the sentence that says a selection."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.selection.select import count_options, select
from analysis.selection.selection import MATCHES, WHENS, Selection, canonical, from_query, read_years, to_query
from analysis.selection.sentence import selection_sentence
from analysis.table.snapshot import STATUSES
from analysis.table.vocabulary import vocabulary


def test_the_number_beside_an_option_is_what_its_facet_would_show_with_it_alone(built_in):
    options = count_options(select(built_in, Selection(region=("Africa",))))
    assert options["region"] == {"Africa": 13, "Americas": 3, "Asia": 13, "Europe": 3, "Oceania": 0}
    assert options["subregion"]["Southern Asia"] == 0
    assert sum(options["status"].values()) == sum(options["territory"].values()) == 13


@pytest.mark.parametrize(
    ("match", "chosen", "expected"),
    [
        ("any", ("IDPs",), {"IDPs": 24, "DDR": 18, "OCV": 5, "CS": 26, "ND": 3}),
        ("all", ("IDPs",), {"IDPs": 24, "DDR": 11, "OCV": 5, "CS": 20, "ND": 3}),
        ("all", ("IDPs", "CS"), {"IDPs": 20, "DDR": 10, "OCV": 5, "CS": 20, "ND": 3}),
        ("none", ("IDPs",), {"IDPs": 8, "DDR": 1, "OCV": 8, "CS": 2, "ND": 8}),
        ("exactly", ("IDPs",), {"IDPs": 3, "DDR": 1, "OCV": 0, "CS": 7, "ND": 0}),
        ("exactly", ("IDPs", "CS"), {"IDPs": 7, "DDR": 5, "OCV": 1, "CS": 7, "ND": 2}),
        ("all", (), {"IDPs": 24, "DDR": 18, "OCV": 5, "CS": 26, "ND": 3}),
        ("none", (), {"IDPs": 8, "DDR": 14, "OCV": 27, "CS": 6, "ND": 29}),
        ("exactly", (), {"IDPs": 3, "DDR": 2, "OCV": 0, "CS": 1, "ND": 0}),
    ],
)
def test_under_all_none_and_exactly_an_option_is_added_to_the_chosen(built_in, match, chosen, expected):
    selected = select(built_in, Selection(activity=chosen, match=match))
    assert count_options(selected)["activity"] == expected


def test_the_years_filter_never_cuts_spells(choose):
    selected = choose([("Kenya", "1999 - 2001; 2006", "CS")], years=(2000, 2000))
    assert len(selected.spells) == 2
    assert selected.operations["duration_years"].tolist() == [4]


def test_a_filter_on_one_territory_keeps_the_whole_operation(built_in):
    selected = select(built_in, Selection(territory=("MKD",)))
    assert selected.operations["country"].tolist() == ["Kosovo (FYROM) & Macedonia"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("viet nam", "Vietnam"),
        ("VIETNAM", "Vietnam"),
        ("cote d\u2019ivoire", "Ivory Coast"),
        ("CO\u0302TE", "Ivory Coast"),
        ("ivory", "Ivory Coast"),
        ("timor leste", "East Timor"),
        ("timor-leste", "East Timor"),
        ("  east   timor ", "East Timor"),
        ("fyrom", "Kosovo (FYROM) & Macedonia"),
        ("north mac", "Kosovo (FYROM) & Macedonia"),
        ("kosovo*", "Kosovo (FYROM) & Macedonia"),
    ],
)
def test_search_finds_printed_and_current_names_without_case_and_accents(built_in, text, country):
    found = select(built_in, Selection(search=text)).operations["country"].tolist()
    assert found == ([country] if country else [])


def test_a_selection_is_short_stable_codes(built_in):
    selection = Selection(
        region=("Africa",), subregion=("Sub-Saharan Africa",), activity=("CS",), match="all",
        years=(1999, 2006), when="started", search="a&b", as_of=date(2005, 6, 30),
    )  # fmt: skip
    assert to_query(selection) == {
        "region": ["africa"],
        "subregion": ["sub-saharan-africa"],
        "activity": ["CS"],
        "match": ["all"],
        "years": ["1999-2006"],
        "when": ["started"],
        "search": ["a&b"],
        "as_of": ["2005-06-30"],
    }
    assert to_query(Selection(match="none", when="ended")) == {}


def test_values_that_mean_nothing_are_named_and_the_rest_works(built_in):
    query = {
        "region": ["africa", "atlantis"], "years": ["1999-1990"], "when": ["ended"], "as_of": ["2031-01-01"],
        "match": ["most", "all"], "status": ["Closed"],
    }  # fmt: skip
    selection, ignored = from_query(query, built_in)
    assert selection == Selection(region=("Africa",), status=("closed",))
    assert [sentence.split(" means nothing here")[0] for sentence in ignored] == [
        "region=atlantis", "match=most", "years=1999-1990", "as-of=2031-01-01",
    ]  # fmt: skip


def test_codes_that_differ_only_in_case_or_blanks_stay_apart(make_table):
    codes = ["Mine action", "mine-action", "MINE ACTION", "mine  action"]
    table = make_table([("Kenya", "2000", code) for code in codes])
    for code in codes:
        selection = Selection(activity=(code,))
        assert from_query(to_query(selection), table) == (selection, [])
        assert select(table, selection).count == 1


def test_a_search_too_long_for_a_name_is_named_and_ignored(built_in):
    selection, ignored = from_query({"search": ["a" * 201]}, built_in)
    assert selection == Selection()
    assert len(ignored) == 1
    assert from_query({"search": ["a" * 200]}, built_in)[1] == []


def subsets(codes) -> st.SearchStrategy:
    return st.lists(st.sampled_from(list(codes)), max_size=4).map(tuple)


@st.composite
def selections(draw, table) -> Selection:
    """Any selection of a table, in any order and with codes repeated."""
    years = st.tuples(st.integers(1800, 2199), st.integers(1800, 2199)).map(lambda pair: tuple(sorted(pair)))
    return Selection(
        **{facet: draw(subsets(codes)) for facet, codes in vocabulary(table).items()},
        match=draw(st.sampled_from(MATCHES)),
        years=draw(st.none() | years),
        when=draw(st.sampled_from(WHENS)),
        search=draw(st.text(max_size=40) | st.text(" &=?#%+/;\u00e9\u0301\u200b\t\n'\"", max_size=10)),
        as_of=draw(st.none() | st.dates(date(1800, 1, 1), table.as_of)),
    )


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_selection_to_a_query_and_back_is_its_canonical_form(built_in, data):
    selection = data.draw(selections(built_in))
    one_form = canonical(selection, built_in)
    assert from_query(to_query(selection), built_in) == (one_form, [])
    assert canonical(one_form, built_in) == one_form
    assert from_query(to_query(one_form), built_in) == (one_form, [])


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_the_canonical_form_chooses_the_same_operations(built_in, data):
    selection = data.draw(selections(built_in))
    chosen, of_one_form = (select(built_in, form).chosen for form in (selection, canonical(selection, built_in)))
    assert chosen.tolist() == of_one_form.tolist()


@pytest.mark.parametrize("match", ["all", "exactly"])
def test_an_activity_named_twice_is_asked_for_once(choose, match):
    selected = choose([("Kenya", "2000", "CS"), ("Mali", "2000", "DDR")], activity=("CS", "CS"), match=match)
    assert selected.chosen.tolist() == [True, False]
    counts = count_options(selected)["activity"]
    assert (counts["CS"], counts["DDR"]) == (1, 0)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "All 32 operations"),
        (
            {"region": ("Africa",), "activity": ("IDPs", "CS"), "match": "all", "years": (1999, 2006)},
            "9 of 32 operations: in Africa, with Internally Displaced People and Community Stabilization,"
            " active 1999 to 2006",
        ),
        (
            {"activity": ("IDPs", "CS")},
            "30 of 32 operations: with Internally Displaced People or Community Stabilization",
        ),
        ({"activity": ("IDPs", "DDR", "CS"), "match": "none"}, "0 of 32 operations: without IDPs, DDR or CS"),
        (
            {"activity": ("IDPs", "CS"), "match": "exactly"},
            "7 of 32 operations: with exactly Internally Displaced People and Community Stabilization",
        ),
        ({"region": ("Africa", "Asia")}, "26 of 32 operations: in Africa or Asia"),
        ({"territory": ("XKX",)}, "1 of 32 operations: in Kosovo*"),
        ({"years": (2003, 2003), "when": "started"}, "7 of 32 operations: started in 2003"),
        ({"years": (2004, 2005), "when": "ended"}, "5 of 32 operations: ended 2004 to 2005"),
        ({"status": ("closed",)}, "11 of 32 operations: closed"),
        ({"status": STATUSES}, "32 of 32 operations: ongoing, closed or with an unknown end"),
        ({"search": "timor"}, "1 of 32 operations: named like “timor”"),
        ({"as_of": date(1999, 12, 31)}, "11 of 11 operations: as of 1999-12-31"),
    ],
)
def test_a_selection_in_words(built_in, fields, sentence):
    assert selection_sentence(select(built_in, Selection(**fields))) == sentence


def test_one_operation_is_singular(choose):
    assert selection_sentence(choose([("Kenya", "2000", "CS")])) == "1 operation"
    assert (
        selection_sentence(choose([("Kenya", "2000", "CS")], activity=("CS",)))
        == "1 of 1 operation: with Community Stabilization"
    )


def test_the_sentence_counts_what_the_selection_shows(built_in):
    selected = select(built_in, Selection(status=("ongoing",), as_of=date(2005, 6, 30)))
    assert selection_sentence(selected) == "23 of 31 operations: ongoing, as of 2005-06-30"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1999-2006", (1999, 2006)),
        ("1999", (1999, 1999)),
        ("1999-1999", (1999, 1999)),
        ("2006-1999", None),
        ("99", None),
        ("1999-", None),
        ("1800-2199", (1800, 2199)),
        ("1799-2199", None),
        ("1800-2200", None),
    ],
)
def test_years_are_one_or_the_first_and_the_last(text, years):
    assert read_years(text) == years


@pytest.mark.parametrize(("name", "beside", "codes"), [
    ("match", {"activity": ["CS"]}, ["any", "all", "none", "exactly"]),
    ("when", {"years": ["1999"]}, ["active", "started", "ended"]),
])  # fmt: skip
def test_each_way_to_match_is_read_and_no_other(built_in, name, beside, codes):
    for code in codes:
        selection, ignored = from_query({**beside, name: [code]}, built_in)
        assert (getattr(selection, name), ignored) == (code, [])
    assert from_query({**beside, name: ["odd"]}, built_in)[1] == [
        f"{name}=odd means nothing here; allowed: {', '.join(codes)}."
    ]


def test_what_is_meant_anyway_is_left_out_of_the_link():
    assert to_query(Selection(activity=("CS",))) == {"activity": ["CS"]}
    assert to_query(Selection(years=(1999, 2006))) == {"years": ["1999-2006"]}


def test_a_parameter_without_a_text_is_no_condition(built_in):
    query = {"region": [""], "years": [" "], "when": [""], "search": ["  "], "as_of": [""]}
    assert from_query(query, built_in) == (Selection(), [])


@pytest.mark.parametrize(
    ("text", "as_of"),
    [("2006-12-30", date(2006, 12, 30)), ("2006-12-31", None), ("1800-01-01", date(1800, 1, 1))],
)
def test_a_date_up_to_the_tables_own_is_read(built_in, text, as_of):
    assert from_query({"as_of": [text]}, built_in) == (Selection(as_of=as_of), [])


@pytest.mark.parametrize("text", ["2007-01-01", "1799-12-31", "soon"])
def test_a_date_later_or_too_early_is_named(built_in, text):
    assert from_query({"as_of": [text]}, built_in) == (
        Selection(),
        [f"as-of={text} means nothing here; allowed: a date such as 2006-12-31, not later than that."],
    )


def test_an_activity_is_known_by_its_name_in_other_letters(make_table):
    table = make_table([("Kenya", "2000", "Mine action")])
    assert from_query({"activity": ["MINE ACTION"]}, table) == (Selection(activity=("Mine action",)), [])


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("region", "africa, americas, asia, europe, oceania"),
        ("activity", "IDPs, DDR, OCV, CS, ND"),
        ("status", "ongoing, closed, unknown"),
        ("territory", "the ISO3 code of a territory of this table"),
    ],
)
def test_a_value_that_means_nothing_is_told_with_what_is_allowed(built_in, name, allowed):
    value = "z" * 90
    assert from_query({name: [value]}, built_in)[1] == [f"{name}={value[:80]} means nothing here; allowed: {allowed}."]
