"""Where in a grid of text the table stands: the lines above its headings, the HXL row, and what follows it."""

import re

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.sheet import Note, Skipped
from analysis.reading.dates import fold
from analysis.reading.headings import is_heading
from analysis.reading.vocabulary import word_list
from analysis.text import N_, _

HEAD = 60
TITLE, TAGS, TOTAL, REMARK, REPEATED = (
    N_("a line above the headings"),
    N_("a row of HXL tags"),
    N_("a row of totals"),
    N_("a remark below the table"),
    N_("the headings once more"),
)
_LONGEST = 120
_TAG = re.compile(r"#[a-zA-Z][\w+\-\s]*")


def find_header(records: list[tuple[int, list[str]]]) -> int:
    """The number of the record that holds the headings, among the first ones."""
    head = records[:HEAD]
    filled = [sum(bool(value.strip()) for value in record) for _line, record in head]
    usual = float(np.median(filled))
    wide = [i for i, count in enumerate(filled[:25]) if count >= max(1, 0.5 * usual)]
    known = {i: sum(is_heading(value) for value in set(head[i][1])) for i in wide[:12]}
    first = wide[0]
    for i in wide:
        if i and is_tag_row(head[i][1]):
            return i - 1
    best = max(wide[:12], key=lambda i: (known[i], -i))
    # A title line can be as wide as the table; the headings are the line that names two roles more.
    return best if known[best] >= known[first] + 2 else first


def is_tag_row(record: list[str]) -> bool:
    """Whether a record holds HXL tags and nothing else."""
    filled = [value.strip() for value in record if value.strip()]
    return bool(filled) and all(_TAG.fullmatch(value) for value in filled)


def name_columns(header: list[str]) -> tuple[list[str], frozenset[str], list[Note]]:
    """A different name for each heading, those that stand there twice (ignoring case), and notes on both."""
    names: list[str] = []
    notes, repeated = [], set()
    taken: dict[str, int] = {}
    for number, heading in enumerate(header, start=1):
        name = " ".join(heading.split())
        if not name:
            name = _("column {number}").format(number=number)
            notes.append(
                Note(N_("Column {number} has no heading; it is called {name!r}."), (("number", number), ("name", name)))
            )
        elif (key := fold(name)) in taken:
            repeated |= {taken[key], number - 1}
            notes.append(Note(N_("The heading {name!r} stands there more than once."), (("name", name),)))
        taken.setdefault(fold(name), number - 1)
        names.append(_free_name(name, names))
    return names, frozenset(names[i] for i in repeated), notes


def _free_name(name: str, names: list[str]) -> str:
    known = {other.casefold() for other in names}
    free, count = name, 1
    while free.casefold() in known:
        count += 1
        free = f"{name} ({count})"
    return free


def drop_blank_columns(cells: pd.DataFrame, header: list[str]) -> list[int]:
    """The numbers of the columns to keep: all but those without a heading and without a value."""
    return [i for i, heading in enumerate(header) if heading.strip() or bool((cells[i].str.strip() != "").any())]


def skip_rows(cells: pd.DataFrame, lines: np.ndarray, header: list[str]) -> tuple[np.ndarray, list[Skipped]]:
    """Which rows are rows of the table, and those that are not: blank, headings once more, totals and remarks below."""
    first = cells[cells.columns[0]]
    keep = np.ones(len(cells), bool)
    keep[_blank_rows(cells, first)] = False
    skipped = []
    again = np.flatnonzero((first == header[0]).to_numpy() & (header[0] != ""))
    for row in again:
        if cells.iloc[row].tolist() == header:
            keep[row] = False
            skipped.append(Skipped(int(lines[row]), REPEATED))
    for last in range(len(cells) - 1, max(-1, len(cells) - 40), -1):
        if not keep[last]:
            continue
        if not (what := _closing(cells.iloc[last].tolist())):
            break
        keep[last] = False
        skipped.append(Skipped(int(lines[last]), what, " ".join(" ".join(cells.iloc[last]).split())[:200]))
    return keep, sorted(skipped)


def _blank_rows(cells: pd.DataFrame, first: pd.Series) -> np.ndarray:
    """The numbers of the rows without a value; only those that begin with a blank need a look."""
    candidates = np.flatnonzero((first.str.strip() == "").to_numpy())
    blank = np.ones(len(candidates), bool)
    for column in cells.columns:
        blank &= (cells[column].take(candidates).str.strip() == "").to_numpy()
    return candidates[blank]


def _closing(values: list[str]) -> str:
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return ""
    if names_total(filled[0]) and len(filled[0]) < 40:
        return TOTAL
    if len(filled) == 1 and len(values) >= 3 and values[0].strip():
        return REMARK
    return ""


def names_total(text: str) -> bool:
    """Whether a text begins or ends with a word for a total: Total Mali, Mali total, Zwischensumme."""
    plain, words = fold(text[:_LONGEST]), [fold(word) for word in word_list("layout", "totals")]
    begins = any(plain == word or plain.startswith((f"{word} ", f"{word}:")) for word in words)
    return begins or plain.endswith((" total", " totals"))


def check_width(line: int, found: int, expected: int, record: list[str]) -> None:
    """Raise InputError for a record whose values cannot all belong to a heading each."""
    if found != expected:
        raise InputError(
            _("Line {line}: {found} values where the headings are {expected}: {value!r}.").format(
                line=line, found=found, expected=expected, value=", ".join(record)[:80]
            )
        )
