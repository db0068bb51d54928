"""The page of durations: its figures side by side, its settings, and what moving the as-of date does."""

import pandas as pd
import streamlit as st

from analysis.lasting import AT_YEARS, HORIZON_YEARS, Lasting, lasting_by
from analysis.palette import STATUS_COLOURS
from analysis.rows import duration_rows, order_operations
from analysis.select import Selected
from analysis.survival import TOO_FEW_SPELLS
from analysis.text import _, ngettext
from charts.durations import MOST_DOTS, dot_marks, figures_table, group_names, too_few_words
from widgets.cache import Kept, view_key
from widgets.escape import escape_html
from widgets.numbers import show_numbers
from widgets.settings import show_settings
from widgets.view import get_setting, open_row

_kept = Kept(512)
_STYLE = """<style>
.says{font-size:1rem;margin:.2rem 0} .moves{font-size:.9rem;opacity:.9;margin:.2rem 0}
.figures{width:100%;border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums}
.figures th,.figures td{text-align:right;padding:.25rem .3rem;vertical-align:bottom;
border-bottom:1px solid rgba(128,128,128,.3)}
.figures th:first-child,.figures td:first-child{text-align:left;font-weight:600}
.figures td:first-child{white-space:nowrap}
@media (max-width:800px){.figures,.figures tbody{display:block}.figures tr.heads{display:none}
.figures tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem 1rem;padding:.4rem 0;
border-bottom:1px solid rgba(128,128,128,.4)}
.figures td{display:flex;justify-content:space-between;gap:.4rem;border:0;padding:0;font-size:.8rem}
.figures td::before{content:attr(title);opacity:.85;text-align:left}
.figures td:first-child{grid-column:1/-1;font-size:.95rem}.figures td:first-child::before{display:none}}
</style>"""


def show_figures(selected: Selected) -> None:
    """Show one plain sentence, the figures of all spells, and what moving the as-of date does."""
    figures = _kept.get(view_key(selected), lambda: lasting_by(selected, "all")).get("all")
    unknown = int((selected.spells["status"] == "unknown").sum())
    st.html(f"{_STYLE}<p class='says' role='status'>{escape_html(_sentence(figures, unknown))}</p>")
    if figures:
        show_numbers(_numbers(figures))
    if figures and not figures.too_few:
        show_numbers(_shares(figures))
    st.html(f"{_STYLE}<p class='moves'>{escape_html(_what_moving_does(selected, figures))}</p>")


def show_duration_settings() -> tuple[str, str]:
    """Show the choices of the charts; by what spells are grouped, and how operations are sorted."""
    show_settings(
        [
            ("by", _("Spells by"), {"activity": _("Activity area"), "region": _("Region"), "start": _("start period")}),
            (
                "sort",
                _("Sort operations by"),
                {"duration": _("Duration"), "start": _("First start"), "name": _("Name"), "region": _("Region")},
            ),
        ]
    )
    return get_setting("by"), get_setting("sort")


def show_group_figures(selected: Selected, by: str) -> None:
    """Show the figures of each group side by side; on a phone each group under the other."""
    st.html(_kept.get(view_key(selected, by), lambda: _STYLE + _groups_html(selected, by)))


def show_dots_key() -> None:
    """Show what the marks of the operations mean."""
    items = "".join(
        f"<span><b style='color:{STATUS_COLOURS[status]}'>{mark}</b> {escape_html(name)}</span>"
        for mark, status, name in dot_marks()
    )
    st.html(f"<div style='display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.85rem'>{items}</div>")


def show_operation_chooser(selected: Selected, sort: str) -> None:
    """Show a chooser that opens an operation, for those who do not click on charts."""
    if selected.count > MOST_DOTS:
        return
    names = _kept.get(view_key(selected, "names", sort), lambda: _operation_names(selected, sort))

    def take() -> None:
        if line := st.session_state["open-operation"]:
            st.session_state["open-operation"] = None
            open_row(line)

    st.selectbox(
        _("Open an operation"),
        list(names),
        format_func=names.get,
        index=None,
        placeholder=_("choose, or click a mark above"),
        key="open-operation",
        on_change=take,
    )


def _operation_names(selected: Selected, sort: str) -> dict[str, str]:
    numbers = order_operations(selected, sort, descending=sort == "duration")
    rows = duration_rows(selected.snapshot, numbers)
    marks = zip(rows["line"], rows["name"], rows["period"], strict=True)
    return {str(line): f"{name}, {period}" for line, name, period in marks}


