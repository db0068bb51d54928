"""Where a map looks, worked out by hand."""

import pandas as pd
import pytest

from charts.map.extent import map_view


@pytest.mark.parametrize(
    ("longitude", "latitude", "middle", "scale"),
    [
        # As high as 10 degrees with 12 of room on either side, of the world's 141.
        ([0.0, 20.0], [0.0, 10.0], (10.0, 5.0), round(141 / 34, 2)),
        # As wide as 120 degrees and the room, of 360.
        ([-20.0, 100.0], [0.0, 10.0], (40.0, 5.0), round(360 / 144, 2)),
        ([30.0], [-10.0], (30.0, -10.0), round(141 / 24, 2)),
        # Across the date line the stretch is 60 degrees and not 300.
        ([150.0, -150.0], [0.0, 0.0], (180.0, 0.0), round(360 / 84, 2)),
        # Both ways round are as long, so the one that needs no turning.
        ([-90.0, 90.0], [0.0, 4.0], (0.0, 2.0), round(360 / 204, 2)),
        # From pole to pole it would be smaller than the world, which is as small as it gets.
        ([0.0, 1.0], [-80.0, 80.0], (0.5, 0.0), 1.0),
    ],
)
def test_a_map_shows_its_points_with_room_around_them(longitude, latitude, middle, scale):
    view = map_view(pd.DataFrame({"longitude": longitude, "latitude": latitude}))
    assert view == {
        "center": {"lon": middle[0], "lat": middle[1]},
        "projection": {"type": "natural earth", "rotation": {"lon": middle[0]}, "scale": scale},
    }


def test_no_points_are_the_whole_world():
    assert map_view(pd.DataFrame({"longitude": [], "latitude": []})) == {}
