"""Tables made by chance out of the habits of their makers, as many as there is time for: what is read otherwise."""

import time

from tests.analysis.intake.test_habits import unlike
from tests.habits import make_by_habits

HABITS_SECONDS = 180
# The tests begin with the first seeds.
_FIRST_SEED = 1_000


def try_habits(seconds: float) -> tuple[int, dict[int, list[str]]]:
    """How many tables were tried, and by seed what was read otherwise than it was meant and left unsaid."""
    over, seed, found = time.monotonic() + seconds, _FIRST_SEED, {}
    while time.monotonic() < over:
        if wrong := unlike(make_by_habits(seed)):
            found[seed] = wrong
        seed += 1
    return seed - _FIRST_SEED, found
