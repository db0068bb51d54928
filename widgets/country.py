"""The parts of a territory's page."""

import streamlit as st

from analysis.activities import activity_definition, activity_names
from analysis.country import (
    count_own_activities,
    counted_elsewhere,
    covered_territories,
    filter_sentence,
    own_numbers,
    select_territory,
    territories_with_operations,
)
from analysis.dates import fold
from analysis.events import list_events
from analysis.reference import territory_names, territory_notes
from analysis.rows import operation_rows, show_status, show_years
from analysis.select import Selected
from analysis.sentence import all_of
from analysis.similar import find_similar
from analysis.standing import count_standing, region_of
from analysis.text import _, ngettext
from analysis.timeline import lay_out_timeline
from analysis.vocabulary import year_span
from charts.chart import Chart
from charts.standing import standing_chart
from charts.timeline import operation_timeline
from widgets.cache import Kept, view_key
from widgets.escape import escape_html
from widgets.figure import show_chart
from widgets.leads import show_leads
from widgets.page import selection_notes, show_top
from widgets.settings import show_settings
from widgets.view import get_setting, open_country, open_row, set_setting

MOST_OPERATIONS = 20
_kept = Kept(512)
_STYLE = """<style>.facts{line-height:1.45;overflow-wrap:anywhere}
.facts h3{font-size:1.05rem;font-weight:600;margin:.2rem 0 .3rem;padding:0}
.facts ul{margin:0 0 .6rem;padding-left:1.1rem}.facts p{margin:0 0 .6rem}</style>"""


def choose_territory(selected: Selected) -> str:
    """Show the chooser of all territories; the code of the one chosen, nothing where none is."""
    names = territory_names(selected.snapshot.table.reference)
    codes = _kept.get(view_key(selected, "codes"), lambda: sorted(names.index, key=lambda code: fold(names[code])))
    asked = get_setting("iso3").upper()
    known = asked if asked in names.index else ""
    if known and known != get_setting("iso3"):
        set_setting("iso3", known)
    options = {code: names[code] for code in codes}
    show_settings([("iso3", _("Country or territory"), options if known else {"": _("choose one")} | options)])
    if asked and not known:
        st.warning(_("{code} is the code of no territory.").format(code=asked))
    return known


def show_all_territories(selected: Selected) -> None:
    """Show the territories with an operation, each leading to its page."""
    show_territories("territories", _("With an operation"), selected, territories_with_operations(selected))


def show_territory(iso3: str, selected: Selected) -> Selected:
    """Show what a territory's page speaks of, and its notes; its operations."""
    table = selected.snapshot.table
    own = _kept.get(view_key(selected, iso3, "own"), lambda: select_territory(table, iso3, selected.selection.as_of))
    place = table.reference.territories.loc[iso3]
    counted = (
        _("{name}: {count} of {total} operations").format(
            name=territory_names(table.reference)[iso3], count=own.count, total=own.total
        )
        if own.count
        else _("{name}: no operation").format(name=territory_names(table.reference)[iso3])
    )
    where = ", ".join(_(name) for name in (place["subregion"], place["region"]) if name)
    sentence = filter_sentence(own, selected)
    notes = [part for part in [where, *selection_notes(own), sentence, *_place_notes(own)] if part]
    show_top(own, counted, notes)
    return own


def show_elsewhere(iso3: str, own: Selected) -> None:
    """Where a territory has no operation of its own, lead to where its operations are counted."""
    codes = counted_elsewhere(iso3, own.snapshot.table.reference)
    show_territories("elsewhere", _("See also"), own, codes)


def show_own_timeline(own: Selected) -> None:
    """Show the operations and spells on a small timeline; a click opens the operation."""
    show_chart("country-timeline", own, _own_timeline, on_click=open_row)


def show_facts(own: Selected) -> None:
    """Show the activities with definitions, and what the source printed and how it was read."""
    html = _kept.get(view_key(own, "facts"), lambda: _activity_html(own) + _printed_html(own))
    st.html(f"{_STYLE}<div class='facts'>{html}</div>")


def show_standing(iso3: str, own: Selected) -> None:
    """Show where the territory stands among those of its region."""
    region = region_of(own.snapshot, iso3)
    if region is not None and region.count:
        show_chart("country-standing", region, standing_chart, iso3, on_click=open_country)


def show_similar(own: Selected) -> None:
    """Show the operations most like those of the territory, with the reason."""
    found = _kept.get(view_key(own, "similar"), lambda: _similar_leads(own))
    if not found:
        return

    def choose(place: int) -> None:
        row, _lead = found[place]
        open_country(row.territories.split(", ")[0]) if row.territories else open_row(str(row.line))

    show_leads("similar", _("Operations most like it"), [lead for _row, lead in found], choose)
    st.caption(
        _(
            "Most like: the share of activities in common, plus the share of active years in common, plus 1 for the"
            " same"
            " sub-region or ½ for the same region; so 3 at most."
        )
    )


def show_neighbours(iso3: str, own: Selected) -> None:
    """Show the other territories of the region that have an operation, those of the sub-region first."""
    counts = _kept.get(view_key(own, iso3, "standing"), lambda: count_standing(own.snapshot, iso3))
    near = counts["subregion"] == own.snapshot.table.reference.territories["subregion"][iso3]
    others = counts[counts["territory"] != iso3]
    for key, title, codes in (
        ("near", _("In the same sub-region"), others.loc[near, "territory"].tolist()),
        ("region", _("Elsewhere in the region"), others.loc[~near, "territory"].tolist()),
    ):
        show_territories(f"neighbours-{key}", title, own, codes)


