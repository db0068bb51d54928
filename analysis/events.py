"""The dated facts that stand beside the operations."""

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.dates import read_point
from analysis.reference import Reference
from analysis.text import _, language
from analysis.timeline import year_moment


def list_events(reference: Reference) -> pd.DataFrame:
    """moment (in years, the middle of what the date covers), date (as written), iso3, text; in order of time."""
    return _list_events(reference, language())


@lru_cache(maxsize=8)
def _list_events(reference: Reference, _language: str) -> pd.DataFrame:
    events = reference.events
    points = [read_point(text) for text in events["date"]]
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
