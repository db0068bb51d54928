"""plotly's script, served by this server: the page never asks another host for anything."""

from pathlib import Path

STATIC_FOLDER = Path(__file__).parents[2] / "static"
# That of plotly.js in the installed plotly, whose checks our figures pass.
PLOTLY_VERSION = "4.1.1"


def plotly_script() -> str:
    """The address of plotly's script: the part of it that our charts are drawn with (`scripts/build_plotly.py`)."""
    return f"app/static/plotly-{PLOTLY_VERSION}-of-ours.min.js"
