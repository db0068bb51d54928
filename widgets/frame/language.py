"""Which language a run speaks, and the switch that every page has for it."""

from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.text import _, from_right, language, languages
from analysis.view import LANGUAGE_PARAMETER
from widgets.download.embedded import is_embedded
from widgets.elements.changes import sent
from widgets.elements.component import component
from widgets.elements.their_words import their_words
from widgets.frame.session import held, hold, take_held

# Each by its own name, so that whoever reads no other finds it.
_OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية"}
COOKIE = "language"


def choose_language() -> str:
    """The language that the link asks for, or was chosen before; else the one that this browser chose last, else the
    first of its own list that there is; else English."""
    _follow_link()
    asked = [held("language"), st.context.cookies.get(COOKIE), *_browser_languages()]
    return next((code for code in asked if code in languages()), "en")


def show_language_switch() -> None:
    """Show the languages that there are, each by its own name, and tell the browser which one the page is in."""
    show = component(
        "language",
        "<label class='language'><span></span><select></select></label>",
        brings_code=True,
    )
    names = [[code, _OWN_NAMES.get(code, code)] for code in languages()]
    data = {"language": language(), "languages": names, "label": _("Language"), "hidden": is_embedded()}
    data |= {"from_right": from_right(), "words": their_words()}
    show(data=data | {"cookie": COOKIE}, key="language-switch", on_chosen_change=_take_chosen)


def _take_chosen() -> None:
    code = sent("language-switch").get("chosen")
    if code in languages():
        hold("language", code)
        # What the address says is from before the choice.
        if link := held("link"):
            hold("link", replace(link, changed=True))


def _follow_link() -> None:
    asked, link, context = st.query_params.get(LANGUAGE_PARAMETER), held("link"), get_script_run_ctx()
    if asked in languages():
        if link is None or [asked] != link.query.get(LANGUAGE_PARAMETER):
            hold("language", asked)
    elif context and context.is_history_navigation:
        # A step back to before the choice; asking for the language again would end all steps back.
        take_held("language")


def _browser_languages() -> list[str]:
    """The codes of the browser's languages, in its order; those without a weight are first."""
    listed = [part.strip().split(";q=") for part in (st.context.headers.get("Accept-Language") or "").split(",")]
    weighed = sorted(listed, key=lambda part: -_weight(part[1]) if len(part) > 1 else -1.0)
    return [part[0].split("-")[0].casefold() for part in weighed]


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
