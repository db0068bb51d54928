"""How what stands on a line of the source was read, in sentences."""

from analysis.reading.problems import column_name, say_problem, say_reading
from analysis.table.table import Table


def read_sentences(table: Table, line: int) -> list[str]:
    """How the values on a line were read otherwise than printed and why, then what could not be read."""
    readings = [
        say_reading(column_name(reading.column), reading.printed, reading.read, reading.why)
        for reading in table.readings[table.readings["line"] == line].itertuples()
    ]
    problems = [
        say_problem(column_name(problem.column), problem.value, problem.problem)
        for problem in table.problems[table.problems["line"] == line].itertuples()
    ]
    return [*readings, *problems]
