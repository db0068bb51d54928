"""File names that say what is in the file."""

import re
import unicodedata
from pathlib import PurePath

from analysis.selection.selection import MEMBERSHIP_FACETS, Selection
from analysis.table.load import BUILT_IN_FILE
from analysis.table.vocabulary import facet_heading

OURS = f"data/{BUILT_IN_FILE.name}"
_LONGEST_PART = 40
# What many choices of a facet are counted as.
_COUNTED = {
    "region": "regions",
    "subregion": "subregions",
    "territory": "territories",
    "activity": "activities",
}
# More names than these are a number.
_MOST = 6


def file_name(selection: Selection, suffix: str, what: str = "operations", table: str = OURS) -> str:
    """A name such as operations_africa_idps_1999-2006.csv: what, whose table, every condition, the file's kind."""
    parts = [what, table_part(table)]
    for facet in MEMBERSHIP_FACETS:
        if facet == "activity" and selection.activity and selection.match != "any":
            parts.append("without" if selection.match == "none" else selection.match)
        parts += _few(getattr(selection, facet), _COUNTED.get(facet, facet))
    if selection.years:
        first, last = selection.years
        parts += [] if selection.when == "active" else [selection.when]
        parts.append(f"{first}-{last}" if first != last else str(first))
    parts += selection.status
    for facet, codes in selection.own:
        parts += _few(codes, facet_heading(facet))
    # A search that is long or in letters that file names had better not hold is still a condition.
    searched = _slug(selection.search)
    parts += [searched if 0 < len(searched) <= _LONGEST_PART else "search"] if selection.search else []
    parts += [f"as-of-{selection.as_of}"] if selection.as_of else []
    return f"{'_'.join(slug for part in parts if (slug := _slug(part)))}.{suffix}"


def _few(chosen: tuple[str, ...], what: str) -> list[str]:
    """The choices of a facet by name, or how many they are where their names would be long: none is ever left out."""
    long = len(chosen) > _MOST or sum(map(len, chosen)) > _LONGEST_PART
    return [f"{len(chosen)} {what}"] if long else list(chosen)


def table_part(file: str) -> str:
    """What a file of a user's own adds to names: its own name without folder and ending, nothing for ours."""
    return "" if file == OURS else _slug(PurePath(file).stem)[:_LONGEST_PART].rstrip("-")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
