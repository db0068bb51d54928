"""What changed between two tables: rows paired by a key, and how the later one of each pair differs."""

import numpy as np
import pandas as pd

from analysis.table.snapshot import take_snapshot
from analysis.table.table import Table
from analysis.text import N_, _, ngettext
from analysis.views.table_changes.comparable import BETWEEN, COMPARED, ONGOING, comparable_facts
from analysis.views.table_changes.row_pairs import pair_rows

KINDS = {
    "new": N_("new"),
    "gone": N_("gone"),
    "opened": N_("opened: ongoing now"),
    "closed": N_("closed: no longer ongoing"),
    "extended": N_("extended: ends later"),
    "shortened": N_("shortened: ends earlier"),
    "end-known": N_("its end is known now"),
    "end-unknown": N_("its end is no longer known"),
    "starts-earlier": N_("starts earlier"),
    "starts-later": N_("starts later"),
    "period-known": N_("its period can be read now"),
    "period-unknown": N_("its period can no longer be read"),
    "spells": N_("other gaps within its period"),
    "added": N_("activities added"),
    "dropped": N_("activities dropped"),
    "moved": N_("other countries"),
}


def compare_tables(before: Table, after: Table, key: str = "start") -> pd.DataFrame:
    """One row a pair and one for each row that stands alone, in the order of `after`, those gone last.

    The argument is a code of `key_choices`. key: what the rows were paired by, as text; repeated: whether it stands
    more than once in one of the tables; name; kinds: codes of KINDS joined by ";", "" for nothing that changed;
    before_line and after_line: missing where there is none; period, status and activities with _before and _after,
    "" where there is none.
    The rows that are new, gone and paired add up to the rows of the tables.
    """
    sides = [comparable_facts(take_snapshot(table), key) for table in (before, after)]
    pairs = pair_rows(*(side[["key", "same", "start", *COMPARED]] for side in sides))
    ours = np.concatenate([pairs.before, np.full(len(pairs.new), -1), pairs.gone])
    theirs = np.concatenate([pairs.after, pairs.new, np.full(len(pairs.gone), -1)])
    first, second = _taken(sides[0], ours), _taken(sides[1], theirs)
    changes = pd.DataFrame(
        {
            "key": second["key"].where(theirs >= 0, first["key"]).to_numpy(object),
            "name": second["name"].where(theirs >= 0, first["name"]).to_numpy(object),
            "kinds": _join_kinds(_kinds(first, second, ours >= 0, theirs >= 0)),
            "before_line": first["line"].array,
            "after_line": second["line"].array,
            **{
                f"{name}_{when}": side[name].fillna("").to_numpy(object)
                for name in ("period", "status", "activities")
                for when, side in (("before", first), ("after", second))
            },
        }
    )
    changes.insert(1, "repeated", _repeated(sides, changes["key"]))
    order = np.lexsort((np.where(theirs < 0, ours, theirs), theirs < 0))
    return changes.iloc[order].reset_index(drop=True)


def count_changes(changes: pd.DataFrame) -> pd.DataFrame:
    """kind, rows: how many rows changed in each way, in the order of KINDS, "" last for those that did not."""
    counts = changes["kinds"].str.split(";").explode().value_counts()
    found = [(kind, int(counts.get(kind, 0))) for kind in [*KINDS, ""]]
    return pd.DataFrame([row for row in found if row[1]], columns=["kind", "rows"])


def count_repeated(changes: pd.DataFrame) -> pd.DataFrame:
    """key, name, before, after, paired: for each key that stands more than once in a table, its rows, and the pairs."""
    repeated = changes[changes["repeated"]]
    counted = pd.DataFrame(
        {
            "key": repeated["key"],
            "name": repeated["name"],
            "before": repeated["before_line"].notna(),
            "after": repeated["after_line"].notna(),
            "paired": repeated["before_line"].notna() & repeated["after_line"].notna(),
        }
    )
    sums = {"name": "first", "before": "sum", "after": "sum", "paired": "sum"}
    return counted.groupby("key", sort=True).agg(sums).reset_index()


