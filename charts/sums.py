"""Sums of a measure in groups, with what they rest on."""

import pandas as pd

from analysis.text import _, ngettext
from analysis.wording import show_amount
from charts.common.bars import sum_bar
from charts.common.chart import Chart
from charts.overview import MOST_BARS


def sum_chart(
    sums: pd.DataFrame, heading: str, names: dict[str, str], measure: str, shared: bool, having: int, total: int,
    chosen: tuple[str, ...] = (),
) -> Chart:  # fmt: skip
    """Sums of a measure by a facet (`sum_by`), the largest first, saying how many operations have a value and how
    those in several groups count."""
    drawn, left = sums.head(MOST_BARS), max(len(sums) - MOST_BARS, 0)
    texts = [show_amount(amount) for amount in drawn["amount"]]
    says = _("Sum of {measure} by {heading}.").format(measure=measure, heading=heading)
    if left:
        more = ngettext("{count} more is in the table.", "{count} more are in the table.", left)
        says += " " + more.format(count=left)
    table = pd.DataFrame(
        {
            heading: [names[code] for code in sums.iloc[:, 0]],
            measure: sums["amount"].astype(str),
            _("Operations with a value"): sums["operations"].to_numpy(),
        }
    )
    counted = _("{having} of {total} operations have a value; a blank is not zero.").format(having=having, total=total)
    several = _say_several(shared) if sums["operations"].sum() > having else ""
    figure = sum_bar(drawn, names, texts, chosen)
    opens = tuple(sums.iloc[:, 0])
    return Chart(figure, says, table, counted=" ".join(filter(None, (counted, several))), opens=opens)


def _say_several(shared: bool) -> str:
    """How an operation in several groups counts."""
    if shared:
        return _("An operation in several groups is shared equally among them.")
    return _("An operation in several groups counts whole in each, so sums may add up to more than the total.")
