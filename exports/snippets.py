"""A few lines that fetch a view's rows into another program, by the link to its data."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

# What would end a quoted text in a shell, or be run in it; no link needs any of them as they are.
_NO_NUMBERS: Mapping[str, str] = MappingProxyType({})
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"'`$\\!^]")


def snippets(address: str, file: str, numbers: Mapping[str, str] = _NO_NUMBERS) -> dict[str, tuple[str, str]]:
    """For each program its lines for a CSV at an address, and the language that they are written in.

    numbers: the titles of the columns that hold numbers, with "integer" or "number".
    """
    return {
        "Excel (Power Query)": (power_query(address, numbers), ""),
        "Python (pandas)": (pandas_lines(address), "python"),
        "R": (r_lines(address), "r"),
        "curl": (curl_line(address, file), "bash"),
        "Google Sheets": (sheets_formula(address), ""),
        "DuckDB": (duckdb_line(address), "sql"),
    }


def power_query(address: str, numbers: Mapping[str, str] = _NO_NUMBERS) -> str:
    """For Excel: Data, Get Data, Blank Query, Advanced Editor; all columns are text but those of numbers."""
    names = ", ".join(_m_text(title) for title in numbers)
    types = ", ".join(f"{{{_m_text(title)}, {_M_TYPES[kind]}}}" for title, kind in numbers.items())
    steps = [
        f'Source = Csv.Document(Web.Contents({_m_text(address)}), [Delimiter = ",", Encoding = 65001])',
        "Operations = Table.PromoteHeaders(Source, [PromoteAllScalars = true])",
    ]
    if numbers:
        # An empty text would be an error among numbers; in the file a point parts the decimals, wherever Excel runs.
        steps.append(f'Filled = Table.ReplaceValue(Operations, "", null, Replacer.ReplaceValue, {{{names}}})')
        steps.append(f'Typed = Table.TransformColumnTypes(Filled, {{{types}}}, "en-US")')
    last = steps[-1].partition(" ")[0]
    return "let\n    " + ",\n    ".join(steps) + f"\nin\n    {last}"


_M_TYPES = {"integer": "Int64.Type", "number": "type number"}


def _m_text(text: str) -> str:
    # In M a quote is doubled, and #( begins a code.
    return '"{}"'.format(text.replace("#(", "#(#)(").replace('"', '""'))


def pandas_lines(address: str) -> str:
    """For Python; only an empty cell is a missing one."""
    # A JSON text is a Python text of the same meaning.
    text = json.dumps(address)
    return f'import pandas as pd\n\noperations = pd.read_csv({text}, keep_default_na=False, na_values=[""])'


def r_lines(address: str) -> str:
    """For R; only an empty cell is a missing one, and every letter stays what it is in any locale."""
    # A fileEncoding would be turned into the locale's own, which may lack letters; the mark in front stays in a name.
    options = 'check.names = FALSE, na.strings = "", encoding = "UTF-8"'
    return (
        f"operations <- read.csv({json.dumps(address)}, {options})\n"
        'names(operations)[1] <- sub("^\\ufeff", "", names(operations)[1])'
    )


def sheets_formula(address: str) -> str:
    """For a cell of Google Sheets, which has to be able to reach the address."""
    return '=IMPORTDATA("{}")'.format(address.replace('"', '""'))


def duckdb_line(address: str) -> str:
    """For DuckDB; only an empty cell is a missing one."""
    return "SELECT * FROM read_csv('{}', header = true, nullstr = '');".format(address.replace("'", "''"))


def curl_line(address: str, file: str) -> str:
    """For any shell, that of Windows too, which knows no single quotes."""
    plain = _UNSAFE.sub(lambda found: quote(found[0], safe=""), address)
    return f'curl --fail --output {file} "{plain}"'