def say_changes(changes: pd.DataFrame) -> str:
    """How many rows are in both tables, how many of them changed, and how many are new or gone, in a sentence."""
    alone = changes["kinds"].isin(("new", "gone"))
    paired, new = int((~alone).sum()), int((changes["kinds"] == "new").sum())
    changed = int((~alone & (changes["kinds"] != "")).sum())
    counted = ngettext(
        "{paired} operation is in both tables, {changed} of them changed", "{paired} operations are in both tables,"
        " {changed} of them changed", paired
    ).format(paired=paired, changed=changed)  # fmt: skip
    return _("{counted}; {new} new, {gone} gone.").format(counted=counted, new=new, gone=int(alone.sum()) - new)


def say_kinds(kinds: str) -> str:
    """The kinds of change of a row in words."""
    return _(", ").join(_(KINDS[kind]) for kind in kinds.split(";")) if kinds else _("unchanged")


def _taken(side: pd.DataFrame, rows: np.ndarray) -> pd.DataFrame:
    """These rows in this order, a missing one where the number is -1."""
    return side.reindex(rows).reset_index(drop=True)


def _kinds(first: pd.DataFrame, second: pd.DataFrame, ours: np.ndarray, theirs: np.ndarray) -> dict[str, np.ndarray]:
    both = ours & theirs
    start, end = ([side[name].to_numpy() for side in (first, second)] for name in ("start", "end"))
    read = [~np.isnat(days) for days in start]
    known = [~np.isnat(days) for days in end]
    is_open = [(side["state"] == ONGOING).to_numpy() for side in (first, second)]
    dated = both & read[0] & read[1]
    over = dated & ~is_open[0] & ~is_open[1]
    dates = {
        "opened": dated & ~is_open[0] & is_open[1],
        "closed": dated & is_open[0] & ~is_open[1],
        "extended": over & (end[1] > end[0]),
        "shortened": over & (end[1] < end[0]),
        "end-known": over & ~known[0] & known[1],
        "end-unknown": over & known[0] & ~known[1],
        "starts-earlier": dated & (start[1] < start[0]),
        "starts-later": dated & (start[1] > start[0]),
        "period-known": both & ~read[0] & read[1],
        "period-unknown": both & read[0] & ~read[1],
    }
    other = (first["spells"] != second["spells"]).to_numpy()
    # An ongoing spell has no end of its own, so a planned end that moves is seen here alone.
    dates["spells"] = dated & other & ~np.logical_or.reduce(list(dates.values()))
    added, dropped = _activity_changes(first["codes"], second["codes"], both)
    moved = both & (first["place"] != second["place"]).to_numpy()
    return {"new": ~ours, "gone": ~theirs} | dates | {"added": added, "dropped": dropped, "moved": moved}


def _activity_changes(first: pd.Series, second: pd.Series, both: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether each pair has activities more, and whether it has some no more; each different pair is looked at once."""
    numbers, different = pd.factorize(pd.MultiIndex.from_arrays([first.fillna(""), second.fillna("")]))
    sets = [[set(filter(None, codes.split(BETWEEN))) for codes in pair] for pair in different]
    added = np.array([bool(other - one) for one, other in sets], bool)
    dropped = np.array([bool(one - other) for one, other in sets], bool)
    return both & added[numbers], both & dropped[numbers]


def _join_kinds(kinds: dict[str, np.ndarray]) -> np.ndarray:
    joined = np.full(len(next(iter(kinds.values()))), "", object)
    for kind, mask in kinds.items():
        joined[mask] = [f"{text};{kind}" if text else kind for text in joined[mask]]
    return joined


def _repeated(sides: list[pd.DataFrame], keys: pd.Series) -> np.ndarray:
    repeated = set().union(*(side.loc[side["key"].duplicated(), "key"] for side in sides))
    return keys.isin(repeated).to_numpy()
