"""What stands out in a selection, each line leading on to what it speaks of."""

from functools import cache

import streamlit as st

from analysis.findings import find_standouts
from analysis.select import Selected
from analysis.text import _
from widgets.cache import Kept, view_key
from widgets.navigation import PAGE_TITLES
from widgets.view import change_selection, go_to

_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".standouts");
  list.replaceChildren(...data.lines.map((line, place) => {
    const item = document.createElement("li");
    const text = document.createElement("span");
    text.textContent = line.text + " ";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = line.lead;
    button.setAttribute("aria-label", `${line.lead}: ${line.text}`);
    button.onclick = () => setTriggerValue("open", place);
    item.append(text, button);
    return item;
  }));
  parentElement.querySelector("h3").textContent = data.title;
}
"""
_STYLE = """
.part { color: var(--st-text-color); font-family: var(--st-font); }
.part h3 { font-size: 1.05rem; font-weight: 600; margin: 0 0 0.3rem; }
.standouts { margin: 0; padding-left: 1.1rem; line-height: 1.6; }
.standouts button { font: inherit; color: var(--st-link-color); background: none; border: 0; padding: 0 0.2rem;
  text-decoration: underline; cursor: pointer; min-height: 1.75rem; }
"""


_kept = Kept(512)


def show_standouts(selected: Selected) -> None:
    """Show three or four lines of what stands out; nothing where too few operations are left to say."""
    found = _kept.get(view_key(selected), lambda: find_standouts(selected))
    if not found:
        return

    def take_open() -> None:
        place = st.session_state["standouts"].get("open")
        if isinstance(place, int) and 0 <= place < len(found):
            if found[place].selection is not None:
                change_selection(found[place].selection)
            go_to(_page_of(found[place]))

    lines = [
        {"text": finding.text, "lead": _("See {page}").format(page=_(PAGE_TITLES[_page_of(finding)]))}
        for finding in found
    ]
    _component()(data={"title": _("What stands out"), "lines": lines}, key="standouts", on_open_change=take_open)


def _page_of(finding) -> str:
    return finding.page if finding.page in PAGE_TITLES else "operations"


@cache
def _component():
    html = "<div class='part'><h3></h3><ul class='standouts'></ul></div>"
    return st.components.v2.component("standouts", html=html, js=_SCRIPT, css=_STYLE, isolate_styles=False)
