"""What of each operation can be compared with another table's, and the keys that rows can be paired by."""

import numpy as np
import pandas as pd

from analysis.reading.dates import fold
from analysis.table.columns import further_columns
from analysis.table.memberships import facet_memberships
from analysis.table.place_names import place_names
from analysis.table.snapshot import Snapshot
from analysis.table.table import Table
from analysis.text import N_, _
from analysis.views.rows import set_texts, spell_texts

PAIR_KEYS = {"start": N_("country and year of start"), "country": N_("country alone")}
ONGOING, _NOT_STARTED = 0, 3
COMPARED = ["state", "spells", "codes", "place"]
# A sign that no code holds.
BETWEEN = "\x1f"
_STATE_NAMES = [N_("ongoing"), N_("closed"), N_("end unknown"), N_("not yet started")]


def key_choices(before: Table, after: Table) -> dict[str, str]:
    """The keys to pair rows by, code to name: country and start first, then columns that both tables have."""
    theirs = set(further_columns(after))
    return {code: _(name) for code, name in PAIR_KEYS.items()} | {
        f".{column}": column for column in further_columns(before) if column in theirs
    }


def comparable_facts(snapshot: Snapshot, key: str) -> pd.DataFrame:
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
    same = pd.util.hash_pandas_object(facts[["start", *COMPARED]], index=False)
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
    held = facet_memberships(table, "activity").codes_held
    return np.array([BETWEEN.join(sorted(codes)) for codes in held], object)


def _place_keys(table: Table) -> np.ndarray:
    """For each place its ISO3 codes, or its printed name where no territory was recognised."""
    held = facet_memberships(table, "territory").codes_held
    texts = [";".join(sorted(codes)) or fold(text) for codes, text in zip(held, table.places, strict=True)]
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
