"""How the values of the chosen operations were read, and which could not be."""

import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected


def _one_below_the_other(_selected: Selected, answers: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [answer for answer in answers if len(answer)] or answers[:1]
    return pd.concat(filled, ignore_index=True)


@otherwise("the readings of all parts, one part after the other", keep=False, merge=_one_below_the_other)
def list_readings(selected: Selected) -> pd.DataFrame:
    """The readings on lines of the chosen operations, as `Table` has them."""
    return _on_chosen(selected, selected.snapshot.table.readings)


@otherwise("the problems of all parts, one part after the other", keep=False, merge=_one_below_the_other)
def list_problems(selected: Selected) -> pd.DataFrame:
    """The problems on lines of the chosen operations, as `Table` has them."""
    return _on_chosen(selected, selected.snapshot.table.problems)


def _on_chosen(selected: Selected, findings: pd.DataFrame) -> pd.DataFrame:
    lines = selected.snapshot.operations["line"].to_numpy()[selected.chosen]
    return findings[findings["line"].isin(lines)]
