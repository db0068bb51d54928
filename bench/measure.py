"""Times as medians."""

import os
import platform
import time
from collections.abc import Callable
from statistics import median

RUNS = 15


def median_ms(action: Callable[[], object], runs: int = RUNS, warm_up: int = 2) -> float:
    """The median of a call's wall time in milliseconds, after a warm-up."""
    for _turn in range(warm_up):
        action()
    times = []
    for _turn in range(runs):
        begin = time.perf_counter()
        action()
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)


def machine() -> str:
    """What this machine is, and how fast: the time of a fixed sum tells two machines apart."""
    begin = time.perf_counter()
    sum(range(10**7))
    took = 1000 * (time.perf_counter() - begin)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; "
        f"sum(range(10**7)) takes {took:.0f} ms; load before the bench {load:.1f}"
    )


def print_row(what: str, value: str, goal: str = "") -> None:
    """Print one line of the table of results."""
    print(f"| {what} | {value} | {goal} |", flush=True)
