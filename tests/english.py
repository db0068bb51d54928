"""Whether a text in another language holds words of ours in English, by the catalogue of that language."""

import re

from babel.messages.pofile import read_po

from analysis.text import LOCALE_FOLDER


def english_in(texts: list[str], code: str) -> list[str]:
    """Those texts that are an English message, or hold three words of one, which the language says otherwise."""
    with (LOCALE_FOLDER / code / "LC_MESSAGES" / "dashboard.po").open("rb") as file:
        pairs = [(message.id, message.string) for message in read_po(file) if message.id]
    originals = {text for ids, said in pairs if ids != said for text in (ids if isinstance(ids, tuple) else (ids,))}
    parts = {part.strip() for text in originals for part in re.split(r"%?\{[^{}]*\}", text)}
    long = [part for part in parts if len(part.split()) > 2]
    return [text for text in texts if text.strip() in originals or any(part in text for part in long)]
