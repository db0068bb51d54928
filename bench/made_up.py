"""A made-up table of any size, the same each time."""

from pathlib import Path

import numpy as np

from analysis.reading.reference import load_reference

_CODES = ["IDPs", "DDR", "OCV", "CS", "ND"]


def write_table(path: Path, operations: int) -> Path:
    """Write a CSV of made-up operations with country, period and area, and give back its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("country,period,area\n")
        for name, period, codes in zip(*make_columns(operations), strict=True):
            file.write(f'"{name}",{period},"{codes}"\n')
    return path


def make_columns(operations: int, seed: int = 2006) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The countries, periods and areas of made-up operations, the same each time."""
    rng = np.random.default_rng(seed)
    names = load_reference().territories["name_en"].to_numpy(object)
    country = names[rng.integers(0, len(names), operations)]
    start = rng.integers(1970, 2007, operations)
    end = start + rng.integers(0, 12, operations)
    has = rng.random((operations, len(_CODES))) < (0.7, 0.5, 0.15, 0.6, 0.1)
    has[~has.any(axis=1), 0] = True
    sets = [", ".join(code for code, there in zip(_CODES, row, strict=True) if there) for row in np.ndindex(*[2] * 5)]
    area = np.array(sets, object)[has @ (16, 8, 4, 2, 1)]
    until = np.where(end > 2006, "ongoing", end.astype("<U4"))
    return country, (start.astype("<U4").astype(object) + " - " + until.astype(object)), area


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


def write_many_days(path: Path) -> Path:
    """Write a CSV of 60,000 events in ten countries on 20,000 different days, and give back its path."""
    days = np.datetime_as_string(np.datetime64("1960-01-01") + np.arange(20_000))
    names = load_reference().territories["name_en"].iloc[:10].tolist()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("Country,Date,Type\n")
        for number in range(60_000):
            file.write(f'"{names[number % 10]}",{days[number * 7 % 20_000]},{"AB"[number % 2]}\n')
    return path


def write_wide_table(path: Path) -> Path:
    """Write a CSV of 27,000 projects in 24 columns, as portfolios of banks have them, and give back its path."""
    rng = np.random.default_rng(2008)
    names = load_reference().territories["name_en"].iloc[:40].tolist()
    start = np.datetime64("1950-01-01") + rng.integers(0, 365 * 70, 27_000)
    end = start + rng.integers(300, 3_000, 27_000)
    headings = "id,projectname,countryname,regionname,projectstatus,boardapprovaldate,closingdate,sector1,sector2,theme"
    more = [f"further{number}" for number in range(14)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join([headings, *more]) + "\n")
        for number, (first, last) in enumerate(zip(start, end, strict=True)):
            closing = last if number % 5 else ""
            named = f'P{number},Project {number},"{names[number % 40]}",{"AB"[number % 2]}'
            dated = f"{'Active' if number % 3 else 'Closed'},{first}T00:00:00Z,{closing}"
            named += f",{dated},Sector {number % 40},Sector {number % 37},Theme {number % 11}"
            file.write(f"{named},{','.join(f'{column} {number % (97 + column)}' for column in range(14))}\n")
    return path
