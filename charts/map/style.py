"""The colours and sizes of the map, legible on the light and the dark theme alike."""

from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR

LAND_COLOUR = "rgba(128,128,128,0.22)"
BORDER_COLOUR = "rgba(128,128,128,0.55)"
HATCH_COLOUR = "rgba(128,128,128,0.9)"
EDGE_COLOUR = "rgba(255,255,255,0.85)"
PALE = 0.4
# From the first class to the last, as the last two digits of a colour.
FILL_STRENGTHS = ["59", "7D", "A1", "C4", "E6"]
PALE_STRENGTH = "33"
# From the first class to the last; each at least 3:1 on white and on the dark theme, told apart by
# colour-blind readers, and never alone: the size of a point grows with its class as well.
CLASS_COLOURS = ["#C27C0E", "#C8553D", "#B0417F", "#7A55C7", "#1F6FB4"]
COLOUR_SIZES = [8, 9, 10, 11, 12]
# plotly's legend shows no size above 16.
CLASS_SIZES = [6, 8.5, 11, 13.5, 16]


def class_looks(by: str, classes: int) -> list[tuple[str, float]]:
    """The colour and size (pixels) of each class, those of an unknown one last."""
    picked = _spread_out(classes)
    looks: list[tuple[str, float]]
    if by == "colour":
        looks = [(CLASS_COLOURS[number], COLOUR_SIZES[number]) for number in picked]
    else:
        looks = [(MAIN_COLOUR, CLASS_SIZES[number]) for number in picked]
    return [*looks, (OTHER_COLOUR, 8)]


def _spread_out(classes: int) -> list[int]:
    """As many of the five steps as there are classes: the middle one for one, else from the first to the last."""
    if classes == 1:
        return [1]
    return [round(number * 4 / (classes - 1)) for number in range(classes)]
