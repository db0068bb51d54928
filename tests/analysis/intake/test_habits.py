"""Tables made by chance out of all habits at once: each value is read as it was meant, or what is wrong is named."""

import pandas as pd
import pytest

from analysis.intake.read import Intake, read_intake
from tests.habits import Made, Operation, make_by_habits


def unlike(made: Made) -> list[str]:
    """What was read otherwise than it was meant, and left unsaid."""
    intake = read_intake(made.content, "made.csv")
    table, wrong = intake.table, []
    lines = table.operations["line"].tolist()
    if lines != [operation.line for operation in made.operations]:
        return [f"lines {lines}"]
    said = set(zip(table.problems["line"], table.problems["column"], strict=True))
    for row, operation in enumerate(made.operations):
        wrong += _unlike_row(intake, row, operation, {column for line, column in said if line == operation.line}, made)
    return wrong


def _unlike_row(intake: Intake, row: int, meant: Operation, said: set[str], made: Made) -> list[str]:
    table, columns, wrong = intake.table, intake.columns, []
    place, of_set = table.operations["place"].iloc[row], table.operations["activity_set"].iloc[row]
    read = sorted(table.place_territories.loc[table.place_territories["place"] == place, "iso3"])
    if read != sorted(meant.territories) and "country" not in said:
        wrong.append(f"line {meant.line}: {meant.territories} read as {read}")
    done = set(table.set_activities.loc[table.set_activities["activity_set"] == of_set, "activity"])
    if made.habits["activities"] and done != meant.activities and "area" not in said:
        wrong.append(f"line {meant.line}: {set(meant.activities)} read as {done}")
    spells = table.spells[table.spells["operation"] == row]
    if not said & {"period", columns.start, columns.end, columns.period} and not _fits(spells, meant, made):
        wrong.append(f"line {meant.line}: {meant.start} to {meant.end} read as {spells.to_dict('records')}")
    return wrong


def _fits(spells: pd.DataFrame, meant: Operation, made: Made) -> bool:
    """Whether there is one spell that begins and ends as it was meant, as precisely as it was written."""
    if len(spells) != 1:
        return False
    unit = {"year": "Y", "month": "M"}.get(made.habits["dates"], "D")
    spell, ends = spells.iloc[0], meant.end
    begins = pd.Period(spell["start"], unit) == pd.Period(meant.start, unit)
    if ends is None:
        # What nothing says of a blank end is told by a reading; whether it runs then is a matter of the others.
        return begins and spell["end_precision"] in ("ongoing", "unknown")
    return begins and pd.notna(spell["end"]) and pd.Period(spell["end"], unit) == pd.Period(ends, unit)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_tables_of_all_habits_are_read_as_they_were_meant(first):
    found = {seed: wrong for seed in range(first, first + 20) if (wrong := unlike(make_by_habits(seed)))}
    assert found == {}
