"""Components of our own: a piece of html with scripts and styles, which stand beside the code that shows them."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parents[1]
# What links scripts as modules; the browser gets those of a component as one.
_LINKS = re.compile(r"^import [^;]*;\n|^export (?!default)", re.MULTILINE)


@cache
def component(
    name: str,
    html: str,
    scripts: tuple[str, ...],
    styles: tuple[str, ...],
    isolate_styles: bool = False,
) -> Callable:
    """The component of this name, registered once; its files are named as seen from `widgets/`, each script after
    those that it imports."""
    return st.components.v2.component(
        name,
        html=html,
        js=_LINKS.sub("", _read_files(scripts)),
        css=_read_files(styles),
        isolate_styles=isolate_styles,
    )


def _read_files(names: tuple[str, ...]) -> str:
    """The text of these files, one after the other."""
    return "".join((_FOLDER / name).read_text("utf-8") for name in names)
