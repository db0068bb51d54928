"""Printed rows to a Table: each different text is read once and its meaning spread over the rows."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.errors import InputError
from analysis.reading.activities import ActivityReading, read_activities
from analysis.reading.countries import CountryReading, name_book
from analysis.reading.periods import MERGED, PeriodReading, read_period, split_pieces
from analysis.reading.reference import Reference, territory_names
from analysis.table.table import Table
from analysis.text import N_, _, in_language

SPELL_COLUMNS = ["start", "end", "start_precision", "end_precision"]


class Readers(NamedTuple):
    """What reads a printed country and a printed list of activities."""

    country: Callable[[str], CountryReading]
    activities: Callable[[str], ActivityReading]


class Spans(NamedTuple):
    """What columns of starts and ends gave: spells (operation and SPELL_COLUMNS, in order of operation),
    whether each row's were read whole, and readings and problems shaped like those of a Table."""

    spells: pd.DataFrame
    read: np.ndarray
    readings: pd.DataFrame
    problems: pd.DataFrame


def build_table(
    rows: pd.DataFrame,
    reference: Reference,
    as_of: date | None = None,
    title: str = "",
    file: str = "",
    content_hash: str = "",
    readers: Readers | None = None,
    spans: Spans | None = None,
) -> Table:
    """The table read from printed rows: line, country, period, area and further columns, all text.

    A table without a column of countries or activities has none, which is no problem of any row. With `spans`
    the periods are those, and `period` is only shown. Without an as-of date the table speaks up to the last
    day that its periods name; InputError where they name none.
    """
    readers = readers or Readers(name_book(reference).read_country, partial(read_activities, reference=reference))
    place_of, places = _different(rows, "country")
    area_of, area_texts = _different(rows, "area")
    countries = [readers.country(place) for place in places]
    areas = [readers.activities(text) for text in area_texts]
    country_findings = _country_findings(places, countries, reference) if "country" in rows else [((), ())]
    area_findings = [(a.readings, a.problems) for a in areas] if "area" in rows else [((), ())]
    findings = [("country", place_of, country_findings), ("area", area_of, area_findings)]
    lines = rows["line"].to_numpy()
    spans = spans or read_periods(rows, reference)
    set_of_area, sets = pd.factorize(np.array([";".join(sorted(a.codes)) for a in areas], object))
    shown = {name: "" for name in ("country", "period", "area") if name not in rows}
    return Table(
        operations=rows.reset_index(drop=True).assign(**shown, place=place_of, activity_set=set_of_area[area_of]),
        spells=spans.spells,
        places=places,
        place_territories=_pairs("place", "iso3", [country.iso3 for country in countries]),
        set_activities=_pairs("activity_set", "activity", [tuple(s.split(";")) if s else () for s in sets]),
        set_count=len(sets),
        period_read=spans.read,
        readings=by_line(spans.readings, _at_lines(lines, findings, 0, ["printed", "read", "why"])),
        problems=by_line(spans.problems, _at_lines(lines, findings, 1, ["value", "problem"])),
        reference=reference,
        as_of=as_of or last_day(spans.spells),
        title=title,
        file=file,
        content_hash=content_hash,
    )


