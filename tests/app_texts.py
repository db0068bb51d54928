"""What a page of the test harness says in words."""

import json

from streamlit.testing.v1 import AppTest


def html(app: AppTest) -> str:
    """All that stands in HTML on the page."""
    return " ".join(element.proto.body for element in app.get("html"))


def heading(app: AppTest) -> dict:
    """The name of the page, the sentence, its notes and conditions."""
    return component_data(app, "heading") or {"title": "", "sentence": "", "notes": [], "chips": []}


def component_data(app: AppTest, name: str, key: str = "") -> dict:
    """What the first component of this name and key shows; empty where there is none on the page."""
    shown = [each.proto for each in app.get("bidi_component")]
    named = [proto for proto in shown if proto.component_name == name and proto.id.endswith(key)]
    return json.loads(named[0].json) if named else {}


def texts(app: AppTest) -> str:
    """The heading, and all that stands in HTML on the page."""
    head = heading(app)
    return " ".join([head["title"], head["sentence"], *head["notes"], html(app)])


def chart_titles(app: AppTest) -> list[str]:
    """What the charts of the page state, in their order."""
    figures = [each.proto for each in app.get("bidi_component") if each.proto.component_name == "figure"]
    return [json.loads(figure.json or figure.bytes)["title"] for figure in figures]
