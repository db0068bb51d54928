"""Lines of text, each with a button that leads on."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from widgets.changes import sent

_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".leads");
  const heading = root.querySelector("h3");
  heading.textContent = data.title;
  heading.hidden = !data.title;
  const list = root.querySelector("ul");
  list.className = data.inRow ? "row" : "lines";
  list.replaceChildren(...data.leads.map(([label, text], place) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.onclick = () => setTriggerValue("choose", place);
    const words = document.createElement("span");
    words.textContent = text ? ` ${text}` : "";
    item.append(button, words);
    return item;
  }));
}
"""
_STYLE = """
.leads { color: var(--st-text-color); font-family: var(--st-font); }
.leads h3 { font-size: 1.05rem; font-weight: 600; margin: 0 0 0.3rem; }
.leads ul { list-style: none; margin: 0; padding: 0; line-height: 1.45; }
.leads .lines li { margin-bottom: 0.25rem; }
.leads .row { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.leads button { font: inherit; color: inherit; background: none; cursor: pointer; text-align: left;
  border: 1px solid var(--st-border-color); border-radius: 0.5rem; padding: 0.1rem 0.7rem; min-height: 2rem; }
.leads button:hover, .leads button:focus-visible { border-color: var(--st-primary-color); }
"""


def show_leads(
    key: str, title: str, leads: list[tuple[str, str]], choose: Callable[[int], None], in_row: bool = False
) -> None:
    """Show (button, text) pairs under a title; `choose` gets the place of the one that is pressed."""

    def take() -> None:
        place = sent(key).get("choose")
        if isinstance(place, int) and 0 <= place < len(leads):
            choose(place)

    _component()(data={"title": title, "leads": leads, "inRow": in_row}, key=key, on_choose_change=take)


@cache
def _component():
    html = "<div class='leads'><h3></h3><ul></ul></div>"
    return st.components.v2.component("leads", html=html, js=_SCRIPT, css=_STYLE, isolate_styles=False)
