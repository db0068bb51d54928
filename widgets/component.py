"""Components of our own: a piece of html with the scripts and styles that stand beside this file."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent


@cache
def component(
    name: str,
    html: str,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    isolate_styles: bool = False,
) -> Callable:
    """The component of this name, registered once; its files are `name.js` and `name.css` where none are named."""
    return st.components.v2.component(
        name,
        html=html,
        js=_read_files(scripts or (f"{name}.js",)),
        css=_read_files(styles or (f"{name}.css",)),
        isolate_styles=isolate_styles,
    )


def _read_files(names: tuple[str, ...]) -> str:
    """The text of these files, one after the other."""
    return "".join((_FOLDER / name).read_text("utf-8") for name in names)
