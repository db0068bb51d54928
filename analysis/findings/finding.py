"""One thing that stands out, and the rule that all kinds are ranked by."""

from dataclasses import dataclass

import numpy as np

from analysis.selection.selection import Selection


@dataclass(frozen=True)
class Finding:
    """A sentence that stands out in a selection, and where it leads.

    kind: a stable code.  text: the sentence, in the language in force when it was found.
    score: `surprise`, in bits.  count: the number of operations that `selection` shows.
    selection: the selection it leads on to; None where no selection shows just these operations.
    page: the code of the page that shows more of it.
    """

    kind: str
    text: str
    score: float
    count: int
    selection: Selection | None
    page: str


def surprise(count, of, share):
    """How far `count` of `of` lies from the expected share, in bits: 0 as expected, 10 as rare as 1 in 1024.

    It is Chernoff's bound on the probability of a count so far out (Annals of Mathematical Statistics 23, 1952),
    as its negative logarithm to base 2; numbers or arrays; 0 where `of` is 0.
    """
    count, of, share = np.broadcast_arrays(*(np.asarray(value, float) for value in (count, of, share)))
    bits = _bits(count, of, share) + _bits(of - count, of, 1 - share)
    return np.maximum(bits, 0.0)


def _bits(count: np.ndarray, of: np.ndarray, share: np.ndarray) -> np.ndarray:
    counted = (count > 0) & (share > 0)
    ratio = np.divide(count, of * share, out=np.ones(count.shape), where=counted)
    return count * np.log2(ratio)


def best(scores: np.ndarray, allowed: np.ndarray) -> tuple[int, ...] | None:
    """The index of the highest of the allowed scores, the first of equals; None where none is allowed."""
    if not allowed.any():
        return None
    position = np.where(allowed, np.round(scores, 9), -1.0).argmax()
    return tuple(int(number) for number in np.unravel_index(position, scores.shape))
