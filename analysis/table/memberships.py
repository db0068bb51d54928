"""Which operations belong to what, by numbers, made once a table, for fast counting.

Every facet hangs on a number that each operation holds: its place (territories, regions, names) or its
set of activities. So a facet is judged on the few places or sets and looked up for the operations.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.reading.dates import fold
from analysis.reading.reference import Reference
from analysis.table.snapshot import STATUSES
from analysis.table.table import Table
from analysis.table.vocabulary import cell_values, is_own, place_regions, vocabulary

_SIGNS = re.compile(r"[^\w\s]|_")
# The article is written as a part of its word: of السودان who searches may have written سودان.
_ARTICLE = re.compile(r"\b(?:ال|لل)(?=\w\w)")


@dataclass(frozen=True, eq=False)
class Memberships:
    """Which holders (places or sets) have which options; `held_by` is the column of their numbers.

    holder, option: numbers, one pair each membership; codes: the option's codes in the order of the vocabulary.
    numbers: the holder of each operation where the column has texts.
    """

    table: Table
    held_by: str
    holder_count: int
    holder: np.ndarray
    option: np.ndarray
    codes: np.ndarray
    numbers: np.ndarray | None = None

    @cached_property
    def holder_of(self) -> np.ndarray:
        """The holder of each operation."""
        return self.numbers if self.numbers is not None else self.table.operations[self.held_by].to_numpy()

    def holders_with(self, chosen) -> np.ndarray:
        """How many of the chosen codes each holder has."""
        wanted = np.isin(self.codes, list(chosen))
        return np.bincount(self.holder[wanted[self.option]], minlength=self.holder_count)

    def count_options(self, operations: np.ndarray) -> np.ndarray:
        """How many of the operations (a mask) belong to each option; one in several counts in each."""
        return self.weigh_options(self.count_holders(operations))

    def count_holders(self, operations: np.ndarray) -> np.ndarray:
        """How many of the operations (a mask) each holder has."""
        return self.table.tally(operations, self.holder_of[operations], self.holder_count)

    @cached_property
    def codes_held(self) -> list[tuple[str, ...]]:
        """The codes of each holder, in the order of the vocabulary."""
        held: list[list[str]] = [[] for _holder in range(self.holder_count)]
        for which in np.argsort(self.option, kind="stable"):
            held[self.holder[which]].append(self.codes[self.option[which]])
        return [tuple(codes) for codes in held]

    def weigh_options(self, held: np.ndarray) -> np.ndarray:
        """The sum over each option's holders of what they hold."""
        return np.bincount(self.option, held[self.holder], len(self.codes)).astype(np.int64)


@cached_on_value
def facet_memberships(table: Table, facet: str) -> Memberships:
    """The memberships of region, subregion or territory (held by places), activity (held by sets) or a facet of the
    user's own (held by its different cells)."""
    numbers = None
    if is_own(facet):
        held_by = facet.removeprefix(".")
        numbers, cells = pd.factorize(table.operations[held_by])
        held = [(cell, value) for cell, text in enumerate(cells) for value in cell_values(text)]
        pairs, count = pd.DataFrame(held, columns=["cell", "value"]), len(cells)
    elif facet == "activity":
        pairs, held_by, count = table.set_activities, "activity_set", table.set_count
    elif facet == "territory":
        pairs, held_by, count = table.place_territories, "place", len(table.places)
    else:
        pairs, held_by, count = place_regions(table, facet), "place", len(table.places)
    order = vocabulary(table)[facet]
    holder, code = pairs.iloc[:, 0].to_numpy(), pairs.iloc[:, 1]
    return Memberships(
        table=table,
        held_by=held_by,
        holder_count=count,
        holder=holder.astype(np.int64),
        option=code.map(order).to_numpy(dtype=np.int64),
        codes=np.array(list(order), object),
        numbers=numbers,
    )


def search_key(text: str) -> str:
    """`text` for searching: its words alone, folded, no accent, hyphen, apostrophe or article matters."""
    folded = fold(text)
    # Who searches for a sign alone means the sign.
    return " ".join(_ARTICLE.sub("", _SIGNS.sub(" ", folded)).split()) or folded


@cached_on_value
def search_titles(table: Table) -> np.ndarray:
    """For each operation its title and id, folded, for searching; empty texts where the table has neither."""
    texts = np.full(len(table.operations), "", object)
    for column in filter(None, (table.own.title, table.own.id)):
        numbers, different = pd.factorize(table.operations[column])
        texts = texts + "\n" + np.array([search_key(text) for text in different], object)[numbers]
    return texts


@cached_on_value
def search_texts(table: Table) -> np.ndarray:
    """For each place its printed name and its territories' names in every language, as `search_key` has them."""
    texts = [search_key(printed) for printed in table.places]
    names = _names_to_search(table.reference)
    for place, iso3 in table.place_territories.itertuples(index=False):
        texts[place] += f"\n{names[iso3]}"
    return np.array(texts, object)


@cached_on_value
def _names_to_search(reference: Reference) -> dict[str, str]:
    """The names of each territory, usual ones and those of what was part of it then among them, one a line."""
    territories, aliases, notes = reference.territories, reference.aliases, reference.notes
    columns = [name for name in territories if name.startswith("name_")]
    found = {
        iso3: list(dict.fromkeys(row))
        for iso3, row in zip(territories.index, territories[columns].to_numpy(), strict=True)
    }
    for printed, iso3 in aliases.loc[~aliases["why"].str.startswith("official long"), ["printed", "iso3"]].to_numpy():
        # Of a name of several territories each is a part.
        for code in iso3.split(";"):
            found[code].append(printed)
    for iso3, part in notes.loc[notes["why"] == "boundary", ["iso3", "see"]].to_numpy():
        found[iso3].extend(territories.loc[part, columns])
    return {iso3: "\n".join(map(search_key, names)) for iso3, names in found.items()}


def status_codes(operations: pd.DataFrame) -> np.ndarray:
    """Each operation's status as its number in STATUSES."""
    return operations["status"].cat.codes.to_numpy()


def status_numbers(chosen) -> list[int]:
    """The numbers of these statuses."""
    return [STATUSES.index(status) for status in chosen]
