"""The words that tables of any maker are recognised by: data, in `data/recognise/`, one file a subject."""

import tomllib
from pathlib import Path
from typing import Any

from analysis.caches import cached_by_text
from analysis.errors import InputError
from analysis.text import _

FOLDER = Path(__file__).parents[2] / "data" / "recognise"


@cached_by_text
def load_words(name: str) -> dict[str, Any]:
    """The words of a file by their keys, as TOML has them; InputError names the file and what is wrong in it."""
    path = FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            _("{file} cannot be read: {why}.").format(file=f"data/recognise/{path.name}", why=error)
        ) from None


def word_list(name: str, *keys: str) -> list[str]:
    """The list of texts under these keys of a file; InputError where none stands there."""
    words: Any = load_words(name)
    for key in keys:
        words = words.get(key) if isinstance(words, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InputError(
            _("data/recognise/{name}.toml: {key} is no list of words.").format(name=name, key=".".join(keys))
        )
    return words
