"""What a one-page brief says, whatever the file it is written to."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_facet, count_years
from analysis.counts.durations.survival import Survival
from analysis.counts.key_numbers import find_key_numbers, say_half, show_peak
from analysis.findings import find_standouts
from analysis.findings.headline import say_headline
from analysis.reading.activities import activity_definition
from analysis.selection.select import Selected
from analysis.selection.sentence import selection_sentence
from analysis.text import _, ngettext
from analysis.views.events import selected_events
from analysis.views.map.notes import boundary_note, credit
from analysis.views.palette import OTHER_COLOUR, REGION_COLOURS, activity_colours
from analysis.writing import say_date
from exports.brief.rows import brief_rows
from exports.facts import file_facts
from exports.handover import Handover
from exports.numbers import activity_table, label_activities

_FEW_READINGS = 2
_FEW_OPERATIONS = 18
_MOST_BARS = 6


@dataclass(frozen=True, eq=False)
class Brief:
    """A brief but for its rows: title, as-of line, tiles as (value, label), count tables, notes, origin as (label,
    text), the strongest sentence that is true of it, and what stands out against chance."""

    title: str
    as_of: str
    tiles: list[tuple[str, str]]
    years: pd.DataFrame
    activities: pd.DataFrame
    places: pd.DataFrame
    notes: list[str]
    origin: list[tuple[str, str]]
    headline: str = ""
    standouts: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What heads the brief: what is true of its operations, or what they are."""
        return self.headline or self.title

    @property
    def subject(self) -> str:
        """What stands below: which operations they are, where the message does not say it, and up to when."""
        return _(" · ").join([self.title, self.as_of]) if self.headline else self.as_of


def make_brief(handover: Handover) -> Brief:
    """All that a brief of a view says beside its rows."""
    selected, facts = handover.selected, file_facts(handover)
    # Up to when it speaks stands beside the conditions, whether or not that was chosen.
    undated = replace(selected, selection=replace(selected.selection, as_of=None))
    return Brief(
        selection_sentence(undated),
        _("As of {date} · {table}").format(date=say_date(selected.snapshot.as_of), table=facts["table"]),
        brief_tiles(selected),
        ask(selected, count_years),
        _activities(selected),
        brief_places(selected),
        _notes(facts, selected),
        _origin(facts, mapped=bool(selected.count)),
        _headline(handover),
        tuple(found.text for found in ask(selected, find_standouts)),
    )


def _headline(handover: Handover) -> str:
    """What is true of the operations; of a single one what and when it was."""
    if handover.selected.count != 1:
        return ask(handover.selected, say_headline)
    (row,) = brief_rows(handover, 1)
    return _("{name}: {period}").format(name=row.name, period=row.period) if row.period else ""


def brief_tiles(selected: Selected) -> list[tuple[str, str]]:
    """The key numbers as (value, label), five of them."""
    key = ask(selected, find_key_numbers)
    return [
        (str(key.operations), ngettext("operation", "operations", key.operations)),
        (str(key.territories), _("countries and territories")),
        (str(key.ongoing), _("ongoing at the as-of date")),
        (show_peak(key), _("most active at once")),
        _ended_tile(key.survival),
    ]


def _ended_tile(survival: Survival) -> tuple[str, str]:
    """How many periods have ended, and within how many years half of them do, where so many have."""
    if not survival.spells:
        return "0", _("periods have ended")
    if survival.ended == survival.spells:
        return str(survival.ended), ngettext("period, ended", "periods, all of them ended", survival.spells)
    value = _("{count} of {total}").format(count=survival.ended, total=survival.spells)
    if survival.too_few:
        return value, _("periods have ended")
    if survival.median is None:
        return value, _("periods have ended, fewer than half")
    return value, _("periods have ended, {half}").format(half=say_half(survival))


def brief_places(selected: Selected) -> pd.DataFrame:
    """label, operations, colour: by region, or by sub-region where there is one region only."""
    regions = ask(selected, count_facet, "region")
    counts = regions if len(regions) != 1 else ask(selected, count_facet, "subregion")
    only = regions.iloc[0, 0] if len(regions) == 1 else None
    rows = [
        (_(place), operations, REGION_COLOURS.get(only or place, OTHER_COLOUR))
        for place, operations in counts.itertuples(index=False)
    ]
    return pd.DataFrame(rows, columns=["label", "operations", "colour"]).head(_MOST_BARS)


def _notes(facts: dict[str, Any], selected: Selected) -> list[str]:
    """What a reader has to know: notes on names, dated facts, readings, caveats."""
    readings = facts["readings"]
    if len(readings) > _FEW_READINGS:
        readings = [
            _("{count} values are read otherwise than printed; the Excel file lists them.").format(count=len(readings))
        ]
    return [*facts["notes"], *_events(selected), *readings, *facts["caveats"]]


def _activities(selected: Selected) -> pd.DataFrame:
    """activity (code), label, operations, colour, meaning: the most common first, the rest left to the table."""
    activities = activity_table(selected)
    colours = activity_colours(selected.snapshot.table)
    shown = activities.head(_MOST_BARS)
    codes, reference = shown["activity"].tolist(), selected.snapshot.table.reference
    return shown.drop(columns="name").assign(
        label=label_activities(shown)["activity"],
        colour=[colours[code] for code in codes],
        meaning=[activity_definition(code, reference) for code in codes],
    )


def _events(selected: Selected) -> list[str]:
    """The dated facts of the source on these territories in one sentence, where the rows leave room for it."""
    told = ask(selected, selected_events)["text"].tolist()
    if not told or selected.count > _FEW_OPERATIONS:
        return []
    return [_("Dated facts of the source: {facts}.").format(facts=_("; ").join(told))]


def _origin(facts: dict[str, Any], mapped: bool) -> list[tuple[str, str]]:
    """Source, origin and link of a brief as (label, text), and whose its map is where it has one."""
    made = _("{moment} with version {version} of the dashboard").format(
        moment=facts["made_at"], version=facts["version"] or "–"
    )
    return [
        (_("Source"), "; ".join(facts["sources"])),
        (_("Made at"), made),
        (_("Link to this view"), facts["link"]),
        *([(_("Map"), f"{credit()} {boundary_note()}")] if mapped else []),
    ]
