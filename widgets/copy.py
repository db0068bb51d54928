"""A button that puts text on the clipboard."""

from functools import cache

import streamlit as st

_SCRIPT = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    await navigator.clipboard.writeText(data.text);
    button.textContent = data.done;
    setTimeout(() => { button.textContent = data.label; }, 2000);
  };
}
"""
_STYLE = """
button { font: inherit; color: var(--st-text-color); background: none; border: 1px solid var(--st-border-color);
  border-radius: 0.5rem; padding: 0.25rem 0.75rem; min-height: 2.5rem; cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); }
"""


def show_copy_button(text: str, label: str, done: str) -> None:
    """Show a button that copies `text`."""
    _copy_component()(data={"text": text, "label": label, "done": done}, key="copy")


@cache
def _copy_component():
    return st.components.v2.component("copy", html="<button type='button'></button>", js=_SCRIPT, css=_STYLE)
