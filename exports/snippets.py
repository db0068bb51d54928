"""A few lines that fetch a view's rows into another program, by the link to its data."""

import json
import re
from urllib.parse import quote

# What would end a quoted text in a shell, or be run in it; no link needs any of them as they are.
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"'`$\\!^]")


def snippets(address: str, file: str) -> dict[str, tuple[str, str]]:
    """For each program its lines for a CSV at an address, and the language that they are written in."""
    return {
        "Excel (Power Query)": (power_query(address), ""),
        "Python (pandas)": (pandas_lines(address), "python"),
        "R": (r_lines(address), "r"),
        "curl": (curl_line(address, file), "bash"),
    }


def power_query(address: str) -> str:
    """For Excel: Data, Get Data, Blank Query, Advanced Editor."""
    # In M a quote is doubled, and #( begins a code.
    text = address.replace("#(", "#(#)(").replace('"', '""')
    return (
        "let\n"
        f'    Source = Csv.Document(Web.Contents("{text}"), [Delimiter = ",", Encoding = 65001]),\n'
        "    Operations = Table.PromoteHeaders(Source, [PromoteAllScalars = true])\n"
        "in\n"
        "    Operations"
    )


def pandas_lines(address: str) -> str:
    """For Python; only an empty cell is a missing one."""
    # A JSON text is a Python text of the same meaning.
    text = json.dumps(address)
    return f'import pandas as pd\n\noperations = pd.read_csv({text}, keep_default_na=False, na_values=[""])'


def r_lines(address: str) -> str:
    """For R; only an empty cell is a missing one."""
    options = 'check.names = FALSE, na.strings = "", fileEncoding = "UTF-8-BOM"'
    return f"operations <- read.csv({json.dumps(address)}, {options})"


def curl_line(address: str, file: str) -> str:
    """For any shell, that of Windows too, which knows no single quotes."""
    plain = _UNSAFE.sub(lambda found: quote(found[0], safe=""), address)
    return f'curl --fail --output {file} "{plain}"'
