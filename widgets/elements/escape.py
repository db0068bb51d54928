"""Data in places that read Markdown or HTML."""

import html
import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@])")


def escape_markdown(text: str) -> str:
    """`text` so that Markdown shows it as it is: no pictures, links, formulas or colours."""
    # Addresses become links even where they are escaped, unless something that nobody sees stands in them.
    text = re.sub(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", "\u2060", text)
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def escape_html(text: str) -> str:
    """`text` so that HTML shows it as it is."""
    return html.escape(text)
