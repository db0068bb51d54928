"""The most common codes of a facet, and all others as one."""

import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_facet
from analysis.counts.totals import count_having
from analysis.selection.select import Selected


@otherwise("the first of the counts of the whole, and `count_having` for the rest of them", from_others=True)
def count_most_common(selected: Selected, facet: str, most: int) -> tuple[pd.DataFrame, int]:
    """The first rows of a facet's counts, the most common first, and how many codes are left; for those one last row,
    of no code.

    That row counts the operations that have any of the codes left, each once.
    """
    counts = ask(selected, count_facet, facet)
    left = counts.iloc[most:]
    if len(left) < 2:
        return counts, 0
    row = pd.DataFrame({facet: [""], "operations": [ask(selected, count_having, facet, tuple(left[facet]))]})
    return pd.concat([counts.iloc[:most], row], ignore_index=True), len(left)
