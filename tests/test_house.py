"""What keeps the floor plan: few modules in a folder, one home for each library, scripts that import downwards.

The layers of the packages are contracts of import-linter, in pyproject.toml; here stands what it cannot say.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from widgets.frame.session import SESSION_KEYS

ROOT = Path(__file__).parent.parent
PACKAGES = ("analysis", "api", "charts", "exports", "widgets")
MOST_MODULES = 12
# Scripts lie in no package, so that no contract sees them.
SCRIPTS_MAY_IMPORT = {
    "dashboard": {"widgets", "charts", "exports", "analysis"},
    "pages": {"widgets", "charts", "exports", "analysis"},
    "server": {"api", "exports", "analysis"},
}
OURS = {*PACKAGES, *SCRIPTS_MAY_IMPORT, "tests", "bench", "scripts"}


def modules(*folders: str) -> list[Path]:
    """The modules of these folders, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(tree: ast.AST, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The top name of each import, and whether it stands inside a function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], inside
        yield from imports(node, inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def crowded(paths: list[Path]) -> dict[str, int]:
    """The folders with more modules than there may be, `__init__` and `__main__` left out."""
    counts = Counter(str(path.parent) for path in paths if not path.stem.startswith("__"))
    return {folder: count for folder, count in counts.items() if count > MOST_MODULES}


def test_no_folder_has_more_than_a_dozen_modules():
    assert crowded([path.relative_to(ROOT) for path in modules(*PACKAGES, "pages")]) == {}


def test_a_folder_with_thirteen_modules_is_named():
    paths = [Path(f"a/m{number}.py") for number in range(13)] + [Path("a/__init__.py"), Path("b/m.py")]
    assert crowded(paths) == {"a": 13}


def test_caches_are_declared_in_one_place():
    """functools keeps what takes no argument, or one of a handful: a language, the folder of the data, a component."""
    found = re.compile(r"^@(?:lru_cache|cache)\b.*\ndef (\w+)", re.MULTILINE)
    kept = {name for path in modules(*PACKAGES) for name in found.findall(path.read_text("utf-8"))}
    few = {
        "signs", "catalogue", "code_state", "component", "load_built_in",
        "load_reference", "outline_sizes", "_world_outlines",
    }  # fmt: skip
    assert kept == few | {"south_sudan_hatching"}


def public_names(tree: ast.Module) -> set[str]:
    """The functions, classes and constants that a module defines for others."""
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    defined |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in defined if not name.startswith("_")}


def test_a_public_name_means_one_thing():
    counts = Counter(name for path in modules(*PACKAGES) for name in public_names(ast.parse(path.read_text("utf-8"))))
    # The question at the seam is called as the function that answers it.
    assert {name for name, count in counts.items() if count > 1} == {"count_options"}


@pytest.mark.parametrize("path", [ROOT / "dashboard.py", ROOT / "server.py", *modules("pages")], ids=lambda p: p.stem)
def test_scripts_import_downwards(path):
    script = "pages" if path.parent.name == "pages" else path.stem
    found = {name for name, _inside in imports(ast.parse(path.read_text("utf-8")))} & OURS
    assert found <= SCRIPTS_MAY_IMPORT[script]


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_of_the_product_imports_neither_tests_nor_tools_nor_scipy_at_once(path):
    found = set(imports(ast.parse(path.read_text("utf-8"))))
    assert {name for name, _inside in found} & {"tests", "bench", "scripts", "dashboard", "pages", "server"} == set()
    # It takes seconds to import, and no first page needs it.
    assert ("scipy", False) not in found


def test_imports_are_found_wherever_they_stand():
    source = (
        "import pandas\nfrom charts.bars import bar\n\ndef draw():\n    import widgets\n    from scipy import stats\n"
    )
    found = list(imports(ast.parse(source)))
    assert found == [("pandas", False), ("charts", False), ("widgets", True), ("scipy", True)]


def test_the_state_of_a_session_is_touched_in_one_module():
    paths = [*modules("widgets", "pages"), ROOT / "dashboard.py"]
    touching = [path.relative_to(ROOT).as_posix() for path in paths if "session_state" in path.read_text("utf-8")]
    assert touching == ["widgets/frame/session.py"]


def test_no_widget_has_a_key_under_which_the_session_holds_something_else():
    keys = re.compile(r"""\bkey=["']([\w-]+)["']""")
    asked = {key for path in modules("widgets", "pages") for key in keys.findall(path.read_text("utf-8"))}
    assert asked & set(SESSION_KEYS) == set()


def test_a_style_of_a_widget_names_a_key_that_there_is():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "widgets").rglob("*.py"))
    # Of a key such as f"chart-{name}" what stands in front of the name.
    known = set(re.findall(r"""\bkey ?= ?f?"([a-z-]+)""", code))
    starts = tuple(key for key in known if key.endswith("-"))
    styles = [path for folder in ("api", "widgets") for path in (ROOT / folder).rglob("*.css")]
    named = {key for path in styles for key in re.findall(r"st-key-([a-z-]+)", path.read_text("utf-8"))}
    assert len(named) > 5 and {key for key in named if key not in known and not key.startswith(starts)} == set()
