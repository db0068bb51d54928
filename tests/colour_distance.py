"""How far two colours are from each other, for an eye that sees all colours and for eyes that lack a kind of cone.

CIEDE2000 after Sharma, Wu and Dalal (2005), Color Research and Application 30, 21-30; missing cones after Machado,
Oliveira and Fernandes (2009), IEEE Transactions on Visualization 15, 1291-1298, at full severity, in linear light.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranope": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanope": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)
Lab = tuple[float, float, float]


def lab(colour: str, sight: str = "normal") -> Lab:
    """L*, a*, b* (D65) of a colour such as #1A9A98 as an eye of this sight sees it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(part, 0.0), 1.0) for part in _times(SIGHTS[sight], light)]
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Lab, other: Lab) -> float:
    """CIEDE2000 of two colours, all three weights 1."""
    light, chroma, hue, mean_light, mean_chroma, mean_hue = _differences(one, other)
    turn = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    light /= 1 + 0.015 * (mean_light - 50) ** 2 / sqrt(20 + (mean_light - 50) ** 2)
    chroma /= 1 + 0.045 * mean_chroma
    hue /= 1 + 0.015 * mean_chroma * turn
    blue = radians(60 * exp(-(((mean_hue - 275) / 25) ** 2)))
    rotation = -2 * _saturation(mean_chroma) * sin(blue)
    return sqrt(light**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def _differences(one: Lab, other: Lab) -> tuple[float, float, float, float, float, float]:
    """The differences and the means of lightness, chroma and hue."""
    more = 1 + 0.5 * (1 - _saturation((hypot(*one[1:]) + hypot(*other[1:])) / 2))
    (light_1, chroma_1, hue_1), (light_2, chroma_2, hue_2) = (
        (light, hypot(a * more, b), degrees(atan2(b, a * more)) % 360) for light, a, b in (one, other)
    )
    if not chroma_1 * chroma_2:
        # A grey has no hue: what the other has is the mean, and they do not differ in it.
        angle, mean_hue = 0.0, hue_1 + hue_2
    else:
        angle = (hue_2 - hue_1 + 180) % 360 - 180
        mean_hue = (hue_1 + angle / 2) % 360
    hue = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(angle / 2))
    means = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2, mean_hue
    return light_2 - light_1, chroma_2 - chroma_1, hue, *means


def _saturation(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _times(matrix: tuple, vector: list[float]) -> list[float]:
    return [sum(weight * part for weight, part in zip(row, vector, strict=True)) for row in matrix]
