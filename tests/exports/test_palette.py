"""Files and screen show the same thing in the same colour."""

import pytest

from charts import style
from exports import palette


def test_colours_of_one_name_are_one_colour():
    shared = {name for name in vars(palette) if name.isupper()} & set(vars(style))
    assert {"ACTIVITY_COLOURS", "STATUS_COLOURS", "MAIN_COLOUR", "OTHER_COLOUR", "MORE_COLOURS"} <= shared
    assert {name: getattr(palette, name) for name in shared} == {name: getattr(style, name) for name in shared}


@pytest.mark.parametrize("codes", [["CS", "ND"], ["Wells", "CS", "Roads"], [f"A{number}" for number in range(10)]])
def test_activities_have_the_colours_of_the_screen(codes):
    assert palette.activity_colours(codes) == style.activity_colours(codes)