def show_territories(key: str, title: str, selected: Selected, codes: list[str]) -> None:
    """Show buttons that lead to these territories' pages, in order of name."""
    names = territory_names(selected.snapshot.table.reference)
    ordered = sorted(codes, key=lambda code: fold(names[code]))
    if ordered:
        leads = [(names[code], "") for code in ordered]
        show_leads(key, title, leads, lambda place: open_country(ordered[place]), in_row=True)


def _place_notes(own: Selected) -> list[str]:
    reference = own.snapshot.table.reference
    covered = covered_territories(own)
    also = covered[1:]
    names = territory_names(reference)
    together = (
        [_("Counted as one operation together with {names}.").format(names=all_of([names[code] for code in also]))]
        if also and own.count == 1
        else []
    )
    return [*together, *territory_notes(reference, covered)]


def _own_timeline(own: Selected) -> Chart:
    timeline = lay_out_timeline(own, "start", "none", most=MOST_OPERATIONS)
    first, last = year_span(own.snapshot.table)
    span = (first - 0.5, last + 1 + max(0.8, (last - first) * 0.04))
    events = list_events(own.snapshot.table.reference)
    about = events["iso3"].map(lambda codes: bool(set(codes.split(";")) & set(own.selection.territory))).astype(bool)
    lines, bars = timeline.lines, timeline.bars
    titles = {
        "name": _("Country or territory"),
        "period": _("Printed period"),
        "period_read": _("Period as read"),
        "source_line": _("Line"),
    }
    return Chart(
        operation_timeline(timeline, "status", span, events[about & events["moment"].between(*span)]),
        _timeline_sentence(own, len(bars)),
        lines[list(titles)].rename(columns=titles),
        clickable=True,
    )


def _timeline_sentence(own: Selected, bars: int) -> str:
    rows = operation_rows(own.snapshot, own_numbers(own, 1))
    if own.count == 1 and len(rows):
        row = rows.iloc[0]
        spells = ngettext("{count} spell", "{count} spells", bars).format(count=bars)
        return _("{period}: {status}, {years} years in {spells}.").format(
            period=row["period_read"], status=show_status(row["status"]),
            years=show_years(row["duration_years"], row["status"]), spells=spells,
        )  # fmt: skip
    ongoing = int((own.operations["status"] == "ongoing").sum())
    return _("{ongoing} of {count} operations are ongoing as of {date}.").format(
        ongoing=ongoing, count=own.count, date=own.snapshot.as_of.isoformat()
    )


def _activity_html(own: Selected) -> str:
    reference = own.snapshot.table.reference
    counts = count_own_activities(own)
    names = activity_names(counts, reference)
    items = []
    for code, count in counts.items():
        times = "" if own.count == 1 else " " + _("({count} of {total})").format(count=count, total=own.count)
        name = "" if names[code] == code else f" {names[code]}"
        definition = activity_definition(code, reference)
        items.append(
            f"<li><b>{escape_html(code)}</b>{escape_html(name + times)}"
            f"{escape_html(': ' + definition if definition else '')}</li>"
        )
    heading, none = escape_html(_("Activities")), escape_html(_("none given"))
    return f"<h3>{heading}</h3><ul>{''.join(items) or none}</ul>"


def _printed_html(own: Selected) -> str:
    table = own.snapshot.table
    shown = table.operations.iloc[own_numbers(own, MOST_OPERATIONS)]
    items = []
    for row in shown.itertuples():
        text = _("line {line}: country “{country}”, period “{period}”, area “{area}”").format(
            line=row.line, country=row.country, period=row.period, area=row.area
        )
        readings = "".join(f"<li>{escape_html(says)}</li>" for says in _read_sentences(own, row.line))
        items.append(f"<li>{escape_html(text)}<ul>{readings}</ul></li>")
    more = own.count - len(shown)
    rest = (
        ngettext("{count} more is not listed.", "{count} more are not listed.", more).format(count=more) if more else ""
    )
    heading = escape_html(_("As printed, and how it was read"))
    return f"<h3>{heading}</h3><ul>{''.join(items)}</ul><p>{escape_html(rest)}</p>"


def _read_sentences(own: Selected, line: int) -> list[str]:
    table = own.snapshot.table
    readings = [
        _("{column}: “{printed}” is read as “{read}”: {why}.").format(
            column=reading.column, printed=reading.printed, read=reading.read, why=_(reading.why)
        )
        for reading in table.readings[table.readings["line"] == line].itertuples()
    ]
    problems = [
        _("{column}: “{value}” {problem}.").format(
            column=problem.column, value=problem.value, problem=_(problem.problem)
        )
        for problem in table.problems[table.problems["line"] == line].itertuples()
    ]
    return [*readings, *problems] or [_("read as it stands")]


def _similar_leads(own: Selected) -> list[tuple]:
    """For each of the operations most like these its row, and its name with the reason."""
    similar = find_similar(own)
    rows = operation_rows(own.snapshot, similar["operation"].to_numpy(int))
    return [
        (row, (row.name, _reason(found))) for found, row in zip(similar.itertuples(), rows.itertuples(), strict=True)
    ]


def _reason(found) -> str:
    """Why an operation is like these, in words."""
    if found.activities == 1:
        activities = _("the same activities ({codes})").format(codes=", ".join(found.shared_activities))
    elif found.shared_activities:
        activities = _("{codes} in common").format(codes=", ".join(found.shared_activities))
    else:
        activities = _("no activity in common")
    place = {1.0: _("same sub-region"), 0.5: _("same region")}.get(found.place, _("another region"))
    years = ngettext(
        "{shared} of {either} active year in common", "{shared} of {either} active years in common", found.years_either
    ).format(shared=found.shared_years, either=found.years_either)
    return _("{score} of 3: {reasons}").format(
        score=f"{found.score:.2f}", reasons=_("; ").join([activities, place, years])
    )
