"""What a session holds between runs: the only module that touches Streamlit's session state.

Every key that is ours stands in the list below; what a widget or component sent is read by the widget's own key.
"""

from typing import Any

import streamlit as st

SESSION_KEYS = {
    "view": "the view in force, as `analysis.view` has it",
    "settings": "the settings of the pages visited before, by page",
    "link": "how the link and the view stand to each other, as `widgets.frame.link` has it",
    "ignored": "sentences on what the link named and nobody understood",
    "language": "the language that a link asked for",
    "table": "the content's hash of the table that the view was made for",
    "renewed": "when the table that everyone sees was replaced while this page was open; None once one goes elsewhere",
    "own-table": "the table that this session brought and uses, with what was understood of it",
    "awaited": "the link that is about a table which is still to be brought",
    "framed": "whether the frame has run since the page ran last",
    "go_to": "the page to open at the next run",
    "details": "what a click on a chart asked to see beside it, to be shown once: what it is, and its code",
    "selected": "the operations of the view, and what they were worked out from",
    "selected-second": "the same of the second selection",
    "marks": "the notes on names with a mark that the page has shown so far, for its foot",
    "dropped": "names that a change of region dropped, to be said once",
    "draft": "a table that was brought and is not in use yet",
    "read-upload": "the upload that the draft was read from",
    "choices": "what was decided about the table used last, or what a file of choices says, for the next one",
    "choices-brought": "whether they come from a file and wait for their table",
    "refusal": "why the last table that was brought cannot be used",
    "other-table": "the other table of a comparison, with what was understood of it",
    "other-table-file": "the upload that it was read from",
    "other-table-book": "the workbook that it comes from, where that has other sheets",
    "other-table-error": "why the last one that was brought cannot be used",
}


def held(key: str, default: Any = None) -> Any:
    """What the session holds under one of SESSION_KEYS."""
    return st.session_state.get(_ours(key), default)


def hold(key: str, value: Any) -> None:
    """Hold a value under one of SESSION_KEYS."""
    st.session_state[_ours(key)] = value


def take_held(key: str, default: Any = None) -> Any:
    """What the session holds under one of SESSION_KEYS; it is there no more."""
    return st.session_state.pop(_ours(key), default)


def widget_value(key: str, default: Any = None) -> Any:
    """What the widget or component of this key has sent last; a run that was cut short may have forgotten it."""
    return st.session_state.get(key, default)


def set_widget(key: str, value: Any) -> None:
    """Let the widget of this key show a value; before it is drawn, since it sends back what it shows."""
    st.session_state[key] = value


def _ours(key: str) -> str:
    """The key, KeyError where SESSION_KEYS does not list it."""
    SESSION_KEYS[key]
    return key
