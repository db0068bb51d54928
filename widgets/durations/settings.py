"""The settings of the page of durations, the key of its marks, and a way to open an operation."""

import pandas as pd
import streamlit as st

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import DurationsSettings
from analysis.table.vocabulary import own_facets
from analysis.text import _
from analysis.views.listed_rows import list_short_rows
from charts.durations.operation_dots import MOST_DOTS
from widgets.elements.settings import show_settings
from widgets.frame.session import set_widget, widget_value
from widgets.frame.view import current_settings, open_operation


def show_duration_settings(selected: Selected) -> DurationsSettings:
    """Show the choices of the charts; those in force."""
    groups = {"activity": _("Activity area"), "region": _("Region"), "start": _("start period")}
    show_settings(
        [
            ("by", _("Periods by"), groups | own_facets(selected.snapshot.table)),
            (
                "sort",
                _("Sort operations by"),
                {"duration": _("Duration"), "start": _("First start"), "name": _("Name"), "region": _("Region")},
            ),
        ]
    )
    return current_settings(DurationsSettings)


def show_operation_chooser(selected: Selected, sort: str) -> None:
    """Show a chooser that opens an operation, for those who do not click on charts."""
    if selected.count > MOST_DOTS:
        return
    names = _operation_names(ask(selected, list_short_rows, sort, sort == "duration", MOST_DOTS))

    def take() -> None:
        if line := widget_value("open-operation"):
            set_widget("open-operation", None)
            open_operation(line)

    st.selectbox(
        _("Open an operation"),
        list(names),
        format_func=names.__getitem__,
        index=None,
        placeholder=_("choose, or click a mark above"),
        key="open-operation",
        on_change=take,
    )


def _operation_names(rows: pd.DataFrame) -> dict[str, str]:
    marks = zip(rows["line"], rows["label"], rows["period"], strict=True)
    return {str(line): f"{name}, {period}" for line, name, period in marks}