def _sentence(figures: Lasting | None, unknown: int) -> str:
    if figures is None:
        says = _("No spell has an end that is known, so nothing can be said of durations.")
    elif figures.too_few:
        says = too_few_words(figures.spells)
    else:
        says = ngettext(
            "{ended} of {spells} spell has ended and {ongoing} still run, so averages of the ended ones alone are too"
            " short; {share} had ended by year 5, by an estimate that counts both.",
            "{ended} of {spells} spells have ended and {ongoing} still run, so averages of the ended ones alone are too"
            " short; {share} had ended by year 5, by an estimate that counts both.",
            figures.spells,
        ).format(
            ended=figures.ended,
            spells=figures.spells,
            ongoing=figures.ongoing,
            share=_percent(figures.ended_by[AT_YEARS.index(5)]),
        )
        if not figures.ongoing:
            says = ngettext(
                "All {spells} spells have ended.", "All {spells} spells have ended.", figures.spells
            ).format(spells=figures.spells)
    if unknown:
        says += " " + ngettext(
            "{count} spell whose end is not known is left out.",
            "{count} spells whose end is not known are left out.",
            unknown,
        ).format(count=unknown)
    return says


def _numbers(figures: Lasting) -> list[tuple[str, str, str]]:
    median = _("not reached") if figures.median is None else _in_years(figures.median)
    too_few = _("too few to say")
    return [
        (
            _("Closed spells only"),
            _in_years(figures.closed_mean),
            _("mean of {count}; median {median}; leaves out what still runs").format(
                count=figures.ended, median=_in_years(figures.closed_median)
            )
            if figures.ended
            else _("none has ended"),
        ),
        (
            _("Ongoing, so far"),
            _in_years(figures.so_far_mean, "+"),
            _("mean of {count}, still growing").format(count=figures.ongoing)
            if figures.ongoing
            else _("none is ongoing"),
        ),
        (
            _("Kaplan-Meier median"),
            too_few if figures.too_few else median,
            ngettext(
                "over {count} spell, ongoing ones counted as lasting longer",
                "over {count} spells, ongoing ones counted as lasting longer",
                figures.spells,
            ).format(count=figures.spells),
        ),
        (
            _("Mean within {years} years").format(years=HORIZON_YEARS),
            too_few if figures.too_few else _in_years(figures.restricted_mean),
            _("restricted mean: the area under the curve to year {years}; a dash where the curve ends before").format(
                years=HORIZON_YEARS
            ),
        ),
    ]


def _shares(figures: Lasting) -> list[tuple[str, str, str]]:
    return [
        (_("Ended by year {year}").format(year=year), _percent(share), _("Kaplan-Meier"))
        for year, share in zip(AT_YEARS, figures.ended_by, strict=True)
    ]


def _what_moving_does(selected: Selected, figures: Lasting | None) -> str:
    return _(
        "As of {date} {ongoing} of these spells still run. Moving the as-of date back (in the filters, under More)"
        " takes away spells that began later and counts those that ran over it as still running, so fewer have ended."
    ).format(date=selected.snapshot.as_of.isoformat(), ongoing=figures.ongoing if figures else 0)


def _groups_html(selected: Selected, by: str) -> str:
    groups = lasting_by(selected, by)
    table = figures_table(groups, group_names(selected, by, list(groups)))
    few = {place for place, figures in enumerate(groups.values()) if figures.too_few}
    heads = "".join(f"<th>{escape_html(title)}</th>" for title in table.columns)
    lines = []
    for place, row in enumerate(table.astype(object).itertuples(index=False)):
        cells = [_cell(value, place in few and column > 6) for column, value in enumerate(row)]
        lines.append(
            "<tr>"
            + "".join(
                f"<td title='{escape_html(title)}'>{escape_html(cell)}</td>"
                for title, cell in zip(table.columns, cells, strict=True)
            )
            + "</tr>"
        )
    note = _("A dash: not reached, or beyond the longest spell. Too few: under {least} spells.").format(
        least=TOO_FEW_SPELLS
    )
    return (
        f"<table class='figures'><tr class='heads'>{heads}</tr>{''.join(lines)}</table>"
        f"<p class='moves'>{escape_html(note)}</p>"
    )


def _cell(value, too_few: bool) -> str:
    if too_few:
        return _("too few")
    if pd.isna(value):
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _in_years(years: float | None, more: str = "") -> str:
    return "–" if years is None else _("{years} years").format(years=f"{years:.1f}{more}")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
