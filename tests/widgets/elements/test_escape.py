import pytest

from widgets.elements.escape import escape_html, escape_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (":material/home:", r"\:material/home\:"),
        (":red[hot]", r"\:red\[hot\]"),
        ("$x$", r"\$x\$"),
        ("![x](http://a.b/c.png)", "\\!\\[x\\]\\(http\\:\u2060//a\\.b/c\\.png\\)"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("a  b\n\n# c", r"a b \# c"),
        ("user@example", "user\u2060\\@example"),
        ("1. one", r"1\. one"),
        ("back\\slash `code`", r"back\\slash \`code\`"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
    ],
)
def test_markdown_shows_text_as_it_is(text, escaped):
    assert escape_markdown(text) == escaped


def test_html_shows_text_as_it_is():
    assert escape_html("<img src='x'> & \"y\"") == "&lt;img src=&#x27;x&#x27;&gt; &amp; &quot;y&quot;"
