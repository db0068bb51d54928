"""A guess at the column for a role, and the reasons there are for one."""

from typing import NamedTuple

from analysis.text import N_

BY_TAG, BY_BOTH, BY_HEADING, BY_VALUES, IN_TEXT, FLAGS, CHOSEN = (
    N_("its HXL tag says so"),
    N_("its heading and its values say so"),
    N_("its heading says so"),
    N_("its values say so"),
    N_("there is no column of countries, and its texts name some"),
    N_("columns that say yes or no, each for the activity in its heading"),
    N_("chosen by you"),
)


class Guess(NamedTuple):
    """The headings guessed for a role, a marked reason, and how certain from 0 to 1."""

    columns: tuple[str, ...]
    reason: str
    certainty: float
