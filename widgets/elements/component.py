"""Components of our own: a piece of html with scripts and styles, which stand beside the code that shows them.

The browser gets the code of all of them with the one that a page always has, in a message that is the same at each run
and so is sent once. The others only say by name whose code shows them.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parents[1]
# The script of each component, as seen from `widgets/`; what it imports comes with it.
_SCRIPTS = {
    "copy": "elements/copy.js",
    "figure": "figure/figure.js",
    "filters": "filters/filters.js",
    "heading": "frame/heading.js",
    "language": "frame/language.js",
    "leads": "elements/leads.js",
    "rows": "operations/rows.js",
    "standouts": "overview/standouts.js",
    "views": "views/views.js",
}
# Parts of a page's settings are those of the filters, in a row.
_SHOWN_BY = {"settings": "filters"}
# Those whose styles are for them alone, whatever Streamlit's and ours say.
_STYLES_OF_THEIR_OWN = {"copy": ("elements/copy.css",), "settings": ("filters/filters.css", "elements/settings.css")}
_STYLES = (
    "elements/leads.css", "figure/figure.css", "filters/filters.css", "frame/heading.css", "frame/language.css",
    "operations/rows.css", "overview/standouts.css", "views/views.css",
)  # fmt: skip
_IMPORT = re.compile(r'^import (?:.* from )?"(.*)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
# A component may be there before the code is.
_BY_NAME = """
const parts = (window.ourParts ??= { waiting: [] });
export default function (shown) {
  if (parts.NAME) return parts.NAME(shown);
  let end;
  parts.waiting.push(() => { end = parts.NAME(shown); });
  return () => end?.();
}
"""
_THERE = "for (const show of ourParts.waiting.splice(0)) show();\n"


@cache
def component(name: str, html: str, brings_code: bool = False) -> Callable:
    """The component of this name, registered once.

    brings_code: whether it is the one that brings the code of all; every page has to show it.
    """
    show = _BY_NAME.replace("NAME", _SHOWN_BY.get(name, name))
    alone = _STYLES_OF_THEIR_OWN.get(name, ())
    return st.components.v2.component(
        name,
        html=html,
        js=all_code() + show if brings_code else show,
        css=_read_files(_STYLES if brings_code else alone) or None,
        isolate_styles=bool(alone),
    )


def all_code() -> str:
    """The scripts of all components as one, each of which is then found by its name."""
    parts = "".join(f"{{\n{_with_imports(_SCRIPTS[name], name)}}}\n" for name in _SCRIPTS)
    return f"window.ourParts ??= {{ waiting: [] }};\n{parts}{_THERE}"


def _with_imports(script: str, name: str) -> str:
    """A script after those that it imports, its function under the component's name."""
    path = _FOLDER / script
    text = path.read_text("utf-8")
    imported = [(path.parent / found).resolve().relative_to(_FOLDER.resolve()) for found in _IMPORT.findall(text)]
    own = _EXPORT.sub("", _IMPORT.sub("", text).replace("export default ", f"ourParts.{name} = "))
    return "".join(_with_imports(str(each), name) for each in imported) + own


def _read_files(names: tuple[str, ...]) -> str:
    """The text of these files, one after the other."""
    return "".join((_FOLDER / name).read_text("utf-8") for name in names)
