"""Operations as rows to show and to hand over: in a chosen order, with names beside codes."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import otherwise
from analysis.reading.activities import activity_names
from analysis.reading.dates import fold
from analysis.selection.select import Selected
from analysis.selection.sentence import STATUS_NAMES
from analysis.table.memberships import facet_memberships, status_codes
from analysis.table.place_names import name_order, place_names
from analysis.table.snapshot import STATUSES, Snapshot
from analysis.table.table import Table
from analysis.text import _, language, pgettext

# A table of so many rows is put into words once, and its rows are taken from there.
_FEW = 2000


def order_operations(selected: Selected, sort: str, descending: bool = False) -> np.ndarray:
    """The numbers of the chosen operations in the order of a sort; ties by name, then as in the source."""
    return _order_operations(selected, sort, descending, language())


@cached_on_value
def _order_operations(selected: Selected, sort: str, descending: bool, _language: str) -> np.ndarray:
    chosen = np.flatnonzero(selected.chosen)
    key, name = sort_keys(selected, sort, chosen)
    return chosen[np.lexsort((chosen, name, -key if descending else key))]


def sort_keys(selected: Selected, sort: str, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What these operations are sorted by, as numbers, and the place of their names among all names."""
    name = _rank(place_names(selected.snapshot.table))[_places(selected.snapshot, numbers)]
    return _sort_key(selected.snapshot, sort, numbers, name), name


def operation_rows(snapshot: Snapshot, numbers: np.ndarray) -> pd.DataFrame:
    """The rows of these operations in this order: the columns of OPERATION_COLUMNS, then further ones as they came.

    Years are whole numbers, missing where an end is open; duration_years is so far; the index is the number.
    """
    if len(snapshot.operations) > _FEW:
        return _operation_rows(snapshot, numbers)
    return _all_rows(snapshot, language()).take(numbers)


@cached_on_value
def _all_rows(snapshot: Snapshot, _language: str) -> pd.DataFrame:
    return _operation_rows(snapshot, np.arange(len(snapshot.operations)))


def _operation_rows(snapshot: Snapshot, numbers: np.ndarray) -> pd.DataFrame:
    table, operations = snapshot.table, snapshot.operations.iloc[numbers]
    place, of_set = operations["place"].to_numpy(), operations["activity_set"].to_numpy()
    ours = pd.DataFrame(
        {
            "name": place_names(table)[place],
            "country": operations["country"].to_numpy(),
            "region": place_texts(snapshot, "region")[place],
            "subregion": place_texts(snapshot, "subregion")[place],
            "period": operations["period"].to_numpy(),
            "period_read": periods_as_of(snapshot, numbers),
            "first_year": operations["first_start"].dt.year.astype("Int64").array,
            "last_year": operations["last_end"].dt.year.astype("Int64").array,
            "status": operations["status"].to_numpy(object),
            "duration_years": operations["duration_years"].to_numpy(),
            "activities": set_texts(table)[of_set],
            "territories": place_texts(snapshot, "territory")[place],
            "line": operations["line"].to_numpy(),
        },
        index=pd.Index(numbers, name="operation"),
    )
    further = [column for column in operations if column not in ours and column not in _HELD]
    rows = ours.assign(**{column: operations[column].to_numpy() for column in further})
    # Where there is no row, nothing but this says that these are texts.
    return rows.astype({column: "str" for column in rows if rows[column].dtype == object})


def operation_labels(snapshot: Snapshot, numbers: np.ndarray) -> np.ndarray:
    """What each of these operations is called: its title, with its place where that is not said; else its place."""
    table = snapshot.table
    names = place_names(table)[table.operations["place"].to_numpy()[numbers]]
    if not table.own.title:
        return names
    titles = table.operations[table.own.title].to_numpy(object)[numbers]
    return np.array([_label(title.strip(), name) for title, name in zip(titles, names, strict=True)], object)


def _label(title: str, name: str) -> str:
    if not title:
        return name
    if fold(name) in fold(title):
        return title
    return _("{title} ({place})").format(title=title, place=name) if name else title


def label_titles(rows: pd.DataFrame) -> dict[str, str]:
    """The title of the column `label` of rows, where any is more than the name of its place."""
    return {"label": _("Operation")} if (rows["label"] != rows["name"]).any() else {}


def short_rows(snapshot: Snapshot, numbers: np.ndarray) -> pd.DataFrame:
    """label, name, period, status, duration_years, activities, line of these operations in this order, for lists."""
    operations = snapshot.operations.iloc[numbers]
    return pd.DataFrame(
        {
            "label": operation_labels(snapshot, numbers),
            "name": place_names(snapshot.table)[operations["place"].to_numpy()],
            "period": operations["period"].to_numpy(object),
            "status": operations["status"].to_numpy(object),
            "duration_years": operations["duration_years"].to_numpy(),
            "activities": set_texts(snapshot.table)[operations["activity_set"].to_numpy()],
            "line": operations["line"].to_numpy(),
        }
    )


def show_status(status: str) -> str:
    """A status as a reader reads it of one operation, which some languages say otherwise than of several."""
    return pgettext("of one operation", "closed") if status == "closed" else _(STATUS_NAMES[status])


def periods_as_of(snapshot: Snapshot, numbers: np.ndarray) -> np.ndarray:
    """For each of these operations its spells as of the snapshot's date, as text, so that they agree with its status.

    What runs on over that date is ongoing and what begins later is left out; an operation that has not started yet has
    all its spells as read.
    """
    held = np.zeros(len(snapshot.operations), bool)
    held[numbers] = True
    spells = snapshot.spells[held[snapshot.spells["operation"].to_numpy()]]
    runs = spells["status"].cat.codes.to_numpy() == STATUSES.index("ongoing")
    open_ended = spells.assign(
        end=np.where(runs, np.datetime64("NaT", "s"), spells["end"].to_numpy()),
        end_precision=np.where(runs, "ongoing", spells["end_precision"].to_numpy(object)),
    )
    texts = spell_texts(open_ended, numbers)
    later = ~snapshot.operations["started"].to_numpy()[numbers]
    texts[later] = spell_texts(snapshot.table.spells, numbers[later])
    return texts


