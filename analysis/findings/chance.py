"""How likely a count would be by chance, were what it counts dealt out to the operations anew."""

import math

import numpy as np

_TERMS = 200
_log_factorial = np.vectorize(lambda number: math.lgamma(number + 1), otypes=[float])


def chance_of(both: np.ndarray, first: np.ndarray, second: np.ndarray, total: int) -> np.ndarray:
    """The probability of so many in both of two groups of these sizes, or of a number further out on the same side.

    It is the hypergeometric tail (Fisher 1935, Journal of the Royal Statistical Society 98, 39-54), the closed
    formula for shuffling one column of a table against the other. Beyond 200 terms the rest is bounded from above
    by a geometric series.
    """
    both, first, second = (np.asarray(counts, np.int64) for counts in np.broadcast_arrays(both, first, second))
    fewer = both * total < first * second
    # Few of a group with something are many of it without.
    return _upper_tail(np.where(fewer, first - both, both), first, np.where(fewer, total - second, second), total)


def _upper_tail(both: np.ndarray, first: np.ndarray, second: np.ndarray, total: int) -> np.ndarray:
    steps = both[..., None] + np.arange(_TERMS)
    ratios = (first[..., None] - steps) * (second[..., None] - steps)
    ratios = np.maximum(ratios, 0) / ((steps + 1) * (total - first - second)[..., None] + (steps + 1) ** 2)
    terms = np.cumprod(np.concatenate([np.ones((*both.shape, 1)), ratios], axis=-1), axis=-1)
    last = np.minimum(ratios[..., -1], 1 - 1e-9)
    sums = terms[..., :-1].sum(axis=-1) + terms[..., -1] / (1 - last)
    return np.minimum(np.exp(_log_share(both, first, second, total)) * sums, 1.0)


def _log_share(both: np.ndarray, first: np.ndarray, second: np.ndarray, total: int) -> np.ndarray:
    """The logarithm of the probability of just so many in both."""
    return _log_choose(first, both) + _log_choose(total - first, second - both) - _log_choose(np.array(total), second)


def _log_choose(number: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    return _log_factorial(number) - _log_factorial(chosen) - _log_factorial(number - chosen)
