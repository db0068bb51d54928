"""The whole selection at a glance: where and when first, then on what, in which regions, and what stands out."""

from analysis.counts.ask import ask
from analysis.findings.headline import say_headline
from widgets.frame.page import selected_operations
from widgets.overview.glance import show_further, show_glance, show_own
from widgets.overview.standouts import show_standouts
from widgets.sums import show_counted
from widgets.views.views import show_views

selected = selected_operations(lambda selected: ask(selected, say_headline))
counted = show_counted(selected)
show_glance(selected, counted)
show_further(selected, counted)
show_own(selected, counted)
show_standouts(selected)
show_views("overview")
