"""The address in each snippet, read as its language reads it, is the one that was meant."""

import ast
import json
import re
import shlex

import pytest

from exports.snippets import curl_line, pandas_lines, power_query, r_lines, snippets

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
    assert list(snippets(LINK, "a.csv")) == ["Excel (Power Query)", "Python (pandas)", "R", "curl"]
