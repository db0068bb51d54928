"""Two selections of one table side by side, called A and B."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_facet, count_years
from analysis.counts.durations.survival import Survival, selected_survival
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.totals import count_shared
from analysis.selection.select import Selected, leave_out
from analysis.selection.sentence import selection_sentence
from analysis.text import _


@dataclass(frozen=True, eq=False)
class Comparison:
    """A and B, and how many operations meet the conditions of both; without them where B leaves them out."""

    first: Selected
    second: Selected
    shared: int
    left_out: bool

    @cached_property
    def parts(self) -> tuple[Selected, Selected]:
        """A and B."""
        return self.first, self.second

    @cached_property
    def survivals(self) -> tuple[Survival, Survival]:
        """The Kaplan-Meier estimate over the spells of A and of B."""
        return ask(self.first, selected_survival), ask(self.second, selected_survival)

    @property
    def same(self) -> bool:
        """Whether A and B are the same operations as of the same date."""
        first, second = self.first, self.second
        if first.snapshot.as_of != second.snapshot.as_of or first.count != second.count:
            return False
        return not first.count or (not self.left_out and self.shared == first.count)


def compare(first: Selected, second: Selected, left_out: bool = False) -> Comparison:
    """Two selections side by side; with `left_out`, what is in A is not counted in B."""
    shared = ask(first, count_shared, second.selection)
    return Comparison(first, leave_out(second, first) if left_out else second, shared, left_out)


def compared_sentences(comparison: Comparison) -> tuple[str, str]:
    """What each of the two is, in a sentence."""
    further = (_("not in the first"),) if comparison.left_out else ()
    return selection_sentence(comparison.first), selection_sentence(comparison.second, further)


def compare_activities(comparison: Comparison) -> pd.DataFrame:
    """activity, first, second (operations), first_share, second_share (of the operations of A and of B, missing
    where there are none): those most common in A first, then in B."""
    counted = [ask(part, count_facet, "activity") for part in comparison.parts]
    first, second = (dict(zip(counts["activity"], counts["operations"].tolist(), strict=True)) for counts in counted)
    codes = sorted({**first, **second}, key=lambda code: (first.get(code, 0), second.get(code, 0)), reverse=True)
    counts = {
        "first": np.array([first.get(code, 0) for code in codes], int),
        "second": np.array([second.get(code, 0) for code in codes], int),
    }
    shares = {f"{name}_share": _share(counts[name], part.count) for name, part in _named(comparison)}
    return pd.DataFrame({"activity": codes} | counts | shares)


def compare_years(comparison: Comparison) -> pd.DataFrame:
    """year, first, second (active operations): every year from the first start of either to the later as-of year;
    missing after the as-of year of a selection that is taken as of an earlier one."""
    counts = {name: ask(part, count_years).set_index("year")["active"] for name, part in _named(comparison)}
    starts = [int(active.index[0]) for active in counts.values() if len(active)]
    last = max(part.snapshot.as_of.year for part in comparison.parts)
    years = pd.RangeIndex(min(starts, default=last + 1), last + 1, name="year")
    active = {}
    for name, part in _named(comparison):
        known = years <= part.snapshot.as_of.year
        active[name] = counts[name].reindex(years, fill_value=0).astype("Int64").where(known)
    return pd.DataFrame(active, index=years).reset_index()


def compare_curves(comparison: Comparison) -> pd.DataFrame:
    """part ("A" or "B"), duration_years, survival, low, high of each curve, from 1.0 at no years; none of a
    selection with too few spells to say."""
    start = pd.DataFrame({"duration_years": [0.0], "survival": [1.0], "low": [1.0], "high": [1.0]})
    curves = [
        pd.concat([start, survival.curve]).assign(part=part)
        for part, survival in zip("AB", comparison.survivals, strict=True)
        if not survival.too_few
    ]
    columns = ["part", "duration_years", "survival", "low", "high"]
    return pd.concat(curves, ignore_index=True)[columns] if curves else pd.DataFrame(columns=columns)


def compare_numbers(comparison: Comparison) -> pd.DataFrame:
    """For A and for B (rows): operations, ongoing, territories, regions, spells, first_year (missing where there
    is none)."""
    rows = []
    for part, survival in zip(comparison.parts, comparison.survivals, strict=True):
        key = ask(part, find_key_numbers)
        rows.append(
            {
                "operations": key.operations,
                "ongoing": key.ongoing,
                "territories": key.territories,
                "regions": key.regions,
                "spells": survival.spells + survival.left_out,
                "first_year": key.first_year,
            }
        )
    numbers = pd.DataFrame(rows, index=["A", "B"])
    return numbers.assign(first_year=pd.array([row["first_year"] for row in rows], "Int64"))


def _named(comparison: Comparison):
    return zip(("first", "second"), comparison.parts, strict=True)


def _share(operations: np.ndarray, total: int) -> np.ndarray:
    return operations / total if total else operations * np.nan
