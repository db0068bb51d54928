"""The page of activities: what its codes mean, its settings, one activity without another, and places to open."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.counts.count import count_all_activities, count_facet
from analysis.counts.pairs import count_without
from analysis.selection.implied import implied_by
from analysis.selection.select import Selected
from analysis.selection.sentence import selection_sentence
from analysis.selection.settings import ActivitiesSettings
from analysis.text import _, ngettext
from analysis.views.activities import list_activities
from analysis.views.listed_rows import list_without
from analysis.views.matrix import SORTS, Matrix, lay_out_matrix
from analysis.views.rows import label_titles, show_status
from widgets.elements.escape import escape_html
from widgets.elements.settings import chosen_option, show_settings
from widgets.frame.cache import view_key
from widgets.frame.session import set_widget, widget_value
from widgets.frame.view import (
    change_selection,
    current_selection,
    current_settings,
    go_to,
    open_operation,
    open_territory_beside,
)

MOST_LISTED = 50
_cache = Cache("questions of activities")
_STYLE = """<style>
.codes{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem;margin:.2rem 0}
.codes details{max-width:34rem} .codes summary{cursor:pointer;min-height:1.6rem}
.codes p{margin:.1rem 0 .4rem;opacity:.9}
.rows{width:100%;border-collapse:collapse;font-size:.88rem}
.rows th,.rows td{text-align:start;padding-block:.2rem;padding-inline:0 .6rem;
border-bottom:1px solid rgba(128,128,128,.3);vertical-align:top;overflow-wrap:anywhere}
.rows th{font-weight:600}
</style>"""


def show_codes(selected: Selected) -> None:
    """Show each activity that occurs and is defined, with its name; the definition opens on a click and on hover."""
    activities, items = ask(selected, list_activities), []
    for code in ask(selected, count_facet, "activity")["activity"]:
        if not activities.meanings[code]:
            continue
        meaning = escape_html(activities.meanings[code])
        name = "" if activities.names[code] == code else f" · {escape_html(activities.names[code])}"
        items.append(
            f'<details><summary title="{meaning}"><b>{escape_html(code)}</b>{name}</summary><p>{meaning}</p></details>'
        )
    if items:
        st.html(f"{_STYLE}<div class='codes'>{''.join(items)}</div>")


def show_activity_settings() -> ActivitiesSettings:
    """Show the choices of the charts; those in force."""
    sorts = {"count": _("most activities"), "region": _("Region"), "name": _("Name")}
    show_settings(
        [
            (
                "by",
                _("Activities by"),
                {"region": _("Region"), "subregion": _("Sub-region"), "start": _("year of start")},
            ),
            ("sort", _("Sort places by"), {code: sorts[code] for code in SORTS}),
        ]
    )
    return current_settings(ActivitiesSettings)


def show_question(selected: Selected) -> None:
    """Show two choosers, one activity with and one without, and the answer in words and rows."""
    activities = ask(selected, list_activities)
    # The most common activity is the one that is telling to be without.
    rest = ask(selected, count_all_activities)["activity"].tolist()
    lacking = activities.labels(rest)
    having = activities.labels(sorted(activities.names, key=lambda code: code == rest[0]))
    show_settings([("having", _("With"), having), ("lacking", _("but without"), lacking)], part="question")
    asked = chosen_option("having", having), chosen_option("lacking", lacking)
    st.html(_STYLE + _cache.get(view_key(selected, *asked), lambda: _answer_html(selected, *asked)))


def open_place(value: str) -> None:
    """Open the page of a territory; of several that share a row their operations; of none known the operation."""
    if value.isdecimal():
        open_operation(value)
    elif "+" in value:
        change_selection(replace(current_selection(), territory=tuple(value.split("+"))))
        go_to("operations")
    else:
        open_territory_beside(value)


def show_place_chooser(selected: Selected, sort: str) -> None:
    """Show a chooser that opens a place of the matrix, for those who do not click on charts."""
    values = _place_names(ask(selected, lay_out_matrix, sort))

    def take() -> None:
        if value := widget_value("open-place"):
            set_widget("open-place", None)
            open_place(value)

    st.selectbox(
        _("Open a place"),
        [value for value in values if value],
        format_func=values.__getitem__,
        index=None,
        placeholder=_("choose, or click a square above"),
        key="open-place",
        on_change=take,
    )


def _place_names(matrix: Matrix) -> dict[str, str]:
    """The names of the places by what `open_place` opens."""
    opened = dict(zip(matrix.cells["row"].tolist(), matrix.cells["opens"], strict=True))
    return {opened[row]: name for row, name in enumerate(matrix.rows["name"]) if opened.get(row)}


def _answer_html(selected: Selected, having: str, lacking: str) -> str:
    count, names = ask(selected, count_without, having, lacking), ask(selected, list_activities).names
    says = ngettext(
        "{count} operation is with {having} but without {lacking}.",
        "{count} operations are with {having} but without {lacking}.",
        count,
    ).format(count=count, having=names[having], lacking=names[lacking])
    if lacking in implied_by(selected.selection).having:
        text = _("{lacking} is among the activities chosen, so no operation shown here is without it.")
        says = text.format(lacking=names[lacking])
    elif not count:
        says = _("No operation is with {having} but without {lacking}.").format(
            having=names[having], lacking=names[lacking]
        )
    if having == lacking:
        says = _("Choose two different activities.")
    text = f"<p class='sentence' role='status'>{escape_html(says)}</p>"
    counted = _("Of: {sentence}.").format(sentence=selection_sentence(selected))
    text += f"<p class='notes'>{escape_html(counted)}</p>"
    if count:
        text += _rows_html(ask(selected, list_without, having, lacking, MOST_LISTED))
    if count > MOST_LISTED:
        rest = _("{count} more are not shown.").format(count=count - MOST_LISTED)
        text += f"<p class='notes'>{escape_html(rest)}</p>"
    return text


def _rows_html(rows: pd.DataFrame) -> str:
    called = label_titles(rows).get("label", _("Country or territory"))
    heads = [called, _("Printed period"), _("Status"), _("Activities")]
    body = "".join(
        "<tr>"
        + "".join(f"<td>{escape_html(str(cell))}</td>" for cell in (name, period, show_status(status), activities))
        + "</tr>"
        for name, period, status, activities in zip(
            rows["label"], rows["period"], rows["status"], rows["activities"], strict=True
        )
    )
    return f"<table class='rows'><tr>{''.join(f'<th>{escape_html(head)}</th>' for head in heads)}</tr>{body}</table>"
