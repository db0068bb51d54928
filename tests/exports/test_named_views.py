"""Named views lead to this dashboard, whatever link they were copied from; a wrong file is one sentence."""

import pytest

from analysis.errors import InputError
from exports.named_views import VIEWS_FILE, NamedView, read_views


@pytest.fixture
def write(tmp_path, monkeypatch):
    """A function that writes the file of views of a dashboard of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / VIEWS_FILE).parent.mkdir()
    return lambda text: (tmp_path / VIEWS_FILE).write_text(text, "utf-8")


def test_there_are_none_without_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_views() == []


def test_views_are_read_in_their_order(write):
    write(
        '[[view]]\nname = "Afrique, en cours"\nlink = "https://d.example/dash/timeline?region=africa&status=ongoing"\n'
        'text = "Où nous travaillons"\n[[view]]\nname = "<b>"\nlink = "?activity=OCV"\n'
    )
    assert read_views() == [
        NamedView("Afrique, en cours", "timeline?region=africa&status=ongoing", "Où nous travaillons"),
        NamedView("<b>", "overview?activity=OCV"),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("view = 1", "it holds entries that begin with"),
        ("[[views]]\nname = 'a'", "it holds entries that begin with"),
        ("[[view]]\nname = 'a'", "each view has a name and a link"),
        ("[[view]]\nname = ''\nlink = '/'", "each view has a name and a link"),
        ("[[view]]\nname = 'a'\nlink = 5", "each view has a name and a link"),
        ("[[view]]\nname = 'a'\nlink = '/'\ncolour = 'red'", "each view has a name and a link"),
        ("[[view]]\nname = 'a'\nlink = 'javascript:alert(1)'", "is no page of the dashboard"),
        ("[[view]]\nname = 'a'\nlink = 'https://evil.example/login'", "login is no page of the dashboard"),
        ("name", "it is not TOML"),
    ],
)
def test_a_wrong_file_is_one_sentence(write, text, sentence):
    write(text)
    with pytest.raises(InputError, match=sentence):
        read_views()