def spell_texts(spells: pd.DataFrame, numbers: np.ndarray) -> np.ndarray:
    """For each of these operations its spells as text: 1999 - 2001; 2006."""
    held = np.zeros(max(numbers, default=-1) + 1, bool)
    held[numbers] = True
    operation = spells["operation"].to_numpy()
    inside = np.flatnonzero(operation < len(held))
    shown = spells.iloc[inside[held[operation[inside]]]]
    start = _point_texts(shown["start"], shown["start_precision"])
    open_end = shown["end_precision"].map({"ongoing": _("ongoing"), "unknown": _("end unknown")}).to_numpy(object)
    end = np.where(shown["end"].isna(), open_end, _point_texts(shown["end"], shown["end_precision"]))
    texts = np.where(start == end, start, start + " - " + end)
    joined = np.full(len(held), "", object)
    operation = shown["operation"].to_numpy()
    # Spells stand in order of operation, and few operations have a second one.
    first = np.diff(operation, prepend=-1) != 0
    joined[operation[first]] = texts[first]
    for position in np.flatnonzero(~first):
        joined[operation[position]] += f"; {texts[position]}"
    return joined[numbers]


def place_texts(snapshot: Snapshot, facet: str) -> np.ndarray:
    """For each place its regions, sub-regions (translated) or ISO3 codes, as one text."""
    return _place_texts(snapshot.table, facet, language())


@cached_on_value
def _place_texts(table: Table, facet: str, _language: str) -> np.ndarray:
    memberships = facet_memberships(table, facet)
    texts = np.full(memberships.holder_count, "", object)
    for holder, option in zip(memberships.holder, memberships.option, strict=True):
        code = memberships.codes[option]
        text = code if facet == "territory" else _(code)
        texts[holder] = f"{texts[holder]}, {text}" if texts[holder] else text
    return texts


@cached_on_value
def set_texts(table: Table) -> np.ndarray:
    """For each set of activities its codes, as one text."""
    memberships = facet_memberships(table, "activity")
    # A comma parts them, unless one has a comma in its name.
    separator = "; " if any("," in code for code in memberships.codes) else ", "
    return np.array([separator.join(codes) for codes in memberships.codes_held], object)


@otherwise("the places and sets of all parts are known where their table is", from_others=True)
def name_activity_sets(selected: Selected) -> dict[str, str]:
    """The text of each set of activities of the table and the same by their names."""
    table = selected.snapshot.table
    held = facet_memberships(table, "activity").codes_held
    names = ["; ".join(activity_names(codes, table.reference).values()) for codes in held]
    return dict(zip(set_texts(table), names, strict=True))


@otherwise("the places and sets of all parts are known where their table is", from_others=True)
def list_cell_parts(selected: Selected) -> dict[str, dict[str, list[str]]]:
    """For each column whose cells list several things, the text of each different cell and what it lists."""
    snapshot = selected.snapshot
    held = facet_memberships(snapshot.table, "activity").codes_held
    parts = {"activities": dict(zip(set_texts(snapshot.table), map(list, held), strict=True))}
    for column, facet in (("region", "region"), ("subregion", "subregion"), ("territories", "territory")):
        codes = facet_memberships(snapshot.table, facet).codes_held
        names = [[code if facet == "territory" else _(code) for code in of_place] for of_place in codes]
        parts[column] = dict(zip(place_texts(snapshot, facet), names, strict=True))
    return parts


_HELD = {"area", "place", "activity_set", "first_start", "last_end", "started"}


def _point_texts(days: pd.Series, precision: pd.Series) -> np.ndarray:
    # Few days occur, however many rows there are; a missing one has the number -1.
    number, different = pd.factorize(days.to_numpy())
    day = np.append(np.datetime_as_string(different.astype("datetime64[D]")), "")
    month, year = day.astype("<U7").astype(object), day.astype("<U4").astype(object)
    precision = precision.to_numpy(object)
    text = np.where(precision == "month", month[number], day.astype(object)[number])
    return np.where(precision == "year", year[number], text)


def _places(snapshot: Snapshot, numbers: np.ndarray) -> np.ndarray:
    return snapshot.table.operations["place"].to_numpy()[numbers]


def _rank(texts: np.ndarray) -> np.ndarray:
    _unique, rank = np.unique(np.array([name_order(text) for text in texts], dtype="str"), return_inverse=True)
    return rank


def _sort_key(snapshot: Snapshot, sort: str, chosen: np.ndarray, name: np.ndarray) -> np.ndarray:
    operations = snapshot.operations
    if sort == "name":
        return name
    if sort == "region":
        return _rank(place_texts(snapshot, "region"))[_places(snapshot, chosen)]
    if sort == "status":
        return status_codes(operations)[chosen]
    if sort == "line":
        return operations["line"].to_numpy()[chosen]
    if sort == "duration":
        # A duration that is not known stands after all others, whichever way the rest is sorted.
        return np.nan_to_num(operations["duration_years"].to_numpy()[chosen], nan=-1.0)
    column = operations["first_start" if sort == "start" else "last_end"].to_numpy()[chosen]
    # An open end lies after every end there is.
    return np.where(np.isnat(column), np.iinfo(np.int64).max // 2, column.astype("datetime64[s]").astype(np.int64))
