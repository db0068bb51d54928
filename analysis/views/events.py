"""The dated facts that stand beside the operations."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_facet
from analysis.reading.dates import read_point
from analysis.reading.reference import Reference
from analysis.selection.select import Selected
from analysis.text import _, language
from analysis.views.timeline import year_moment


@otherwise("facts of the source, the same for every part", of_whole=True, from_others=True)
def list_dated_facts(selected: Selected) -> pd.DataFrame:
    """The dated facts that the source of the table tells, as `list_events` has them."""
    return list_events(selected.snapshot.table.reference)


def list_events(reference: Reference) -> pd.DataFrame:
    """moment (in years, the middle of what the date covers), date (as written), iso3, text; in order of time."""
    return _list_events(reference, language())


@cached_on_value
def _list_events(reference: Reference, _language: str) -> pd.DataFrame:
    events = reference.events
    points = [point for text in events["date"] if (point := read_point(text))]
    first = np.array([point.first for point in points], "datetime64[D]")
    last = np.array([point.last for point in points], "datetime64[D]")
    return pd.DataFrame(
        {
            "moment": (year_moment(first) + year_moment(last + 1)) / 2,
            "date": events["date"],
            "iso3": events["iso3"],
            "text": [_("{date}: {text}").format(date=e.date, text=_(e.text)) for e in events.itertuples()],
        }
    ).sort_values("moment", ignore_index=True)


@otherwise("from the territories that occur in any part", from_others=True)
def selected_events(selected: Selected) -> pd.DataFrame:
    """Those of `list_events` that name a territory of the chosen operations, in the chosen years and not after the
    as-of date."""
    events = list_events(selected.snapshot.table.reference)
    territories = set(ask(selected, count_facet, "territory")["territory"])
    named = np.array([not territories.isdisjoint(codes.split(";")) for codes in events["iso3"]], bool)
    first, last = selected.selection.years or (0, selected.snapshot.as_of.year)
    until = min(float(year_moment(np.array([selected.snapshot.as_of]))[0]), last + 1)
    return events[named & (events["moment"] >= first) & (events["moment"] < until)]
