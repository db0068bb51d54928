"""Where the map's outlines are: the file in static/ unless the setting names another."""

import json
import os
from functools import cache

import numpy as np
import pandas as pd

from charts.common.plotly_script import STATIC_FOLDER

# The side of the smallest outline that can be seen where the whole world is shown, in degrees.
_SEEN_DEGREES = 4.0

SETTING = "DASHBOARD_OUTLINES"
# plotly names the file by the resolution that a map asks for: 50, or 110 for a small one.
OUTLINE_FILE, SMALL_OUTLINE_FILE = "world_50m.json", "world_110m.json"


def outline_url() -> str:
    """The address that plotly completes to that of the outline file, for its setting `topojsonURL`."""
    chosen = _chosen()
    if chosen == OUTLINE_FILE:
        return "app/static/"
    # plotly adds a slash and a name of its own; behind a question mark a server does not look at them.
    return f"{chosen if _is_address(chosen) else f'app/static/{chosen}'}?"


def missing_outlines() -> str:
    """The name of the outline file in static/ that is not there; empty where it is, or lies on another server."""
    chosen = _chosen()
    return "" if _is_address(chosen) or (STATIC_FOLDER / chosen).is_file() else chosen


@cache
def south_sudan_hatching() -> dict[str, list[float | None]]:
    """lon and lat of the lines across South Sudan, parted by None; no lines where the file is missing."""
    try:
        return json.loads((STATIC_FOLDER / "south_sudan_hatching.json").read_text("utf-8"))
    except OSError:
        return {"lon": [], "lat": []}


@cache
def outline_sizes() -> dict[str, float]:
    """For each territory with an outline the side, in degrees, of a square that is as large; none without the file."""
    try:
        return json.loads((STATIC_FOLDER / "outline_sizes.json").read_text("utf-8"))
    except OSError:
        return {}


def too_small(iso3: pd.Series, view: dict) -> np.ndarray:
    """For each territory whether its outline is missing, or too small to be seen on a map that looks where `map_view`
    says."""
    scale = view["projection"]["scale"] if view else 1.0
    sizes = outline_sizes()
    return np.array([sizes.get(code, 0.0) for code in iso3]) * scale < _SEEN_DEGREES


def _chosen() -> str:
    return os.environ.get(SETTING, "").strip() or OUTLINE_FILE


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))
