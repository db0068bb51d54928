"""Views that have a name are listed on the overview and in the menu, with what is said beside them."""

from analysis.text import in_language
from exports.named_views import NamedView
from widgets.views.views import views_data


def test_views_of_everyone_go_to_the_browser_with_their_texts():
    data = views_data([NamedView("Africa", "map?region=africa", "where"), NamedView("All", "overview")], keep=False)
    assert data["team"] == [["Africa", "map?region=africa", "where"], ["All", "overview", ""]]
    assert not data["keep"] and "in this browser alone" in data["words"]["where"]


def test_the_words_are_those_of_the_language_and_keep_their_places():
    with in_language("fr"):
        words = views_data([], keep=True)["words"]
    assert words["title"] == "Vues" and "{name}" in words["removeOne"] and "{file}" in words["none"]
