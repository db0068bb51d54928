"""A second selection beside the one in force, and the key numbers of both."""

from dataclasses import replace

import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.counts.count import count_years, peak_years
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.selection.settings import ComparisonSettings
from analysis.text import _, ngettext
from analysis.views.comparison.compare import Comparison, compare, compare_numbers, compared_sentences
from analysis.views.comparison.names import part_colours, part_names
from analysis.views.comparison.presets import ready_comparisons
from analysis.wording import say_peak_years
from analysis.writing import say_number
from widgets.elements.escape import escape_html
from widgets.elements.key_numbers import half_with_basis
from widgets.elements.leads import show_leads
from widgets.elements.settings import show_settings
from widgets.filters.filters import show_filter_fields
from widgets.frame.cache import view_key
from widgets.frame.view import (
    change_second,
    change_selection,
    change_settings,
    current_settings,
    current_view,
    select_second,
)

_STYLE = """<style>
.compared{border-collapse:collapse;width:100%;margin:.3rem 0 .6rem}
.compared th,.compared td{text-align:start;vertical-align:top;padding-block:.3rem;padding-inline:0 .6rem;
overflow-wrap:anywhere;border-bottom:1px solid rgba(128,128,128,.3);font-weight:400}
.compared thead th{font-weight:600}
/* What a row counts is a word or two of ours, and no column is too narrow for a word. */
.compared tbody th{overflow-wrap:normal}
.compared .part{display:inline-block;width:.8rem;height:.8rem;border-radius:.15rem;margin-inline-end:.4rem;
forced-color-adjust:none}
.compared thead small{font-weight:400}
.compared b{font-size:1.15rem;font-variant-numeric:tabular-nums}
.compared small{display:block;opacity:.8;font-size:.8rem}
.both{margin:0 0 .3rem}
</style>"""
_cache = Cache("comparisons")


def compared_selections(first: Selected) -> Comparison:
    """The selection in force and the second one; where no second one is chosen, the first ready comparison."""
    if current_view().second == Selection() and (ready := ask(first, ready_comparisons)):
        table = first.snapshot.table
        sides, left_out = (select(table, ready[0].first), select(table, ready[0].second)), ready[0].left_out
    else:
        sides = first, select_second(first.snapshot.table)
        left_out = current_settings(ComparisonSettings).shared == "left-out"
    key = view_key(sides[0], sides[1].selection, left_out)
    return _cache.get(key, lambda: compare(*sides, left_out))


def comparison_key(comparison: Comparison) -> tuple:
    """What a chart of a comparison depends on beside the selection in force."""
    return (comparison.first.selection, comparison.second.selection, comparison.left_out)


def show_ready(first: Selected) -> None:
    """Offer the comparisons that are ready to choose."""
    ready = ask(first, ready_comparisons)

    def choose(position: int) -> None:
        change_selection(ready[position].first)
        change_second(ready[position].second)
        change_settings(shared="left-out" if ready[position].left_out else "counted")

    if ready:
        show_leads("ready", _("Compare"), [(item.text, "") for item in ready], choose, in_row=True)


def show_second_filters(first: Selected) -> None:
    """The filters of the second selection, and whether it leaves out what is in the first."""
    with st.expander(_("Compare with what you choose here; the first is chosen in the sidebar"), key="compare-with"):
        show_settings(
            [
                (
                    "shared",
                    _("Operations that are in both"),
                    {"counted": _("count in both"), "left-out": _("count in the first only")},
                )
            ]
        )
        second = select_second(first.snapshot.table)
        left_out = current_settings(ComparisonSettings).shared == "left-out"
        show_filter_fields("filters-second", second, change_second, "second", first.selection, left_out)


def show_numbers_compared(comparison: Comparison) -> None:
    """The key numbers of both side by side, each under its sentence."""
    first, second = compared_sentences(comparison)
    heads = "".join(
        f"<th scope='col'><span class='part' style='background:{colour}'></span>{escape_html(name)}"
        f"<small>{escape_html(text)}</small></th>"
        for colour, name, text in zip(part_colours(comparison), part_names(comparison), (first, second), strict=True)
    )
    rows = "".join(
        f"<tr><th scope='row'>{escape_html(what)}</th>"
        + "".join(f"<td><b>{escape_html(value)}</b><small>{escape_html(note)}</small></td>" for value, note in cells)
        + "</tr>"
        for what, cells in _number_rows(comparison)
    )
    st.html(
        f"{_STYLE}<table class='compared'><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p class='both' role='status'>{escape_html(shared_sentence(comparison))}</p>"
    )


def shared_sentence(comparison: Comparison) -> str:
    """How many operations are in both, and where they count."""
    if comparison.same:
        return _("Both are the same operations: choose one of the comparisons above, or other filters.")
    if not comparison.shared:
        return _("No operation is in both.")
    if comparison.left_out:
        return ngettext(
            "{count} operation meets the conditions of both and counts in the first only.",
            "{count} operations meet the conditions of both and count in the first only.",
            comparison.shared,
        ).format(count=comparison.shared)
    return ngettext("{count} operation is in both.", "{count} operations are in both.", comparison.shared).format(
        count=comparison.shared
    )


def show_dates(comparison: Comparison) -> None:
    """Where the two are as of different dates, say so and offer to bring the second to that of the first."""
    dates = [part.snapshot.as_of for part in comparison.parts]
    if dates[0] == dates[1]:
        return
    names = part_names(comparison)
    text = _("{name} is counted as of {first}, {other} as of {second}.").format(
        name=names[0], first=dates[0], other=names[1], second=dates[1]
    )
    label = _("Count both as of {date}").format(date=dates[0])
    as_of = comparison.first.selection.as_of
    show_leads("dates", "", [(label, text)], lambda _place: change_second(replace(current_view().second, as_of=as_of)))


def _number_rows(comparison: Comparison) -> list[tuple[str, list[tuple[str, str]]]]:
    numbers = [row for _part, row in compare_numbers(comparison).iterrows()]
    peaks = [peak_years(ask(part, count_years)) for part in comparison.parts]
    return [
        (
            _("Operations"),
            [(str(row["operations"]), _of_all(row, part)) for row, part in zip(numbers, comparison.parts, strict=True)],
        ),
        (_("Ongoing"), [(str(row["ongoing"]), _share(row["ongoing"], row["operations"])) for row in numbers]),
        (_("Territories"), [(str(row["territories"]), _regions(row["regions"])) for row in numbers]),
        (
            _("First year"),
            [
                ("–" if not row["operations"] or row["first_year"] is None else str(row["first_year"]), "")
                for row in numbers
            ],
        ),
        (
            _("Most active in one year"),
            [
                (str(most), _("in {year}").format(year=say_peak_years(years))) if most else ("–", "")
                for years, most in peaks
            ],
        ),
        (_("How long periods last"), [half_with_basis(survival) for survival in comparison.survivals]),
    ]  # fmt: skip


def _of_all(row, part: Selected) -> str:
    return _("of {total}").format(total=part.total)


def _share(count: int, total: int) -> str:
    return _("{share} of them").format(share=say_number(f"{count / total:.0%}")) if total else ""


def _regions(count: int) -> str:
    return ngettext("in {count} region", "in {count} regions", count).format(count=count) if count else ""
