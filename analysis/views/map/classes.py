"""Classes of a measure on the map: few, whole numbers, limits that are easy to read."""

from itertools import chain, count, pairwise

import numpy as np
import pandas as pd

from analysis.writing import say_count

MOST_CLASSES = 5
# How many times the smallest value the largest must be for classes that grow.
_SKEWED = 20
_PARTED = 10_000
Classes = tuple[tuple[int, int], ...]


def measure_classes(values: pd.Series, measure: str) -> Classes:
    """At most five classes (first, last) that hold all the values; each value its own where they are few."""
    numbers = np.unique(pd.Series(values).dropna().to_numpy(dtype=np.int64))
    if len(numbers) <= MOST_CLASSES:
        return tuple((int(number), int(number)) for number in numbers)
    first, last = int(numbers[0]), int(numbers[-1])
    if first == 0:
        return ((0, 0), *_split(int(numbers[1]), last, MOST_CLASSES - 1, measure))
    return tuple(_split(first, last, MOST_CLASSES, measure))


def add_class(points: pd.DataFrame, measure: str, classes: Classes) -> pd.DataFrame:
    """Add `class`: the number of the class that holds the measure, -1 where it is not known."""
    return points.assign(**{"class": class_numbers(points[measure], classes)})


def class_numbers(values: pd.Series, classes: Classes) -> np.ndarray:
    """The number of the class that holds each value, -1 for a missing one."""
    known = pd.Series(values).fillna(np.iinfo(np.int64).min).to_numpy(dtype=np.int64)
    starts = np.array([first for first, _last in classes], dtype=np.int64)
    return np.searchsorted(starts, known, side="right") - 1


def class_labels(classes: Classes) -> list[str]:
    """Each class in figures: 3, or 4–6; the thousands of what is no year are parted."""
    texts = [tuple(str(number) if number < _PARTED else say_count(number) for number in each) for each in classes]
    return [first if first == last else f"{first}–{last}" for first, last in texts]


def _split(first: int, last: int, most: int, measure: str) -> list[tuple[int, int]]:
    if measure != "first_year" and last > first * _SKEWED:
        return _split_growing(first, last, most)
    return _split_evenly(first, last, most)


def _split_evenly(first: int, last: int, most: int) -> list[tuple[int, int]]:
    """Classes of one width, from round numbers where the width is 5 or more."""
    for width in chain((1, 2, 3, 4), (factor * 10**power for power in count() for factor in (5, 10, 20))):
        start = first // width * width if width >= 5 else first
        if (last - start) // width < most:
            break
    starts = range(start, last + 1, width)
    return [(max(first, low), min(last, low + width - 1)) for low in starts]


def _split_growing(first: int, last: int, most: int) -> list[tuple[int, int]]:
    """Classes that begin at every so many of 1, 2, 5, 10, 20, 50 and so on."""
    series = [factor * 10**power for power in range(len(str(last))) for factor in (1, 2, 5)]
    for step in count(1):
        starts = [low for low in series[::step] if first < low <= last]
        if len(starts) < most:
            break
    return [(low, high - 1) for low, high in pairwise([first, *starts, last + 1])]
