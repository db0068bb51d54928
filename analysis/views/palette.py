"""The colours that mean the same on screen and in files; safe for colour-blind readers, 3:1 on white and on dark.

How far they are from each other is measured in `tests/analysis/views/test_palette.py`.
"""

from analysis.caches import cached_on_value
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary

ACTIVITY_COLOURS = {"IDPs": "#CC79A7", "DDR": "#117733", "OCV": "#AA4499", "CS": "#999933", "ND": "#1A85FF"}
REGION_COLOURS = {
    "Africa": "#D77969",
    "Americas": "#7267C0",
    "Asia": "#1A9A98",
    "Europe": "#AE3D66",
    "Oceania": "#897603",
}
# Activities of a user's own table, in the order of how common they are; the rest are grey: no sixth colour keeps its
# distance from these five and from the regions.
MORE_COLOURS = tuple(ACTIVITY_COLOURS.values())
STATUS_COLOURS = {"ongoing": "#1F78B4", "closed": "#808080", "unknown": "#A67C00"}
MAIN_COLOUR = "#1F78B4"
OTHER_COLOUR = "#808080"


@cached_on_value
def activity_colours(table: Table) -> dict[str, str]:
    """A colour for each activity of a table, the same whatever is chosen: by how common it is in the whole table."""
    occurring = set(table.set_activities["activity"])
    return colour_codes([code for code in vocabulary(table)["activity"] if code in occurring])


def facet_colours(table: Table, facet: str) -> dict[str, str]:
    """A colour for each value of a facet of the user's own: for the most common ones, grey for the rest."""
    return colour_codes(list(vocabulary(table)[facet]))


def colour_codes(codes: list[str]) -> dict[str, str]:
    """A colour for each activity code, the leaflet's own for its five, grey once the palette is used up."""
    free = iter([c for c in MORE_COLOURS if not any(ACTIVITY_COLOURS.get(code) == c for code in codes)])
    return {code: ACTIVITY_COLOURS.get(code) or next(free, OTHER_COLOUR) for code in codes}
