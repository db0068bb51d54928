"""Imports point one way.

dashboard, pages -> widgets -> charts, exports -> analysis, and server -> api -> exports, analysis.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "dashboard": {"widgets", "charts", "exports", "analysis"},
    "pages": {"widgets", "charts", "exports", "analysis"},
    "widgets": {"widgets", "charts", "exports", "analysis"},
    "charts": {"charts", "analysis"},
    "exports": {"exports", "analysis"},
    "analysis": {"analysis"},
    "api": {"api", "exports", "analysis"},
    "server": {"api", "exports", "analysis"},
}
AROUND = {"tests", "bench", "scripts"}
ONLY_IN = {"streamlit": {"dashboard", "pages", "widgets", "server"}, "plotly": {"charts"}}
INSIDE_FUNCTIONS = {"scipy"}


def imports(tree: ast.AST, inside: bool = False) -> Iterator[tuple[str, int, bool]]:
    """Each import that is not relative: the top name, its line, whether it stands inside a function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0], node.lineno, inside
        deeper = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from imports(node, deeper)


def import_faults(package: str, source: str) -> list[str]:
    """What is wrong with the imports of a module of `package`, one sentence each."""
    ours = set(MAY_IMPORT) | AROUND
    faults = []
    for name, line, inside in imports(ast.parse(source)):
        if name in ours and name not in MAY_IMPORT[package]:
            faults.append(f"line {line}: {package} may not import {name}")
        if package not in ONLY_IN.get(name, {package}):
            faults.append(f"line {line}: {package} may not import {name}")
        if name in INSIDE_FUNCTIONS and not inside:
            faults.append(f"line {line}: {name} is imported only inside functions")
    return faults


def modules() -> list[tuple[str, Path]]:
    """Each module of the product with the package it belongs to, top-level scripts included."""
    found = [(path.stem, path) for path in ROOT.glob("*.py")]
    folders = {path.parent for path in ROOT.glob("[!.]*/*.py")}
    found += [(folder.name, path) for folder in folders for path in folder.rglob("*.py")]
    return sorted((package, path) for package, path in found if package not in AROUND)


@pytest.mark.parametrize(("package", "path"), modules(), ids=lambda value: str(value).removeprefix(str(ROOT)))
def test_imports_point_one_way(package, path):
    assert package in MAY_IMPORT, f"say in MAY_IMPORT what {package} may import"
    assert import_faults(package, path.read_text(encoding="utf-8")) == []


def test_a_wrong_direction_is_found():
    source = "import pandas\nfrom charts.bars import activity_bar\n\ndef draw():\n    import widgets\n"
    assert import_faults("analysis", source) == [
        "line 2: analysis may not import charts",
        "line 5: analysis may not import widgets",
    ]


def test_a_library_in_the_wrong_place_is_found():
    source = "import streamlit as st\nimport plotly.graph_objects as go\nfrom scipy import stats\n"
    assert import_faults("exports", source) == [
        "line 1: exports may not import streamlit",
        "line 2: exports may not import plotly",
        "line 3: scipy is imported only inside functions",
    ]


def test_a_right_module_has_no_faults():
    source = "import plotly\nfrom analysis.text import _\n\ndef band():\n    from scipy import stats\n"
    assert import_faults("charts", source) == []


def test_tests_are_not_part_of_the_product():
    assert import_faults("widgets", "from tests.chromium import find_browser") == [
        "line 1: widgets may not import tests"
    ]
