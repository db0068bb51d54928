"""What changed between the table in use and another one."""

import pandas as pd
import streamlit as st

from analysis.caches import Cache
from analysis.selection.selection import Selection
from analysis.selection.settings import ChangesSettings
from analysis.table.load import load_built_in
from analysis.table.table import Table
from analysis.text import _, language
from analysis.views.table_changes.changes import compare_tables, count_changes, count_repeated, say_changes, say_kinds
from analysis.views.table_changes.comparable import PAIR_KEYS, key_choices
from analysis.writing import say_count, say_date
from exports.file_names import file_name
from exports.tables.table_changes import change_rows, changes_csv
from widgets.elements.key_numbers import show_numbers, show_sentence
from widgets.elements.paging import choose_part
from widgets.elements.settings import chosen_option, show_settings
from widgets.frame.page import PageEnd
from widgets.frame.view import current_settings
from widgets.table_changes.other_table import choose_other_table

_ROWS = 500
# As long as both tables together, so that few are kept.
_cache = Cache("changes between tables")


def compared_tables(table: Table) -> tuple[Table, Table]:
    """The earlier and the later table, once the page has both; it ends here while there is only one."""
    choices = []
    if table.file != load_built_in().file:
        others = {"uploaded": _("one that I bring"), "built-in": _("the built-in table")}
        choices.append(("other", _("Compare with"), others))
    orders = {"later": _("the later of the two"), "earlier": _("the earlier of the two")}
    show_settings([*choices, ("this", _("The table in use is"), orders)])
    other = choose_other_table(bool(choices) and current_settings(ChangesSettings).other == "built-in")
    if other is None:
        raise PageEnd
    return (other, table) if current_settings(ChangesSettings).this == "later" else (table, other)


def show_key_settings(before: Table, after: Table) -> str:
    """Show what rows are paired by and which are listed; the code of the key."""
    keys = key_choices(before, after)
    rows = {"changed": _("those that changed"), "all": _("all")}
    show_settings([("key", _("Pair rows by"), keys), ("rows", _("Rows"), rows)], part="-key")
    return chosen_option("key", keys)


def find_changes(before: Table, after: Table, key: str) -> pd.DataFrame:
    """The changes between two tables, kept while they are looked at."""
    name = (before.content_hash, after.content_hash, key, language())

    def compare() -> pd.DataFrame:
        with st.spinner(_("Comparing the tables …")):
            return compare_tables(before, after, key)

    return _cache.get(name, compare)


def show_change_counts(before: Table, after: Table, changes: pd.DataFrame) -> None:
    """Show in a sentence and in numbers how many rows changed in which way."""
    notes = [
        _("Before: {file}, as of {date}. After: {other}, as of {day}.").format(
            file=before.file, date=say_date(before.as_of), other=after.file, day=say_date(after.as_of)
        ),
        _("The filters do not change this page."),
    ]
    show_sentence(say_changes(changes), notes)
    counts = count_changes(changes)
    show_numbers([(say_kinds(row.kind), say_count(row.rows), "") for row in counts.itertuples(index=False)])


def show_changes(changes: pd.DataFrame, key: str) -> None:
    """Show the rows that changed, or all of them, a part at a time, and offer all as a file."""
    listed = changes if current_settings(ChangesSettings).rows == "all" else changes[changes["kinds"] != ""]
    if len(listed):
        first = choose_part("changes-part", len(listed), _ROWS)
        shown = change_rows(listed.iloc[first : first + _ROWS])
        # A row that stands alone has no line in the other table, which is no value to show.
        shown = shown.assign(**{name: shown[name].astype("str").fillna("") for name in shown.columns[-3:-1]})
        st.dataframe(shown, hide_index=True, key=f"changes-{key}")
    else:
        st.markdown(_("Nothing changed."))
    st.download_button(
        _("Download all pairs (CSV)"),
        data=lambda: changes_csv(changes),
        file_name=file_name(Selection(), "csv", what="changes"),
        mime="text/csv",
        on_click="ignore",
    )


def show_repeated(changes: pd.DataFrame, key: str) -> None:
    """Show which keys stand more than once in a table, and how many of their rows could be paired."""
    repeated = count_repeated(changes)
    if repeated.empty:
        return
    st.header(_("Keys that stand there more than once"), anchor=False)
    st.caption(
        _(
            "Their rows were paired one to one: those that are the same first, then those whose starts are nearest."
            " What is left over is new or gone."
        )
    )
    titles = {
        "key": _(PAIR_KEYS[key]) if key in PAIR_KEYS else key[1:],
        "name": _("Country or territory"),
        "before": _("Rows before"),
        "after": _("Rows after"),
        "paired": _("Paired"),
    }
    st.dataframe(repeated.rename(columns=titles), hide_index=True, key="repeated")
