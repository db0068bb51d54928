"""The address in each snippet, read as its language reads it, is the one that was meant."""

import ast
import json
import os
import re
import shlex
import subprocess
from shutil import which

import pytest

from exports.links import number_titles
from exports.snippets import (
    curl_line,
    duckdb_line,
    pandas_lines,
    power_query,
    r_lines,
    sheets_formula,
    snippets,
)
from tests.handovers import handover

LINK = "http://127.0.0.1:8501/api/operations.csv?region=africa&search=C%C3%B4te+%22d%27Ivoire%22&years=1999-2006"
ODD = 'http://host/a"b\\c#(lf)d$(run)`e`/\'f!?x="#("'


def read_m(text: str) -> str:
    """What M reads between quotes: a doubled quote is one, #(#) is #, and a code that is left stands out."""
    found = re.search(r'Web\.Contents\("((?:[^"]|"")*)"\)', text)[1]
    return re.sub(r"#\((.*?)\)", lambda code: {"#": "#"}.get(code[1], f"<{code[1]}>"), found.replace('""', '"'))


def read_python(text: str) -> str:
    call = ast.parse(text).body[-1].value
    return call.args[0].value


def read_r(text: str) -> str:
    # A text of R has the escapes of JSON.
    return json.JSONDecoder().raw_decode(text.removeprefix("operations <- read.csv("))[0]


def read_shell(text: str) -> str:
    return shlex.split(text)[-1]


@pytest.mark.parametrize(("write", "read"), [(power_query, read_m), (pandas_lines, read_python), (r_lines, read_r)])
@pytest.mark.parametrize("address", [LINK, ODD])
def test_the_address_comes_back_as_it_was(write, read, address):
    assert read(write(address)) == address


def test_the_address_comes_back_from_a_shell():
    assert read_shell(curl_line(LINK, "operations.csv")) == LINK


def test_nothing_in_an_address_is_run_by_a_shell():
    plain = read_shell(curl_line(ODD, "operations.csv"))
    assert not set(plain) & set("\"'`$\\! \n") and "%24(run)" in plain


def test_python_lines_run(monkeypatch):
    asked = []
    monkeypatch.setattr("pandas.read_csv", lambda *arguments, **_options: asked.append(arguments))
    exec(pandas_lines(LINK), {})
    assert asked == [(LINK,)]


def test_there_is_one_for_each_program():
    assert list(snippets(LINK, "a.csv")) == [
        "Excel (Power Query)", "Python (pandas)", "R", "curl", "Google Sheets", "DuckDB",
    ]  # fmt: skip


def read_sheets(text: str) -> str:
    return re.fullmatch(r'=IMPORTDATA\("((?:[^"]|"")*)"\)', text)[1].replace('""', '"')


def read_sql(text: str) -> str:
    return re.search(r"read_csv\('((?:[^']|'')*)'", text)[1].replace("''", "'")


@pytest.mark.parametrize(("write", "read"), [(sheets_formula, read_sheets), (duckdb_line, read_sql)])
@pytest.mark.parametrize("address", [LINK, ODD])
def test_the_address_comes_back_from_a_cell_and_from_sql(write, read, address):
    assert read(write(address)) == address


def test_power_query_types_the_columns_of_numbers():
    lines = power_query(LINK, {"First year": "integer", 'Years "so far"': "number"}).split("\n")
    assert lines[0] == "let" and lines[-2:] == ["in", "    Typed"]
    assert lines[3] == (
        '    Filled = Table.ReplaceValue(Operations, "", null, Replacer.ReplaceValue,'
        ' {"First year", "Years ""so far"""}),'
    )
    assert lines[4] == (
        '    Typed = Table.TransformColumnTypes(Filled, {{"First year", Int64.Type},'
        ' {"Years ""so far""", type number}}, "en-US")'
    )
    assert power_query(LINK).endswith("in\n    Operations")


def test_the_columns_of_numbers_are_those_of_the_view(choose):
    view = handover(choose([("Mali", "2001", "CS")], further=()), ("name", "last_year", "duration_years", "line"))
    assert number_titles(view) == {"Last year": "integer", "Years so far": "number", "Line": "integer"}


def test_r_reads_every_row_and_letter_whatever_the_locale(tmp_path):
    if not (program := which("Rscript")):
        pytest.skip("R is not installed.")
    file = tmp_path / "operations.csv"
    file.write_bytes('Name,Years\r\nCôte d’Ivoire,2\r\n"Viet Nam, the “north”",\r\nMali,1\r\n'.encode("utf-8-sig"))
    says = 'cat(nrow(operations), names(operations)[1], nchar(operations[1, 1], "chars"), is.na(operations[2, 2]))'
    for locale in ("C", "C.UTF-8"):
        ran = subprocess.run(
            [program, "-e", f"{r_lines(str(file))}\n{says}"], env=os.environ | {"LC_ALL": locale}, capture_output=True
        )
        assert ran.stdout.decode() == "3 Name 13 TRUE"
