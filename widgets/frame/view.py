"""The view in force: reading it, changing it, going elsewhere. `link` keeps the address in step."""

import json
from dataclasses import replace
from typing import TypeVar

from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical, from_query, to_query
from analysis.selection.settings import PAGE_SETTINGS, Settings
from analysis.table.table import Table
from analysis.table.vocabulary import year_span
from analysis.view import View
from widgets.filters.changes import apply_change, drop_outside
from widgets.frame.session import held, hold
from widgets.frame.tables import current_table

SettingsKind = TypeVar("SettingsKind", bound=Settings)


def current_view() -> View:
    """The view in force."""
    return held("view")


def change_view(**changes) -> None:
    """Change fields of the view in force; what the link says from before the change counts for nothing."""
    hold("view", replace(current_view(), **changes))
    hold("link", replace(held("link"), changed=True))


def current_selection() -> Selection:
    """The selection in force."""
    return current_view().selection


def change_selection(selection: Selection) -> None:
    """Put another selection in force; what a link said wrong is no longer worth saying."""
    change_view(selection=selection)
    hold("ignored", [])


def toggle_choice(facet: str, code: str) -> None:
    """Take an option of a facet into the selection in force, or let it go where it is chosen."""
    selection, table = current_selection(), current_table()
    chosen = selection.chosen(facet)
    codes = [each for each in chosen if each != code] if code in chosen else [*chosen, code]
    changed, dropped = drop_outside(canonical(apply_change(selection, facet, codes), table), table)
    hold("dropped", dropped)
    change_selection(changed)


def toggle_activities(codes: str, match: str) -> None:
    """Ask for these activities, named as JSON, together or as exactly these; let them go where they are asked for."""
    selection, table = current_selection(), current_table()
    asked = canonical(replace(selection, activity=tuple(json.loads(codes)), match=match), table)
    change_selection(selection.without("activity", "match") if selection == asked else asked)


def toggle_year(year: str) -> None:
    """Ask for the operations of one year, or of all where it is the one that is asked for."""
    if year.isdecimal():
        selection, years = current_selection(), (int(year), int(year))
        asked = replace(selection, years=None if selection.years == years else years)
        change_selection(canonical(asked, current_table()))


def choose_years(years: object) -> None:
    """Ask for the operations of the years drawn over, [first, last]; of all years where none are; else nothing."""
    first, last = year_span(current_table())
    if years == []:
        changed = replace(current_selection(), years=None)
    elif isinstance(years, list) and len(years) == 2 and all(isinstance(year, int) for year in years):
        low, high = (min(max(year, first), last) for year in sorted(years))
        changed = replace(current_selection(), years=(low, high) if (low, high) != (first, last) else None)
    else:
        return
    change_selection(canonical(changed, current_table()))


def change_second(selection: Selection) -> None:
    """Change the selection that the page that is open sets beside the one in force."""
    change_view(second=selection)
    hold("ignored", [])


def change_off(codes: tuple[str, ...]) -> None:
    """Let these readings, and no others, be switched off on every page."""
    change_view(off=codes)
    # An activity may be known by one of its names alone while a reading is off, and by another while it is on.
    selection, ignored = from_query(to_query(current_selection()), current_table())
    change_view(selection=selection)
    hold("ignored", ignored)


def current_settings(kind: type[SettingsKind]) -> SettingsKind:
    """The settings of the page that is open, which are of this kind."""
    settings = current_view().settings
    return settings if isinstance(settings, kind) else kind()


def change_settings(**changes: str) -> None:
    """Change settings of the page that is open."""
    change_view(settings=replace(current_view().settings, **changes))


def remembered_settings(page: str) -> Settings:
    """The settings that another page had when it was left, or will have when it is opened."""
    return held("settings", {}).get(page) or PAGE_SETTINGS[page]()


def remember_settings(page: str, settings: Settings) -> None:
    """Let a page have these settings when it is opened."""
    hold("settings", held("settings", {}) | {page: settings})


def select_current(table: Table) -> Selected:
    """The operations that the selection in force leaves; the last one is kept, since every widget asks for it."""
    return _select_kept("selected", table, current_selection())


def select_second(table: Table) -> Selected:
    """The operations that the second selection of the page leaves; the last one is kept."""
    return _select_kept("selected-second", table, current_view().second)


def _select_kept(slot: str, table: Table, selection: Selection) -> Selected:
    key = (table.content_hash, selection)
    last = held(slot)
    if last is None or last[0] != key:
        last = (key, select(table, selection))
        hold(slot, last)
    return last[1]


def open_operation(line: str) -> None:
    """Show the operation on this line of the source in a dialog."""
    hold("details", ("operation", line))


def open_territory_beside(iso3: str) -> None:
    """Show the operations of this territory in a dialog."""
    hold("details", ("territory", iso3))


def list_operation(line: str) -> None:
    """Go to the operation on this line of the source, on the page of operations."""
    _open_with("operations", row=line)


def only_territory(iso3: str) -> None:
    """Ask for the operations of this territory alone."""
    selection = replace(current_selection(), territory=(iso3,))
    change_selection(canonical(selection, current_table()))


def open_territory(iso3: str) -> None:
    """Go to the page of this territory."""
    _open_with("country", iso3=iso3)


def _open_with(page: str, **changes: str) -> None:
    if page == current_view().page:
        change_settings(**changes)
        return
    remember_settings(page, replace(remembered_settings(page), **changes))
    go_to(page)


def go_to(page: str) -> None:
    """Open another page at the next run, with the view as it is."""
    if page != current_view().page:
        hold("go_to", page)
