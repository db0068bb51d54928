"""The rules of design.md said again, slowly and row by row, against select, its options and its counts."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts import count
from analysis.counts.durations.figures import count_durations_by
from analysis.selection.select import count_options, select
from analysis.selection.selection import FACETS, MATCHES, WHENS, Selection

END = date(2006, 12, 31)
# Printed name: territories, regions, sub-regions, and names in small letters without accents.
COUNTRIES = {
    "Kenya": (["KEN"], ["Africa"], ["Sub-Saharan Africa"], ["kenya"]),
    "Kosovo (FYROM) & Macedonia": (
        ["XKX", "MKD"],
        ["Europe"],
        ["Southern Europe"],
        ["kosovo (fyrom) & macedonia", "kosovo*", "north macedonia"],
    ),
    "East Timor": (["TLS"], ["Asia"], ["South-eastern Asia"], ["east timor", "timor-leste"]),
    "Sudan; Vietnam": (
        ["SDN", "VNM"],
        ["Africa", "Asia"],
        ["Northern Africa", "South-eastern Asia"],
        ["sudan; vietnam", "sudan", "viet nam"],
    ),
    "Ivory Coast": (["CIV"], ["Africa"], ["Sub-Saharan Africa"], ["ivory coast", "cote d'ivoire"]),
    "Utopia": ([], [], [], ["utopia"]),
}
SEARCHES = {
    "": "", "VIET": "viet", "Timor": "timor", "Côte d\u2019": "cote d'", "  kosovo ": "kosovo", "zz": "zz",
}  # fmt: skip
CODES = {
    "region": ["Africa", "Asia", "Europe", "Oceania"],
    "subregion": ["Northern Africa", "South-eastern Asia", "Southern Europe"],
    "territory": ["KEN", "MKD", "XKX", "SDN", "VNM", "BRA"],
    "activity": ["IDPs", "DDR", "CS", "ND"],
    "status": ["ongoing", "closed", "unknown"],
}


@dataclass(frozen=True)
class SlowSpell:
    """First day, last day (None where open) and whether nobody knows the end."""

    first: date
    last: date | None
    unknown: bool = False


@dataclass(frozen=True)
class SlowRow:
    """An operation as it is meant: its country, its spells, its activities and how its period is printed."""

    country: str
    spells: tuple[SlowSpell, ...]
    activities: frozenset[str]
    period: str

    def printed(self) -> tuple[str, str, str]:
        """The row as it stands in a file."""
        return self.country, self.period, ", ".join(sorted(self.activities))


def started(row: SlowRow, as_of: date) -> bool:
    return not row.spells or any(spell.first <= as_of for spell in row.spells)


def seen(row: SlowRow, as_of: date) -> list[SlowSpell]:
    """The spells that have begun by a date; those that run over it are open."""
    begun = [spell for spell in row.spells if spell.first <= as_of]
    return [replace(spell, last=None) if spell.last and spell.last > as_of else spell for spell in begun]


def status(row: SlowRow, as_of: date) -> str:
    spells = seen(row, as_of)
    if any(spell.last is None and not spell.unknown for spell in spells):
        return "ongoing"
    unread = not row.spells
    return "unknown" if unread or any(spell.unknown for spell in spells) else "closed"


def years_active(spell: SlowSpell, as_of: date) -> set[int]:
    if spell.unknown:
        return {spell.first.year}
    return set(range(spell.first.year, (spell.last or as_of).year + 1))


def years_asked(row: SlowRow, when: str, as_of: date) -> set[int]:
    years = set()
    for spell in seen(row, as_of):
        if when == "active":
            years |= years_active(spell, as_of)
        elif when == "started":
            years.add(spell.first.year)
        elif spell.last is not None:
            years.add(spell.last.year)
    return years


def meets(row: SlowRow, selection: Selection) -> bool:
    """Whether a row meets every condition of a selection."""
    as_of = selection.as_of or END
    territories, regions, subregions, names = COUNTRIES[row.country]
    chosen = set(selection.activity)
    matches = {
        "any": bool(chosen & row.activities),
        "all": chosen <= row.activities,
        "none": not chosen & row.activities,
        "exactly": chosen == row.activities,
    }
    search = SEARCHES[selection.search]
    first, last = selection.years or (0, 0)
    return (
        started(row, as_of)
        and (not selection.region or any(region in selection.region for region in regions))
        and (not selection.subregion or any(subregion in selection.subregion for subregion in subregions))
        and (not selection.territory or any(territory in selection.territory for territory in territories))
        and (not chosen or matches[selection.match])
        and (not selection.status or status(row, as_of) in selection.status)
        and (not search or any(search in name for name in names))
        and (selection.years is None or any(first <= year <= last for year in years_asked(row, selection.when, as_of)))
    )


def options_left(rows: list[SlowRow], selection: Selection, facet: str, code: str) -> int:
    """How many operations are left with only this option, or with it added under all, none and exactly."""
    adds = facet == "activity" and selection.match != "any"
    kept = getattr(selection, facet) if adds else ()
    return sum(meets(row, replace(selection, **{facet: (*{*kept, code},)})) for row in rows)


@st.composite
def slow_rows(draw) -> SlowRow:
    """An operation with up to three known spells that never touch, and perhaps one with an unknown end."""
    spells, printed, year = [], [], draw(st.integers(1990, 2006))
    for _number in range(draw(st.integers(0, 3))):
        month, end_month = draw(st.integers(1, 11)), draw(st.integers(1, 11))
        last = year + draw(st.integers(1, 6))
        by_month, is_open = draw(st.booleans()), draw(st.integers(0, 3)) == 0
        # The day before the first of the next month is the last of this one.
        end = date.fromordinal(date(last, end_month + 1, 1).toordinal() - 1) if by_month else date(last, 12, 31)
        spells.append(SlowSpell(date(year, month if by_month else 1, 1), None if is_open else end))
        start = f"{year}-{month:02}" if by_month else f"{year}"
        printed.append(f"{start} - " + ("ongoing" if is_open else f"{last}-{end_month:02}" if by_month else f"{last}"))
        if is_open:
            break
        year = last + draw(st.integers(2, 4))
    if draw(st.integers(0, 4)) == 0:
        unknown = draw(st.integers(1990, 2010))
        spells.append(SlowSpell(date(unknown, 1, 1), None, unknown=True))
        printed.append(f"{unknown} - unknown")
    return SlowRow(
        country=draw(st.sampled_from(list(COUNTRIES))),
        spells=tuple(spells),
        activities=draw(st.frozensets(st.sampled_from(CODES["activity"]))),
        period="; ".join(draw(st.permutations(printed))) or "TBC",
    )


SELECTIONS = st.builds(
    Selection,
    **{facet: st.lists(st.sampled_from(codes), max_size=2, unique=True).map(tuple) for facet, codes in CODES.items()},
    match=st.sampled_from(MATCHES),
    years=st.none() | st.tuples(st.integers(1988, 2010), st.integers(0, 6)).map(lambda y: (y[0], y[0] + y[1])),
    when=st.sampled_from(WHENS),
    search=st.sampled_from([""] * 5 + list(SEARCHES)),
    as_of=st.none() | st.dates(date(1990, 1, 1), END),
)
TABLES = st.lists(slow_rows(), min_size=1, max_size=8)


def few(selection: Selection, kept: list[str]) -> Selection:
    """The selection with only some of its facets, so that not all of them leave nothing."""
    return selection.without(*(facet for facet in (*FACETS, "years", "search") if facet not in kept))


KEPT = st.lists(st.sampled_from([*FACETS, "years", "search"]), max_size=3)


@settings(deadline=None, max_examples=40)
@given(TABLES, SELECTIONS, KEPT)
def test_a_selection_shows_exactly_the_operations_that_meet_all_its_conditions(make_table, rows, selection, kept):
    table, selection = make_table([row.printed() for row in rows]), few(selection, kept)
    selected = select(table, selection)
    assert selected.chosen.tolist() == [meets(row, selection) for row in rows]
    assert selected.total == sum(started(row, selection.as_of or END) for row in rows)


@settings(deadline=None, max_examples=25)
@given(TABLES, SELECTIONS, KEPT)
def test_the_number_beside_an_option_is_what_selecting_it_shows(make_table, rows, selection, kept):
    table, selection = make_table([row.printed() for row in rows]), few(selection, kept)
    options = count_options(select(table, selection))
    for facet, codes in CODES.items():
        assert {code: options[facet][code] for code in codes} == {
            code: options_left(rows, selection, facet, code) for code in codes
        }


@settings(deadline=None, max_examples=25)
@given(TABLES, SELECTIONS, KEPT)
def test_the_counts_are_those_of_the_rows_one_by_one(make_table, rows, selection, kept):
    table, selection = make_table([row.printed() for row in rows]), few(selection, kept)
    selected, as_of = select(table, selection), selection.as_of or END
    chosen = [row for row in rows if meets(row, selection)]
    for facet, place in (("territory", 0), ("region", 1), ("subregion", 2)):
        counted = count.count_facet(selected, facet).set_index(facet)["operations"].to_dict()
        belonging = pd.Series([code for row in chosen for code in COUNTRIES[row.country][place]], dtype=object)
        assert counted == belonging.value_counts().to_dict()
    years = count.count_years(selected).set_index("year")
    for when, counted in years.items():
        assert counted.to_dict() == {
            year: sum(year in years_asked(row, when, as_of) for row in chosen) for year in years.index
        }
    asked = {year for row in chosen for when in WHENS for year in years_asked(row, when, as_of)}
    assert years.index.tolist() == (list(range(min(asked), as_of.year + 1)) if asked else [])


COUNTS = {
    **{facet: partial(count.count_facet, facet=facet) for facet in ("activity", "region", "subregion", "territory")},
    "status": count.count_statuses,
    "year": count.count_years,
    "activity_set": count.count_activity_sets,
    "pair": count.count_activity_pairs,
    "duration_years": lambda selected: count_durations_by(selected).drop(columns="group"),
}


def as_series(counts: pd.DataFrame) -> pd.DataFrame:
    """A count table with its key as the index."""
    keys = [column for column in counts if column in (*COUNTS, "first", "second")]
    return counts.groupby(keys).sum()


@settings(deadline=None, max_examples=15)
@given(TABLES, TABLES, SELECTIONS, KEPT)
def test_counting_parts_and_adding_gives_the_whole(make_table, first, second, selection, kept):
    selection = few(selection, kept)
    whole, *parts = (
        select(make_table([row.printed() for row in rows]), selection) for rows in (first + second, first, second)
    )
    assert whole.count == sum(part.count for part in parts)
    for name, count_table in COUNTS.items():
        added = pd.concat([count_table(part) for part in parts])
        assert as_series(added).astype(int).to_dict() == as_series(count_table(whole)).astype(int).to_dict(), name
    options = [count_options(part) for part in parts]
    for facet, counts in count_options(whole).items():
        assert {code: options[0][facet].get(code, 0) + options[1][facet].get(code, 0) for code in counts} == counts