def _different(rows: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    """The number of each row's text, and the different texts."""
    if column not in rows:
        return np.zeros(len(rows), np.int64), np.array([""], object)
    numbers, texts = pd.factorize(rows[column])
    return numbers, np.asarray(texts, object)


def read_periods(rows: pd.DataFrame, reference: Reference, off: frozenset[tuple[str, str]] = frozenset()) -> Spans:
    """The spells that a column `period` of rows names, with readings and problems of it; `off` as in read_corrected."""
    period_of, texts = _different(rows, "period")
    periods = [read_corrected(text, reference, off) for text in texts]
    spells = _spread_rows(period_of, [p.spells for p in periods], SPELL_COLUMNS, "operation")
    spells["start"] = spells["start"].astype("datetime64[s]")
    spells["end"] = spells["end"].astype("datetime64[s]")
    findings = [("period", period_of, [(p.readings, p.problems) for p in periods])]
    lines = rows["line"].to_numpy()
    return Spans(
        spells,
        np.array([not period.problems for period in periods], bool)[period_of],
        _at_lines(lines, findings, 0, ["printed", "read", "why"]),
        _at_lines(lines, findings, 1, ["value", "problem"]),
    )


def spread(value_of: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For rows that hold value v with `lengths[v]` items each: the row and the item of every pair, in row order."""
    counts = lengths[value_of]
    row = np.repeat(np.arange(len(value_of)), counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    first_item = np.cumsum(lengths) - lengths
    return row, first_item[value_of][row] + within


def _spread_rows(value_of: np.ndarray, items: list[tuple], columns: list[str], row_name: str) -> pd.DataFrame:
    lengths = np.array([len(of_value) for of_value in items], int)
    row, item = spread(value_of, lengths)
    flat = pd.DataFrame([i for of_value in items for i in of_value], columns=columns)
    return flat.take(item).reset_index(drop=True).assign(**{row_name: row})[[row_name, *columns]]


def _at_lines(lines: np.ndarray, findings: list, kind: int, columns: list[str]) -> pd.DataFrame:
    parts = []
    for column, value_of, found in findings:
        part = _spread_rows(value_of, [of_value[kind] for of_value in found], columns, "row")
        parts.append(part.assign(line=lines[part["row"]], column=column)[["line", "column", *columns]])
    return pd.concat(parts, ignore_index=True)


def by_line(*parts: pd.DataFrame) -> pd.DataFrame:
    """Findings in order of line; of one line the country first, then the dates, then the activities."""
    filled = [part for part in parts if len(part)] or [parts[0]]
    return pd.concat(filled).sort_values(["line", "column"], kind="stable", key=_rank, ignore_index=True)


def _rank(values: pd.Series) -> pd.Series:
    return values if values.name == "line" else values.map({"country": 0, "area": 2}).fillna(1)


def _pairs(key: str, value: str, items: list[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            key: np.repeat(np.arange(len(items)), [len(of_key) for of_key in items]),
            value: np.array([item for of_key in items for item in of_key], object),
        }
    )


def read_corrected(text: str, reference: Reference, off: frozenset[tuple[str, str]] = frozenset()) -> PeriodReading:
    """The period read after the corrections that its whole text or one of its pieces calls for.

    off: corrections and readings as (printed, why) that are switched off.
    """
    applied = []
    for printed, read, why in _period_corrections(reference):
        # A look at the text alone spares nearly all texts from being parted.
        if printed in text and printed in (pieces := split_pieces(text)) and (printed, why) not in off:
            text = "; ".join(read if piece == printed else piece for piece in pieces)
            applied.append((printed, read, why))
    if any(why == MERGED for _printed, why in off):
        # The text may be another one by now, where a correction is switched off as well.
        off |= {(text.strip(), MERGED)}
    period = read_period(text, off)
    return period._replace(readings=(*applied, *period.readings))


@cached_on_value
def _period_corrections(reference: Reference) -> list[tuple[str, str, str]]:
    rows = reference.corrections[reference.corrections["column"] == "period"]
    return list(rows[["printed", "read", "why"]].itertuples(index=False, name=None))


def _country_findings(places, countries: list[CountryReading], reference: Reference) -> list[tuple]:
    with in_language("en"):
        names = territory_names(reference)
    findings = []
    for printed, country in zip(places, countries, strict=True):
        read = "; ".join(names[code] for code in country.iso3)
        changed = country.iso3 and read.replace("*", "") != printed
        problems = [(part, N_("is not a country or territory that is known")) for part in country.unknown]
        if not printed.strip():
            problems = [(printed, N_("no country is given"))]
        findings.append((((printed, read, country.why),) if changed else (), problems))
    return findings


def last_day(spells: pd.DataFrame) -> date:
    """The last day that spells name; InputError where there is none."""
    # A start without an end covers the whole of its year or month too, so the table speaks up to its end.
    start, precision = spells["start"], spells["start_precision"]
    open_end = start.mask(precision == "year", start + pd.offsets.YearEnd(0))
    open_end = open_end.mask(precision == "month", start + pd.offsets.MonthEnd(0))
    last = spells["end"].fillna(open_end).max()
    if pd.isna(last):
        raise InputError(_("No row has a period that can be read, so the table speaks up to no date."))
    return last.date()
