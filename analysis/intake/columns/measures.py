"""Which further columns of a table hold numbers that can be summed, and in which currency."""

from collections.abc import Collection, Mapping

import pandas as pd

from analysis.reading.amounts import decimal_comma, read_amount
from analysis.reading.headings import plain_heading
from analysis.reading.vocabulary import load_words, word_list
from analysis.table.table import Measure, Table

# Most filled cells have to be numbers, two of them different; the others are told as no numbers.
_NUMBERS = 0.8
_MOST_CURRENCIES = 6


def find_measures(table: Table, columns: Collection[str], tags: Mapping[str, str]) -> tuple[Measure, ...]:
    """The columns whose headings name money or people and whose cells are numbers.

    Money without a currency of its own has that of a column of currencies: one measure for each.
    """
    currency = next((name for name in columns if holds_currencies(name, table.operations[name])), "")
    found: list[Measure] = []
    for column in columns:
        if names_amounts(column) and _are_numbers(table.operations[column]):
            found += _in_currencies(table, column, tags.get(column, ""), currency if _names(column, "money") else "")
    return tuple(found)


def names_amounts(column: str) -> bool:
    """Whether a heading names money or people, which can be summed."""
    return (_names(column, "money") or _names(column, "people")) and not _names(column, "against")


def _names(column: str, kind: str) -> bool:
    words = plain_heading(column).split()
    return any(word in words for word in word_list("measures", kind))


def _in_currencies(table: Table, column: str, tag: str, currency: str) -> list[Measure]:
    unit = _unit_of(f"{column} {tag}")
    if unit or not currency:
        label = f"{column}, {unit}" if unit and unit not in column and not _signs_in(column) else column
        return [Measure(f".{column}", label, column, unit)]
    codes = table.operations[currency].str.strip().str.upper().value_counts()
    used = [code for code in codes.index if code in word_list("measures", "currencies")][:_MOST_CURRENCIES]
    return [Measure(f".{column} {code}", f"{column}, {code}", column, code, currency) for code in used]


def _unit_of(text: str) -> str:
    """The currency that a heading or tag names by its code or sign; "" where it names none."""
    codes = text.upper().replace("_", " ").replace("(", " ").replace(")", " ").replace("+", " ").split()
    named = [code for code in word_list("measures", "currencies") if code in codes]
    return next(iter([*named, *_signs_in(text)]), "")


def _signs_in(text: str) -> list[str]:
    return [code for sign, code in load_words("measures")["signs"].items() if sign in text]


def holds_currencies(column: str, cells: pd.Series) -> bool:
    """Whether a column says in which currency each row is."""
    words, known = plain_heading(column).split(), word_list("measures", "currencies")
    filled = cells[cells.str.strip() != ""].str.strip().str.upper()
    named = any(word in words for word in word_list("measures", "currency_headings"))
    return named and len(filled) > 0 and float(filled.isin(known).mean()) >= _NUMBERS


def _are_numbers(cells: pd.Series) -> bool:
    texts = cells.str.strip().value_counts()
    texts = texts[texts.index != ""]
    comma = decimal_comma(texts.index)
    read = [read_amount(text, comma) is not None for text in texts.index]
    return len(texts) > 1 and float((texts * read).sum()) >= _NUMBERS * float(texts.sum())
