"""Names stand in the order of each language's own alphabet."""

import pytest

from analysis.table.place_names import name_order
from analysis.text import in_language


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Åland Islands", "Albania", "Costa Rica", "Côte d'Ivoire", "Croatia"]),
        ("fr", ["Égypte", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "Éthiopie", "Fidji"]),
        ("fr", ["cote", "coté", "côte"]),
        ("es", ["Nicaragua", "Níger", "Nueva Zelandia", "Ñandú", "Omán"]),
        ("es", ["cana", "canto", "caña", "cañón", "caoba"]),
        ("ar", ["الأردن", "إسبانيا", "أفغانستان", "ألمانيا", "الإمارات العربية المتحدة", "بنما", "السودان", "اليمن"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(code, names):
    with in_language(code):
        assert sorted(set(names), key=name_order) == names
