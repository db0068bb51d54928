"""A made-up table of any size, the same each time."""

from pathlib import Path

import numpy as np

from analysis.reading.reference import load_reference

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


def write_dated_table(path: Path, operations: int) -> Path:
    """Write a CSV as project lists have them: id, title, country (ISO3), days, status, sectors; give back its path."""
    rng = np.random.default_rng(2007)
    codes = load_reference().territories.index.to_numpy(object)
    start = np.datetime64("1990-01-01") + rng.integers(0, 365 * 25, operations)
    end = start + rng.integers(30, 365 * 8, operations)
    status = np.where(end > np.datetime64("2015-12-31"), "Active", "Closed")
    rows = zip(
        codes[rng.integers(0, len(codes), operations)],
        np.datetime_as_string(start),
        np.where(status == "Active", "", np.datetime_as_string(end)),
        status,
        rng.integers(1, 40, operations),
        rng.integers(1, 40, operations),
        strict=True,
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("Project ID,Title,Country,Start date,End date,Status,Sector 1,Sector 2\n")
        for number, (code, first, last, state, one, other) in enumerate(rows):
            file.write(f"P{number},Project {number},{code},{first},{last},{state},Sector {one},Sector {other}\n")
    return path
