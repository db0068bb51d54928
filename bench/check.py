"""`check` against pandas reading the same file, each as a command of its own, in processor time.

What else the machine does at the time would decide the ratio of two times on the clock.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.made_up import write_many_days, write_wide_table
from bench.measure import print_row

_RUNS = 5


def measure_check(files: list[str]) -> None:
    """Print how long `check` takes and how many times that is what pandas takes: of made-up tables and of `files`."""
    with tempfile.TemporaryDirectory() as folder:
        made_up = {
            "60,000 rows, 20,000 different days": write_many_days(Path(folder) / "days.csv"),
            "27,000 rows, 24 columns": write_wide_table(Path(folder) / "wide.csv"),
        }
        for what, path in [*made_up.items(), *((Path(file).name, Path(file)) for file in files)]:
            check, pandas = check_ms(path), pandas_ms(path)
            print_row(f"check: {what}", f"{check:.0f} ms, {check / pandas:.1f} times pandas", "3 times")


def check_ms(path: Path) -> float:
    """The milliseconds of the processor that `python -m analysis check` takes, all of it."""
    return _command_ms("-m", "analysis", "check", str(path))


def pandas_ms(path: Path) -> float:
    """The milliseconds of the processor that pandas takes to read a file, from the start of Python on."""
    read = "read_excel" if path.suffix == ".xlsx" else "read_csv"
    return _command_ms("-c", f"import sys, pandas; pandas.{read}(sys.argv[1])", str(path))


def _command_ms(*arguments: str) -> float:
    return median(_processor_ms([sys.executable, *arguments]) for _run in range(_RUNS))


def _processor_ms(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, capture_output=True, check=False)
    after = os.times()
    return 1_000 * (after.children_user + after.children_system - before.children_user - before.children_system)
