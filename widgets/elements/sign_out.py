"""Who has signed in, and the way out."""

import os

import streamlit as st

from analysis.text import _
from widgets.elements.escape import escape_html

_STYLE = "<style>.signed-in{font-size:.875rem;overflow-wrap:anywhere}</style>"


def show_sign_out() -> None:
    """Show who has signed in with the link that signs them out; nothing where nobody has to."""
    if not os.environ.get("OPERATIONS_LOGIN"):
        return
    name = next((str(st.user[claim]) for claim in ("email", "name", "sub") if st.user.get(claim)), "")
    out = escape_html(_("Sign out"))
    link = f"<a href='auth/logout' target='_self'>{out}</a>"
    st.sidebar.html(f"{_STYLE}<div class='signed-in'>{escape_html(name)} {link}</div>")
