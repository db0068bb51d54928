"""Nothing beyond the seam of counting reaches into the rows of a table or counts by itself.

Charts take count tables and plain values; pages, widgets, files and the data API ask (`analysis/counts/ask.py`).
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis
from analysis.counts.ask import QUESTIONS

ROOT = Path(__file__).parent.parent
BEYOND = ("charts", "widgets", "pages", "exports", "api")
HOLDERS = {"Selected", "Snapshot", "Table"}
# What of those values are rows, or are as many as the rows.
ROWS = {"operations", "spells", "chosen", "not_started", "conditions", "years", "places", "place_territories"}
ROWS |= {"set_activities", "period_read"}
# What an attribute of any of our values holds, and what a function gives back.
OF_ATTRIBUTE = {"selected": "Selected", "snapshot": "Snapshot", "table": "Table"}
OF_CALL = {
    "select": "Selected", "select_current": "Selected", "select_second": "Selected", "select_territory": "Selected",
    "region_of": "Selected", "selected_operations": "Selected", "show_selection": "Selected",
    "take_snapshot": "Snapshot", "current_table": "Table", "source_table": "Table", "load_built_in": "Table",
    "table_without": "Table", "hold_table": "Table", "shared_table": "Table",
}  # fmt: skip


def question_names() -> set[str]:
    """The names of all questions, as modules import them."""
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if module.name != "analysis.__main__":
            importlib.import_module(module.name)
    return {name for name in QUESTIONS if name.startswith("analysis.")}


def seam_faults(package: str, source: str) -> list[str]:
    """What a module of `package` does that belongs behind the seam, one sentence each."""
    tree = ast.parse(source)
    faults = [*_row_faults(tree), *_counting_faults(tree)]
    return sorted(faults + (_chart_faults(tree) if package == "charts" else []))


def _imported(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name, node.lineno) for alias in node.names)


def _chart_faults(tree: ast.AST) -> list[str]:
    questions, faults = question_names(), []
    for module, name, line in _imported(tree):
        at_rows = module == "analysis.selection.select" or module.startswith("analysis.table")
        if at_rows or name in HOLDERS or f"{module}.{name}" in questions or module == "analysis.counts.ask":
            faults.append(f"line {line}: a chart takes count tables and has no use for {name}")
    return faults


def _counting_faults(tree: ast.AST) -> list[str]:
    questions = {name for module, name, _line in _imported(tree) if f"{module}.{name}" in question_names()}
    called = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    return [f"line {node.lineno}: ask {node.func.id}, do not call it" for node in called if node.func.id in questions]


def _row_faults(tree: ast.AST) -> list[str]:
    faults = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Module)):
        held = _held(function)
        for node in _own_nodes(function):
            if isinstance(node, ast.Attribute) and node.attr in ROWS and _kind(node.value, held):
                faults.append(f"line {node.lineno}: .{node.attr} are rows of a {_kind(node.value, held)}")
            for child in ast.iter_child_nodes(node):
                known = isinstance(node, ast.Attribute) and node.attr in {*ROWS, "as_of", "table"}
                if _kind(child, held) == "Snapshot" and not known:
                    faults.append(f"line {child.lineno}: a Snapshot is nothing but rows, its date and its table")
    return sorted(set(faults))


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    # What stands in a function inside is looked at with that function's own names.
    inner = [node for node in ast.walk(function) if isinstance(node, ast.FunctionDef) and node is not function]
    hidden = {id(node) for each in inner for node in ast.walk(each)}
    return (node for node in ast.walk(function) if id(node) not in hidden)


def _held(function: ast.AST) -> dict[str, str]:
    """What the names of a function hold, as far as its annotations and assignments say."""
    held = {}
    for node in ast.walk(function):
        if isinstance(node, ast.arg) and node.annotation is not None:
            kinds = HOLDERS.intersection(ast.unparse(node.annotation).split(" | "))
            held |= dict.fromkeys([node.arg] if kinds else [], *kinds)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target, value in _pairs(node.targets[0], node.value):
                if isinstance(target, ast.Name) and _kind(value, held):
                    held[target.id] = _kind(value, held)
    return held


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _kind(value: ast.expr, held: dict[str, str]) -> str:
    """Which of our values an expression is; "" where it is none of them."""
    if isinstance(value, ast.Name):
        return held.get(value.id, "")
    if isinstance(value, ast.Attribute):
        return OF_ATTRIBUTE.get(value.attr, "")
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return OF_CALL.get(value.func.id, "")
    return ""


def modules() -> list[tuple[str, str]]:
    """Each module beyond the seam, with its package."""
    paths = [(package, path) for package in BEYOND for path in sorted((ROOT / package).rglob("*.py"))]
    return [(package, path.relative_to(ROOT).as_posix()) for package, path in paths]


@pytest.mark.parametrize(("package", "path"), modules(), ids=lambda value: value)
def test_rows_are_asked_for_and_not_reached_into(package, path):
    faults = seam_faults(package, (ROOT / path).read_text("utf-8"))
    assert faults == []


SHOW = "def show(own: Selected):\n    "


@pytest.mark.parametrize(
    ("package", "source", "fault"),
    [
        ("widgets", SHOW + "return own.operations", "line 2: .operations are rows of a Selected"),
        ("widgets", "def f(view):\n    return view.selected.chosen", "line 2: .chosen are rows of a Selected"),
        ("api", SHOW + "mine = own.snapshot.table\n    mine.spells", "line 3: .spells are rows of a Table"),
        ("pages", "chosen = show_selection()\nchosen.spells", "line 2: .spells are rows of a Selected"),
        (
            "widgets",
            SHOW + "return operation_rows(own.snapshot, [1])",
            "line 2: a Snapshot is nothing but rows, its date and its table",
        ),
        (
            "exports",
            "from analysis.counts.count import count_years\n\ndef f(own):\n    return count_years(own)",
            "line 4: ask count_years, do not call it",
        ),
        (
            "charts",
            "from analysis.counts.count import count_years",
            "line 1: a chart takes count tables and has no use for count_years",
        ),
        (
            "charts",
            "from analysis.table.vocabulary import year_span",
            "line 1: a chart takes count tables and has no use for year_span",
        ),
    ],
)
def test_what_reaches_behind_the_seam_is_found(package, source, fault):
    assert seam_faults(package, source) == [fault]


def test_what_asks_has_no_fault():
    source = SHOW + "counts = ask(own, count_years)\n    return figures.spells, own.snapshot.as_of"
    assert seam_faults("widgets", source) == []
