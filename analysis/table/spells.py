"""Passes over spells that several counts share."""

import numpy as np


def once_a_year(operation: np.ndarray, year: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The operation and year of spells, in order of the operation and of the year, each pair once."""
    # Two of one operation in one year are neighbours.
    first = np.ones(len(year), bool)
    first[1:] = (operation[1:] != operation[:-1]) | (year[1:] != year[:-1])
    return operation[first], year[first]
