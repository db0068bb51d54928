"""The charts of two selections side by side."""

from analysis.counts.ask import ask
from analysis.views.activities import list_activities
from analysis.views.comparison.compare import (
    Comparison,
    compare_activities,
    compare_curves,
    compare_peaks,
    compare_years,
    compared_sentences,
)
from charts.common.chart import Chart
from charts.comparison.charts import activities_compared, durations_compared, years_compared
from charts.comparison.words import say_counted


def draw_activities_compared(comparison: Comparison) -> Chart:
    """For each activity its share of the operations of A and of B."""
    first, second = comparison.parts
    activities = ask(first, list_activities)
    return activities_compared(
        compare_activities(comparison), (first.count, second.count), activities, _counted(comparison)
    )


def draw_years_compared(comparison: Comparison) -> Chart:
    """Active operations of A and of B by year."""
    return years_compared(compare_years(comparison), compare_peaks(comparison), _counted(comparison))


def draw_durations_compared(comparison: Comparison) -> Chart:
    """The Kaplan-Meier curves of A and B."""
    return durations_compared(compare_curves(comparison), comparison.survivals, _counted(comparison))


def _counted(comparison: Comparison) -> str:
    return say_counted(*compared_sentences(comparison))
