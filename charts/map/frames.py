"""The years of the map as frames that the browser plays by itself."""

import pandas as pd

from analysis.text import _
from analysis.views.map.drawn import is_hatched

# The name of the frame that shows every year of the selection at once.
ANY_TIME = "any"


def year_movie(year_counts: pd.DataFrame, says: dict[str, str]) -> dict:
    """The `movie` of a map: a frame for each year of `count_points_by_year`, after one for all years.

    `shown` holds a 1 or a 0 for each point, in the one order of the points, so that the browser hides and
    shows what is drawn already instead of drawing it anew.  says: what is said of each frame.
    """
    active = {str(year): counts.gt(0).tolist() for year, counts in year_counts.items()}
    frames = {ANY_TIME: [True] * len(year_counts), **active}
    return {
        "frames": [
            {
                "name": name,
                "label": _("all years") if name == ANY_TIME else name,
                "shown": "".join("1" if point else "0" for point in shown),
                "hatched": name == ANY_TIME or is_hatched(int(name)),
                "says": says.get(name, ""),
            }
            for name, shown in frames.items()
        ],
        "words": {"play": _("Play the years"), "pause": _("Pause"), "year": _("Year shown"), "prefix": _("Active in:")},
    }
