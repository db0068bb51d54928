"""Where a map looks: the middle and the zoom that show some points with room around them."""

import numpy as np
import pandas as pd

WORLD_DEGREES = (360.0, 141.0)
ROOM_DEGREES = 12.0


def map_view(points: pd.DataFrame, room: float = ROOM_DEGREES) -> dict:
    """plotly's `center` and `projection` for the points with room around them, in degrees.

    Nothing, which is the whole world, where there are no points.
    """
    if points.empty:
        return {}
    west, east = _longitudes(points["longitude"].to_numpy())
    latitude = points["latitude"].to_numpy()
    south, north = latitude.min(), latitude.max()
    scale = min(WORLD_DEGREES[0] / (east - west + 2 * room), WORLD_DEGREES[1] / (north - south + 2 * room))
    middle = (west + east) / 2
    return {
        "center": {"lon": middle, "lat": (south + north) / 2},
        "projection": {"type": "natural earth", "rotation": {"lon": middle}, "scale": round(max(scale, 1.0), 2)},
    }


def _longitudes(longitudes: np.ndarray) -> tuple[float, float]:
    """The shorter stretch that holds them all, perhaps across the date line."""
    plain = (longitudes.min(), longitudes.max())
    turned = longitudes % 360
    return plain if plain[1] - plain[0] <= turned.max() - turned.min() else (turned.min(), turned.max())
