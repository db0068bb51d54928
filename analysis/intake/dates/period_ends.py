"""What a column of statuses says of the ends of a column of periods."""

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Sheet
from analysis.intake.dates.spans import CANCELLED_END, CLOSED_END
from analysis.reading.periods import DASH, SINCE
from analysis.reading.problems import UNKNOWN_STATUS
from analysis.table.build import Spans, by_line


def settle_ends(spans: Spans, sheet: Sheet, column: str, status: np.ndarray) -> Spans:
    """The spells of periods whose ends stand open: unknown where the status in `column` says that it is over.

    What a period says in words, such as ongoing, stands against any status.
    """
    printed = sheet.cells[column]
    bare = spans.readings[spans.readings["why"].isin((DASH, SINCE))]
    spells = spans.spells
    left_open = np.unique(spells["operation"][spells["end_precision"] == "ongoing"])
    left_open = left_open[np.isin(sheet.lines[left_open], bare["line"])]
    over = left_open[np.isin(status[left_open], ("closed", "cancelled"))]
    unknown = spells["operation"].isin(over) & (spells["end_precision"] == "ongoing")
    strange = np.flatnonzero((status == "") & (printed.str.strip() != "").to_numpy())
    readings = pd.DataFrame(
        {
            "line": sheet.lines[over],
            "column": column,
            "printed": printed.iloc[over].to_numpy(object),
            "read": "unknown",
            "why": np.where(status[over] == "closed", CLOSED_END, CANCELLED_END),
        }
    )
    problems = pd.DataFrame(
        {
            "line": sheet.lines[strange],
            "column": column,
            "value": printed.iloc[strange].to_numpy(object),
            "problem": UNKNOWN_STATUS,
        }
    )
    return spans._replace(
        spells=spells.assign(end_precision=spells["end_precision"].mask(unknown, "unknown")),
        readings=by_line(spans.readings, readings),
        problems=by_line(spans.problems, problems),
    )
