"""The colours of charts in files: those of the charts on screen, safe for colour-blind readers."""

ACTIVITY_COLOURS = {"IDPs": "#CC79A7", "DDR": "#117733", "OCV": "#AA4499", "CS": "#999933", "ND": "#1A85FF"}
STATUS_COLOURS = {"ongoing": "#1F78B4", "closed": "#808080", "unknown": "#A67C00"}
MAIN_COLOUR = "#1F78B4"
OTHER_COLOUR = "#808080"
INK, QUIET_INK, LINE = "#111111", "#555555", "#D0D4D8"


def activity_colour(code: str) -> str:
    """The colour of an activity, grey where it has none of its own; its label always stands beside it."""
    return ACTIVITY_COLOURS.get(code, OTHER_COLOUR)
