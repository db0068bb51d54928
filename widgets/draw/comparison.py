"""The charts of two selections side by side."""

from analysis.counts.ask import ask
from analysis.counts.count import count_years, peak_years
from analysis.views.activities import list_activities
from analysis.views.comparison.compare import (
    Comparison,
    compare_activities,
    compare_curves,
    compare_years,
    compared_sentences,
)
from analysis.views.comparison.names import part_colours, part_names
from charts.common.chart import Chart
from charts.comparison.charts import activities_compared, durations_compared, years_compared
from charts.comparison.traces import LONGEST_LABEL, Part
from charts.comparison.words import say_counted


def draw_activities_compared(comparison: Comparison) -> Chart:
    """For each activity its share of the operations of both."""
    first, second = comparison.parts
    activities = ask(first, list_activities)
    chosen = frozenset({*first.selection.activity, *second.selection.activity})
    return activities_compared(
        compare_activities(comparison),
        (first.count, second.count),
        activities,
        _parts(comparison),
        chosen,
        _counted(comparison),
    )


def draw_years_compared(comparison: Comparison) -> Chart:
    """Active operations of both by year."""
    peaks = [peak_years(ask(part, count_years)) for part in comparison.parts]
    return years_compared(compare_years(comparison), peaks, _parts(comparison), _counted(comparison))


def draw_durations_compared(comparison: Comparison) -> Chart:
    """The Kaplan-Meier curves of both."""
    return durations_compared(
        compare_curves(comparison), comparison.survivals, _parts(comparison), _counted(comparison)
    )


def _parts(comparison: Comparison) -> tuple[Part, Part]:
    names, colours = part_names(comparison), part_colours(comparison)
    labels = part_names(comparison, by_code=True)
    if max(map(len, labels)) > LONGEST_LABEL:
        labels = "", ""
    return Part(names[0], labels[0], colours[0], 0), Part(names[1], labels[1], colours[1], 1)


def _counted(comparison: Comparison) -> str:
    return say_counted(*compared_sentences(comparison))
