"""Long tables, a part at a time."""

import streamlit as st

from analysis.text import _


def choose_part(key: str, count: int, most: int) -> int:
    """Which row the shown part of at most `most` rows begins with; a table that fits has no choice to make."""
    if count <= most:
        return 0
    parts = -(-count // most)
    part = st.number_input(_("Part (of {parts})").format(parts=parts), 1, parts, 1, key=key)
    first = (int(part) - 1) * most
    st.caption(
        _("Rows {first} to {last} of {count}; the download holds all.").format(
            first=first + 1, last=min(first + most, count), count=count
        )
    )
    return first
