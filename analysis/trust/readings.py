"""How what stands on a line of the source was read, in sentences."""

from analysis.table.table import Table
from analysis.text import _


def read_sentences(table: Table, line: int) -> list[str]:
    """How the values on a line were read otherwise than printed and why, then what could not be read."""
    readings = [
        _("{column}: “{printed}” is read as “{read}”: {why}.").format(
            column=reading.column, printed=reading.printed, read=reading.read, why=_(reading.why)
        )
        for reading in table.readings[table.readings["line"] == line].itertuples()
    ]
    problems = [
        _("{column}: “{value}” {problem}.").format(
            column=problem.column, value=problem.value, problem=_(problem.problem)
        )
        for problem in table.problems[table.problems["line"] == line].itertuples()
    ]
    return [*readings, *problems]
