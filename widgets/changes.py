"""Changes that a component of fields sends: all that it does not know to have arrived, with a rising number."""

import streamlit as st


def changes_taken(key: str) -> int:
    """The number of the last change that was taken from a component, which tells it what has arrived."""
    return st.session_state.get(f"{key}-number", 0)


def take_changes(key: str) -> dict:
    """The values by name that the component has just sent."""
    change = st.session_state[key].get("change")
    if not isinstance(change, dict) or not isinstance(change.get("values"), dict):
        return {}
    st.session_state[f"{key}-number"] = int(change.get("number", 0))
    return change["values"]
