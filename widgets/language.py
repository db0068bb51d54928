"""Which language a run speaks."""

import streamlit as st

from analysis.text import LOCALE_FOLDER
from widgets.view import LANGUAGE_PARAMETER


def choose_language() -> str:
    """The language that the link asks for, else the browser's, where there is a catalogue for it; else English."""
    available = {folder.parent.name for folder in LOCALE_FOLDER.glob("*/LC_MESSAGES")}
    asked = [st.query_params.get(LANGUAGE_PARAMETER, ""), (st.context.locale or "").split("-")[0]]
    return next((code for code in asked if code in available), "en")
