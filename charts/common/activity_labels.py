"""What activities are called and mean, as text for labels and for what is shown on hover."""

import textwrap

from analysis.views.activities import Activities
from charts.common.style import escape

_LINE = 60
_SHORT = 5


def activity_labels(codes: list[str], activities: Activities) -> dict[str, str]:
    """Code and name of each activity, escaped."""
    return {code: escape(label) for code, label in activities.labels(codes).items()}


def activity_hovers(codes: list[str], activities: Activities) -> dict[str, str]:
    """Code, name and definition of each activity in short lines, escaped."""
    labels = activity_labels(codes, activities)
    texts = {code: textwrap.wrap(activities.meanings[code], _LINE) for code in codes}
    return {code: "<br>".join([f"<b>{labels[code]}</b>", *map(escape, texts[code])]) for code in codes}


def wrapped(text: str) -> str:
    """A text in short lines, escaped."""
    return "<br>".join(map(escape, textwrap.wrap(text, _LINE)))


def shorten(text: str, most: int) -> str:
    """The text, cut with an ellipsis where it is longer than `most` letters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def head_lines(codes: list[str]) -> list[int]:
    """The line that the head of each narrow column stands on, counted upwards: where names are long, every other one
    is a line higher, and so has the width of two columns."""
    long = any(len(code) > _SHORT for code in codes)
    return [position % 2 if long else 0 for position in range(len(codes))]
