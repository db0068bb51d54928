"""Which language a run speaks."""

import streamlit as st

from analysis.text import languages
from analysis.view import LANGUAGE_PARAMETER
from widgets.frame.session import held, hold


def choose_language() -> str:
    """The language that the link asks for, or asked for before a page switch; else the browser's; else English."""
    available = languages()
    if st.query_params.get(LANGUAGE_PARAMETER) in available:
        hold("language", st.query_params[LANGUAGE_PARAMETER])
    asked = [held("language"), (st.context.locale or "").split("-")[0]]
    return next((code for code in asked if code in available), "en")
