"""The figures of each group of spells, side by side."""

import pandas as pd
import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.counts.durations.figures import estimate_durations_by
from analysis.counts.durations.survival import TOO_FEW_SPELLS
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.writing import say_number
from charts.durations.table import figures_table, group_names
from widgets.elements.escape import escape_html
from widgets.frame.cache import view_key

_cache = Cache("groups of durations")
_MOST_GROUPS = 30
_STYLE = """<style>
.figures-note{font-size:.9rem;opacity:.9;margin:.2rem 0}
.figures{width:100%;border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums}
.figures th,.figures td{text-align:end;padding:.25rem .3rem;vertical-align:bottom;
border-bottom:1px solid rgba(128,128,128,.3)}
.figures th:first-child,.figures td:first-child{text-align:start;font-weight:600}
.figures td:first-child{min-width:8rem;overflow-wrap:anywhere}
@media (max-width:800px){.figures,.figures tbody{display:block}.figures tr.heads{display:none}
.figures tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem 1rem;padding:.4rem 0;
border-bottom:1px solid rgba(128,128,128,.4)}
.figures td{display:flex;justify-content:space-between;gap:.4rem;border:0;padding:0;font-size:.8rem}
.figures td::before{content:attr(title);opacity:.85;text-align:start}
.figures td:first-child{grid-column:1/-1;font-size:.95rem}.figures td:first-child::before{display:none}}
</style>"""


def show_group_figures(selected: Selected, by: str) -> None:
    """Show the figures of each group side by side, folded; on a phone each group under the other."""
    with st.expander(_("The statistics of each group")):
        st.html(_cache.get(view_key(selected, by), lambda: _STYLE + _groups_html(selected, by)))


def _groups_html(selected: Selected, by: str) -> str:
    groups = ask(selected, estimate_durations_by, by)
    table = figures_table(groups, group_names(by, groups, selected.snapshot.as_of.year))
    few = {position for position, figures in enumerate(groups.values()) if figures.too_few}
    heads = "".join(f"<th>{escape_html(title)}</th>" for title in table.columns)
    lines = []
    for position, row in enumerate(table.head(_MOST_GROUPS).astype(object).itertuples(index=False)):
        cells = [_cell(value, position in few and column > 6) for column, value in enumerate(row)]
        lines.append(
            "<tr>"
            + "".join(
                f"<td title='{escape_html(title)}'>{escape_html(cell)}</td>"
                for title, cell in zip(table.columns, cells, strict=True)
            )
            + "</tr>"
        )
    note = _("A dash: not reached, or beyond the longest period. Too few: under {least} periods.").format(
        least=TOO_FEW_SPELLS
    )
    if more := len(table[_MOST_GROUPS:]):
        note += " " + ngettext(
            "{count} more group is in the table of the chart above.",
            "{count} more groups are in the table of the chart above.",
            more,
        ).format(count=more)
    return (
        f"<table class='figures'><tr class='heads'>{heads}</tr>{''.join(lines)}</table>"
        f"<p class='figures-note'>{escape_html(note)}</p>"
    )


def _cell(value, too_few: bool) -> str:
    if too_few:
        return _("too few")
    if pd.isna(value):
        return "–"
    return say_number(f"{value:.1f}") if isinstance(value, float) else str(value)
