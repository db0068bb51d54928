"""File names that say what is in the file."""

import re
import unicodedata

from analysis.selection.selection import MEMBERSHIP_FACETS, Selection

_LONGEST = 100


def file_name(selection: Selection, suffix: str, what: str = "operations") -> str:
    """A name such as operations_africa_idps_1999-2006.csv: what, every condition, and the file's kind."""
    parts = [what]
    for facet in MEMBERSHIP_FACETS:
        if facet == "activity" and selection.activity and selection.match != "any":
            parts.append("without" if selection.match == "none" else selection.match)
        parts += getattr(selection, facet)
    if selection.years:
        first, last = selection.years
        parts += [] if selection.when == "active" else [selection.when]
        parts.append(f"{first}-{last}" if first != last else str(first))
    parts += selection.status
    # A search in letters that file names had better not hold is still a condition.
    parts += [_slug(selection.search) or "search"] if selection.search else []
    parts += [f"as-of-{selection.as_of}"] if selection.as_of else []
    stem = "_".join(slug for part in parts if (slug := _slug(part)))
    return f"{stem[:_LONGEST].rstrip('_-')}.{suffix}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
