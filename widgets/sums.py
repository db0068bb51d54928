"""Sums of a number column of the user's own in place of counts: what to sum, the total, and by what."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from analysis.counts.ask import ask
from analysis.counts.sums import Total, sum_measure
from analysis.selection.select import Selected
from analysis.table.measures import OPERATIONS, find_measure, own_measures
from analysis.text import _
from analysis.wording import show_amount
from widgets.draw.sums import draw_sums, name_sum
from widgets.elements.key_numbers import show_numbers
from widgets.elements.settings import chosen_option, show_settings
from widgets.figure.figure import show_chart
from widgets.frame.view import toggle_choice


class Counted(NamedTuple):
    """What is counted: operations, or the sum of a measure in place of them, and whether an operation in several groups
    is shared among them."""

    measure: str = OPERATIONS
    shared: bool = False


def show_counted(selected: Selected) -> Counted:
    """Show the choice of what is counted or summed, where the table has number columns, and the numbers of a sum; what
    is chosen."""
    counted = choose_counted(selected)
    if counted.measure != OPERATIONS:
        unit = find_measure(selected.snapshot.table, counted.measure).unit
        show_numbers(_numbers(ask(selected, sum_measure, counted.measure), unit, selected.count))
    return counted


def show_by(key: str, selected: Selected, facet: str, counted: Counted, draw: Callable, *further) -> None:
    """Show the chart of operations by a facet that `draw` draws, or in its place that of the sums."""
    if counted.measure == OPERATIONS:
        show_chart(key, selected, draw, *further, on_click=partial(toggle_choice, facet))
    else:
        show_sum(key, selected, facet, counted)


def show_sum(key: str, selected: Selected, facet: str, counted: Counted) -> None:
    """Show the sums of a measure by a facet."""
    show_chart(key, selected, draw_sums, facet, *counted, on_click=partial(toggle_choice, facet))


def show_sums_compared(parts: dict[str, Selected]) -> None:
    """Show the choice of what is summed, where the tables have number columns, and its sum in each part by name."""
    measure = choose_counted(next(iter(parts.values())), grouped=False).measure
    if measure == OPERATIONS:
        return
    numbers = []
    for name, part in parts.items():
        total, unit = ask(part, sum_measure, measure), find_measure(part.snapshot.table, measure).unit
        numbers.append(
            (name, show_amount(total.amount) if total.having else "–", f"{unit} {_say_having(total, part.count)}")
        )
    show_numbers(numbers)


def choose_counted(selected: Selected, grouped: bool = True) -> Counted:
    """Show the choice of what is counted or summed, where there is any: what is chosen; whether it is shared among
    groups is asked only where there are groups."""
    own = own_measures(selected.snapshot.table)
    if not own:
        return Counted()
    measures = {OPERATIONS: _("Count of operations")}
    measures |= {code: name_sum(label) for code, label in own.items()}
    ways = {"whole": _("counts whole in each"), "shared": _("is shared equally")}
    several = [("several", _("An operation in several groups"), ways)] if grouped else []
    show_settings([("measure", _("Count or sum"), measures), *several], "-sum")
    return Counted(chosen_option("measure", measures), chosen_option("several", ways) == "shared")


def _numbers(total: Total, unit: str, count: int) -> list[tuple[str, str, str]]:
    numbers = [(_("Sum"), show_amount(total.amount), unit)] if total.having else []
    if total.mean is not None and total.median is not None:
        numbers += [(_("Mean"), show_amount(total.mean), unit), (_("Median"), show_amount(total.median), unit)]
    return [*numbers, (_("With a value"), str(total.having), _say_having(total, count))]


def _say_having(total: Total, count: int) -> str:
    having = _("{having} of {total} operations have a value").format(having=total.having, total=count)
    return having + (_("; {count} are no number").format(count=total.unread) if total.unread else "")
