"""What changed between two tables: rows paired by a key, and how the later one of each pair differs."""

import numpy as np
import pandas as pd

from analysis.dates import fold
from analysis.links import facet_links
from analysis.matching import pair_rows
from analysis.places import place_names
from analysis.rows import further_columns, set_texts, spell_texts
from analysis.snapshot import Snapshot, take_snapshot
from analysis.table import Table
from analysis.text import N_, _, ngettext

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
# The kind that each is when the two tables change places; the others stay as they are.
OPPOSITES = {
    "new": "gone", "opened": "closed", "extended": "shortened", "end-known": "end-unknown",
    "starts-earlier": "starts-later", "period-known": "period-unknown", "added": "dropped",
}  # fmt: skip
KEYS = {"start": N_("country and year of start"), "country": N_("country alone")}
_ONGOING, _NOT_STARTED = 0, 3
_COMPARED = ["state", "spells", "codes", "place"]
# A sign that no code holds.
_BETWEEN = "\x1f"
_STATE_NAMES = [N_("ongoing"), N_("closed"), N_("end unknown"), N_("not yet started")]


def key_choices(before: Table, after: Table) -> dict[str, str]:
    """The keys to pair rows by, code to name: country and start first, then columns that both tables have."""
    theirs = set(further_columns(after))
    return {code: _(name) for code, name in KEYS.items()} | {
        f".{column}": column for column in further_columns(before) if column in theirs
    }


def compare_tables(before: Table, after: Table, key: str = "start") -> pd.DataFrame:
    """One row a pair and one for each row that stands alone, in the order of `after`, those gone last.

    The argument is a code of `key_choices`. key: what the rows were paired by, as text; repeated: whether it stands
    more than once in one of the tables; name; kinds: codes of KINDS joined by ";", "" for nothing that changed;
    before_line and after_line: missing where there is none; period, status and activities with _before and _after,
    "" where there is none.
    The rows that are new, gone and paired add up to the rows of the tables.
    """
    sides = [_facts(take_snapshot(table), key) for table in (before, after)]
    pairs = pair_rows(*(side[["key", "same", "start", *_COMPARED]] for side in sides))
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


def _facts(snapshot: Snapshot, key: str) -> pd.DataFrame:
    """What is compared of each operation: key, same, start, end, state, spells, codes, place, and texts to show."""
    table, operations = snapshot.table, snapshot.operations
    count, place = len(operations), operations["place"].to_numpy()
    start, end, spells = _spans(table)
    state = np.where(operations["started"], operations["status"].cat.codes.to_numpy(), _NOT_STARTED)
    facts = pd.DataFrame(
        {
            "start": start,
            "end": end,
            "state": state,
            "spells": spells,
            "codes": _set_keys(table)[operations["activity_set"].to_numpy()],
            "activities": set_texts(table)[operations["activity_set"].to_numpy()],
            "place": _place_keys(table)[place],
            "name": place_names(table)[place],
            "period": spell_texts(table.spells, np.arange(count)),
            "status": np.array([_(name) for name in _STATE_NAMES], object)[state],
            "line": operations["line"].astype("Int64").array,
        }
    )
    same = pd.util.hash_pandas_object(facts[["start", *_COMPARED]], index=False)
    return facts.assign(key=_keys(table, facts, key), same=same)


def _spans(table: Table) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each operation its first start, its last end (missing where one is open), and a number for all its spells."""
    count, operation = len(table.operations), table.spells["operation"].to_numpy()
    start, end = (np.full(count, np.datetime64("NaT", "s")) for _side in range(2))
    starts, ends = table.spells["start"].to_numpy(), table.spells["end"].to_numpy()
    start[operation[::-1]] = starts[::-1]
    end[operation] = ends
    end[operation[np.isnat(ends)]] = np.datetime64("NaT", "s")
    number = np.zeros(count, np.uint64)
    each = pd.util.hash_pandas_object(table.spells[["start", "end"]], index=False).to_numpy()
    np.add.at(number, operation, each)
    # As text, since a number this long would lose its last digits where another row has none.
    return start, end, number.astype(str).astype(object)


def _set_keys(table: Table) -> np.ndarray:
    """For each set its codes in one text, the same in every table."""
    links = facet_links(table, "activity")
    found: list[list[str]] = [[] for _set in range(links.holder_count)]
    for holder, option in zip(links.holder.tolist(), links.option.tolist(), strict=True):
        found[holder].append(links.codes[option])
    return np.array([_BETWEEN.join(sorted(codes)) for codes in found], object)


def _place_keys(table: Table) -> np.ndarray:
    """For each place its ISO3 codes, or its printed name where no territory was recognised."""
    codes = facet_links(table, "territory")
    found: dict[int, list[str]] = {}
    for holder, option in zip(codes.holder.tolist(), codes.option.tolist(), strict=True):
        found.setdefault(holder, []).append(codes.codes[option])
    texts = [";".join(sorted(found[i])) if i in found else fold(text) for i, text in enumerate(table.places)]
    return np.array(texts, object)


def _keys(table: Table, facts: pd.DataFrame, key: str) -> np.ndarray:
    if key == "country":
        return facts["place"].to_numpy(object)
    year = np.datetime_as_string(facts["start"].to_numpy(), unit="Y").astype(object)
    keys = (facts["place"] + " " + np.where(year == "NaT", "?", year)).to_numpy(object)
    if key == "start":
        return keys
    own = table.operations[key[1:]].str.strip().to_numpy(object)
    # A row without a key of its own is still some operation, so it goes by its country and start.
    return np.where(own == "", keys, own)


def _taken(side: pd.DataFrame, rows: np.ndarray) -> pd.DataFrame:
    """These rows in this order, a missing one where the number is -1."""
    return side.reindex(rows).reset_index(drop=True)


def _kinds(first: pd.DataFrame, second: pd.DataFrame, ours: np.ndarray, theirs: np.ndarray) -> dict[str, np.ndarray]:
    both = ours & theirs
    start, end = ([side[name].to_numpy() for side in (first, second)] for name in ("start", "end"))
    read = [~np.isnat(days) for days in start]
    known = [~np.isnat(days) for days in end]
    is_open = [(side["state"] == _ONGOING).to_numpy() for side in (first, second)]
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
    sets = [[set(filter(None, codes.split(_BETWEEN))) for codes in pair] for pair in different]
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
