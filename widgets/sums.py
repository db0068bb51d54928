"""Sums of a number column of the user's own in place of counts: what to sum, the total, and by what."""

from collections.abc import Sequence
from functools import partial

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


def show_sums(selected: Selected, facets: Sequence[str]) -> None:
    """Show the choice of what is counted or summed, where the table has number columns, and the sums of one chosen by
    each of these facets."""
    measure, shared = choose_measure(selected)
    if measure == OPERATIONS:
        return
    unit = find_measure(selected.snapshot.table, measure).unit
    show_numbers(_numbers(ask(selected, sum_measure, measure), unit, selected.count))
    for facet in facets:
        click = partial(toggle_choice, facet)
        show_chart(f"sum-by-{facet}", selected, draw_sums, facet, measure, shared, on_click=click)


def sum_facets(selected: Selected) -> list[str]:
    """The facets that sums are shown by on the overview: those that the table has."""
    known = [facet for facet in ("region", "territory", "activity") if ask(selected, list_occurring, facet)]
    return [*known, *own_facets(selected.snapshot.table)]


def show_sums_compared(parts: dict[str, Selected]) -> None:
    """Show the choice of what is summed, where the tables have number columns, and its sum in each part by name."""
    measure, _shared = choose_measure(next(iter(parts.values())), grouped=False)
    if measure == OPERATIONS:
        return
    numbers = []
    for name, part in parts.items():
        total, unit = ask(part, sum_measure, measure), find_measure(part.snapshot.table, measure).unit
        numbers.append(
            (name, show_amount(total.amount) if total.having else "–", f"{unit} {_say_having(total, part.count)}")
        )
    show_numbers(numbers)


def choose_measure(selected: Selected, grouped: bool = True) -> tuple[str, bool]:
    """Show the choice of what is counted or summed, where there is any: the measure, and whether it is shared among
    groups, which is asked only where there are groups."""
    own = own_measures(selected.snapshot.table)
    if not own:
        return OPERATIONS, False
    measures = {OPERATIONS: _("Count of operations")}
    measures |= {code: _("Sum of {measure}").format(measure=label) for code, label in own.items()}
    ways = {"whole": _("counts whole in each"), "shared": _("is shared equally")}
    several = [("several", _("An operation in several groups"), ways)] if grouped else []
    show_settings([("measure", _("Count or sum"), measures), *several], "-sum")
    return chosen_option("measure", measures), chosen_option("several", ways) == "shared"


def _numbers(total: Total, unit: str, count: int) -> list[tuple[str, str, str]]:
    numbers = [(_("Sum"), show_amount(total.amount), unit)] if total.having else []
    if total.mean is not None and total.median is not None:
        numbers += [(_("Mean"), show_amount(total.mean), unit), (_("Median"), show_amount(total.median), unit)]
    return [*numbers, (_("With a value"), str(total.having), _say_having(total, count))]


def _say_having(total: Total, count: int) -> str:
    having = _("{having} of {total} operations have a value").format(having=total.having, total=count)
    return having + (_("; {count} are no number").format(count=total.unread) if total.unread else "")
