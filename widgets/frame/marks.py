"""What the mark of a name such as Kosovo* means, said once at the foot of a page."""

from collections.abc import Iterable

import streamlit as st

from widgets.elements.escape import escape_markdown
from widgets.frame.session import held, hold, take_held


def note_marks(notes: Iterable[str]) -> None:
    """Keep the notes on names with a mark that a part of the page shows, until its foot."""
    hold("marks", [*held("marks", []), *notes])


def show_marks() -> None:
    """Show each note that the page has need of once."""
    for note in dict.fromkeys(take_held("marks", [])):
        st.caption(escape_markdown(note))
