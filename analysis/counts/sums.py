"""Sums of a measure in place of counts, exact to the last digit; a blank is no zero."""

from decimal import Decimal, localcontext
from statistics import median
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected
from analysis.table.measures import read_amounts
from analysis.table.memberships import facet_memberships

# So many digits hold every sum of amounts whole; what an operation's groups share is rounded at the last of them.
_DIGITS = 60


class Total(NamedTuple):
    """The sum, mean and median of the amounts there are; how many operations have one, and of how many its text is no
    number."""

    amount: Decimal
    mean: Decimal | None
    median: Decimal | None
    having: int
    unread: int


@otherwise("sums and numbers of the parts are added, the median is one of all amounts")
def sum_measure(selected: Selected, measure: str) -> Total:
    """The sum, mean and median of a measure over the chosen operations."""
    found = read_amounts(selected.snapshot.table, measure)
    amounts = [amount for amount in found.amounts[selected.chosen] if amount is not None]
    with localcontext(prec=_DIGITS):
        whole = sum(amounts, Decimal(0))
        mean, middle = (whole / len(amounts), median(amounts)) if amounts else (None, None)
    return Total(whole, mean, middle, having=len(amounts), unread=int(found.unread[selected.chosen].sum()))


@otherwise("sums of the parts are added by code, then put in order again")
def sum_by(selected: Selected, facet: str, measure: str, shared: bool) -> pd.DataFrame:
    """facet's code, amount (Decimal), operations that have one: the largest first, then in the order of the vocabulary.

    An operation in several groups counts whole in each, or `shared` equally among them.
    """
    memberships, found = (
        facet_memberships(selected.snapshot.table, facet),
        read_amounts(selected.snapshot.table, measure),
    )
    rows = [row for row in np.flatnonzero(selected.chosen).tolist() if found.amounts[row] is not None]
    holders = memberships.holder_of[rows]
    held = [Decimal(0)] * memberships.holder_count
    sizes = np.bincount(memberships.holder, minlength=memberships.holder_count).tolist()
    amounts = [Decimal(0)] * len(memberships.codes)
    with localcontext(prec=_DIGITS):
        for holder, row in zip(holders.tolist(), rows, strict=True):
            held[holder] += found.amounts[row]
        for holder, option in zip(memberships.holder.tolist(), memberships.option.tolist(), strict=True):
            amounts[option] += held[holder] / sizes[holder] if shared else held[holder]
    counts = memberships.weigh_options(np.bincount(holders, minlength=memberships.holder_count))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda option: -amounts[option])
    return pd.DataFrame(
        {
            facet: memberships.codes[order],
            "amount": pd.Series([amounts[option] for option in order], dtype=object),
            "operations": counts[order],
        }
    )
