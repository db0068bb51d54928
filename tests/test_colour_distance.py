"""The measure of colours against published pairs."""

import pytest

from tests.colour_distance import distance, lab

# Sharma, Wu and Dalal (2005), table 1.
PUBLISHED = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED)
def test_distances_are_those_of_the_paper(one, other, expected):
    assert distance(one, other) == pytest.approx(expected, abs=5e-5)
    assert distance(other, one) == pytest.approx(expected, abs=5e-5)


def test_white_and_grey_have_no_hue_to_any_sight():
    for sight in ("normal", "protanope", "deuteranope", "tritanope"):
        assert lab("#FFFFFF", sight) == pytest.approx((100, 0, 0), abs=0.02)
        assert lab("#808080", sight) == pytest.approx((53.585, 0, 0), abs=0.02)


def test_who_lacks_a_cone_takes_red_and_green_for_one():
    red, green = "#C04040", "#6A6A2A"
    assert distance(lab(red), lab(green)) > 30
    assert distance(lab(red, "deuteranope"), lab(green, "deuteranope")) < 15
