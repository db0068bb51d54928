"""A search finds a place by any of its names, however they are written."""

import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in


@pytest.mark.parametrize(
    ("search", "lines"),
    [
        ("Timor Leste", ["East Timor"]),
        ("cote d ivoire", ["Ivory Coast"]),
        ("Costa de Marfil", ["Ivory Coast"]),
        ("south sudan", ["Sudan"]),
        ("ÉTHIOPIE", ["Ethiopia"]),
        ("guinea bissau", ["Guinea-Bissau"]),
        ("كوت ديفوار", ["Ivory Coast"]),
        ("ساحل العاج", ["Ivory Coast"]),
        ("اثيوبيا", ["Ethiopia"]),
        ("كولومبيـــا", ["Colombia"]),
        ("غينيا بيساو", ["Guinea-Bissau"]),
        ("جنوب سودان", ["Sudan"]),
        ("البوسنه", ["Bosnia - Herzegovina"]),
        ("atlantis", []),
    ],
)
def test_a_place_is_found_by_any_name(search, lines):
    table = load_built_in()
    chosen = select(table, Selection(search=search)).chosen
    assert table.operations.loc[chosen, "country"].tolist() == lines
