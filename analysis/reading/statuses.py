"""Words and codes for how an operation stands, by `data/recognise/statuses.toml`."""

import re

from analysis.caches import cached_by_text
from analysis.reading.dates import fold
from analysis.reading.vocabulary import load_words, word_list

_KINDS = ("ongoing", "closed", "planned", "cancelled")


@cached_by_text
def read_status(printed: str) -> str:
    """ongoing, closed, planned, cancelled, or "" for a word that is none of them."""
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(printed)).split())
    plain = re.sub(r"^(?:\d{1,2}|status|project|activity|projet|proyecto) ", "", plain)
    # A word of two kinds is of the last of them.
    return next((status for status in reversed(_KINDS) if plain in word_list("statuses", status)), "")


def read_statuses(texts: list[str]) -> list[str]:
    """The status of each of a column's different texts; digits are IATI's codes where all of them are such."""
    filled = [text.strip() for text in texts if text.strip()]
    iati = load_words("statuses")["iati"]
    if filled and all(text in iati for text in filled):
        return [iati.get(text.strip(), "") for text in texts]
    return [read_status(text) for text in texts]
