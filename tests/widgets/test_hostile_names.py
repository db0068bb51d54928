"""Names that hold Markdown, HTML, TeX, templates of plotly or links are shown as they are, on every page."""

import json
import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_texts import html
from tests.widgets.your_table.test_bring import go_to, open_page, paste
from widgets.frame.navigation import PAGE_TITLES

NAMES = [
    "![pix](http://evil.example/a.png)", "[lnk](http://evil.example)", "<img src=x onerror=alert(1)>",
    "<a href='http://evil.example'>k</a>", "<script>alert(1)</script>", "$\\frac{1}{2}$", "%{zz}", ":red[x]", "=1+1",
    "Mali; <img src=x>", "Kenya",
]  # fmt: skip
# What a name would begin if it were taken for Markdown, and for an element.
MARKDOWN = re.compile(r"(?<!\\)(?:!?\[(?:pix|lnk)\]|:red\[|<(?:img|a |script>a)|\$)")
ELEMENT = re.compile(r"<(?:img|a href='http|script>a)")
# What is plain text, or is looked at otherwise.
PLAIN_FIELDS = ("options", "id", "form_id", "default", "raw_values", "value")
PLAIN_ELEMENTS = ("html", "code", "dataframe", "arrow_data_frame", "bidi_component")
SHOWN_AS_TEXT = ("title", "caption", "alt", "rows", "csv", "columns", "name", "customdata", "opens")


def make_table() -> str:
    """Cells in which the names stand as countries, activities and in a column of their own."""
    rows = [
        f'"{name}"\t{1990 + i}\t{2001 if i % 2 else ""}\t{name}; {NAMES[-1 - i]}\t{name}'
        for i, name in enumerate(NAMES)
    ]
    return "\n".join(["Country\tStart\tEnd\tSector\t<b>Title</b>", *rows])


def elements(block) -> Iterator:
    """All that stands in a block."""
    for child in getattr(block, "children", {}).values():
        yield child
        yield from elements(child)


def texts(proto) -> Iterator[str]:
    """All texts of a message but those in plain fields."""
    for field, value in proto.ListFields():
        if field.name in PLAIN_FIELDS:
            continue
        for part in value if hasattr(value, "append") or hasattr(value, "add") else [value]:
            if isinstance(part, str):
                yield part
            elif hasattr(part, "ListFields"):
                yield from texts(part)


def drawn_texts(value, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text that plotly draws with the key it stands at: those of figures, and those named as HTML."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from drawn_texts(json.loads(part) if name == "figure" else part, name)
    elif isinstance(value, list):
        for part in value:
            yield from drawn_texts(part, key)
    elif isinstance(value, str) and key not in SHOWN_AS_TEXT:
        yield key, value


@pytest.fixture(scope="module")
def using() -> AppTest:
    """A session that uses the table."""
    app = paste(open_page(), make_table())
    return app.button(key="use-table").click().run()


@pytest.mark.parametrize("page", PAGE_TITLES)
def test_names_are_shown_as_they_are(using, page):
    go_to(using, page)
    assert not using.exception and using.session_state["view"].page == page
    assert not ELEMENT.search(html(using))
    for element in [*elements(using.main), *elements(using.sidebar)]:
        proto = getattr(element, "proto", None)
        if proto is not None and element.type not in PLAIN_ELEMENTS:
            assert [text for text in texts(proto) if MARKDOWN.search(text)] == [], element.type


@pytest.mark.parametrize("page", ["overview", "timeline", "map", "activities", "durations", "country", "compare"])
def test_charts_draw_names_as_they_are(using, page):
    go_to(using, page)
    sent = [
        e.proto for e in elements(using.main) if e.type == "bidi_component" and e.proto.WhichOneof("data") == "bytes"
    ]
    charts = [chart for chart in (json.loads(proto.bytes) for proto in sent) if "figure" in chart]
    assert charts or page == "country"
    for key, text in drawn_texts(charts):
        assert not ELEMENT.search(text), key
        assert "template" not in key or "{zz}" not in text, key
