"""Sums of a number column of the user's own on the overview: what to sum, the total, and by what."""

from analysis.counts.ask import ask
from analysis.counts.options import list_occurring
from analysis.counts.sums import Total, sum_measure
from analysis.selection.select import Selected
from analysis.table.measures import OPERATIONS, find_measure, own_measures
from analysis.table.vocabulary import own_facets
from analysis.text import _
from analysis.wording import show_amount
from widgets.draw.sums import draw_sums
from widgets.elements.key_numbers import show_numbers
from widgets.elements.settings import chosen_option, show_settings
from widgets.figure.figure import show_chart
from widgets.frame.view import toggle_choice


def show_sums(selected: Selected) -> None:
    """Show the choice of what is counted or summed, where the table has number columns, and the sums of one chosen."""
    own = own_measures(selected.snapshot.table)
    if not own:
        return
    measures = {OPERATIONS: _("Count of operations")}
    measures |= {code: _("Sum of {measure}").format(measure=label) for code, label in own.items()}
    ways = {"whole": _("counts whole in each"), "shared": _("is shared equally")}
    show_settings(
        [("measure", _("Count or sum"), measures), ("several", _("An operation in several groups"), ways)], "-sum"
    )
    measure = chosen_option("measure", measures)
    if measure != OPERATIONS:
        _show_measure(selected, measure, chosen_option("several", ways) == "shared")


def _show_measure(selected: Selected, measure: str, shared: bool) -> None:
    unit = find_measure(selected.snapshot.table, measure).unit
    show_numbers(_numbers(ask(selected, sum_measure, measure), unit, selected.count))
    facets = ["region", *(["activity"] if ask(selected, list_occurring, "activity") else [])]
    for facet in [*facets, *own_facets(selected.snapshot.table)]:
        click = lambda code, facet=facet: toggle_choice(facet, code)  # noqa: E731
        show_chart(f"sum-by-{facet}", selected, draw_sums, facet, measure, shared, on_click=click)


def _numbers(total: Total, unit: str, count: int) -> list[tuple[str, str, str]]:
    having = _("{having} of {total} operations have a value").format(having=total.having, total=count)
    if total.unread:
        having += _("; {count} are no number").format(count=total.unread)
    numbers = [(_("Sum"), show_amount(total.amount), unit)] if total.having else []
    if total.mean is not None and total.median is not None:
        numbers += [(_("Mean"), show_amount(total.mean), unit), (_("Median"), show_amount(total.median), unit)]
    return [*numbers, (_("With a value"), str(total.having), having)]
