"""A made-up table of any size, the same each time."""

from pathlib import Path

import numpy as np

from analysis.reference import load_reference

_CODES = ["IDPs", "DDR", "OCV", "CS", "ND"]


def write_table(path: Path, operations: int) -> Path:
    """Write a CSV of made-up operations with country, period and area, and give back its path."""
    rng = np.random.default_rng(2006)
    names = load_reference().territories["name_en"].to_numpy(object)
    country = names[rng.integers(0, len(names), operations)]
    start = rng.integers(1970, 2007, operations)
    end = start + rng.integers(0, 12, operations)
    has = rng.random((operations, len(_CODES))) < (0.7, 0.5, 0.15, 0.6, 0.1)
    has[~has.any(axis=1), 0] = True
    sets = [", ".join(code for code, there in zip(_CODES, row, strict=True) if there) for row in np.ndindex(*[2] * 5)]
    area = np.array(sets, object)[has @ (16, 8, 4, 2, 1)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("country,period,area\n")
        for name, first, last, codes in zip(country, start, end, area, strict=True):
            until = "ongoing" if last > 2006 else last
            file.write(f'"{name}",{first} - {until},"{codes}"\n')
    return path
