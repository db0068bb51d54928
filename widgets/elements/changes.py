"""Changes that a component of fields sends: all that it does not know to have arrived, with a rising number."""

import json

from widgets.frame.session import set_widget, widget_value


def pack_parts(parts: list[dict], more: str) -> bytes:
    """The fields as JSON bytes, the same for everyone who sees them, but for the number that comes in front."""
    return json.dumps({"parts": parts, "more": more}).encode()


def number_parts(packed: bytes, key: str) -> bytes:
    """The fields with the number of the last change taken, which tells the component what has arrived."""
    return b'{"number": %d, ' % widget_value(f"{key}-number", 0) + packed[1:]


def sent(key: str) -> dict:
    """What a component has sent; nothing where a run that was cut short forgot that the component is there."""
    return widget_value(key) or {}


def take_changes(key: str) -> dict:
    """The values by name that the component has just sent."""
    change = sent(key).get("change")
    if not isinstance(change, dict) or not isinstance(change.get("values"), dict):
        return {}
    set_widget(f"{key}-number", int(change.get("number", 0)))
    return change["values"]
