"""The operations most like those of a territory, each leading to its page."""

import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.views.territory.similar import list_similar
from analysis.writing import say_number
from widgets.elements.leads import show_leads
from widgets.frame.cache import view_key
from widgets.frame.view import open_operation, open_territory

_cache = Cache("similar operations")


def show_similar(own: Selected) -> None:
    """Show the operations most like those of the territory, with the reason."""
    found = _cache.get(view_key(own, "similar"), lambda: _similar_leads(own))
    if not found:
        return

    def choose(position: int) -> None:
        row, _lead = found[position]
        open_territory(row.territory) if row.territory else open_operation(str(row.line))

    show_leads("similar", _("Operations most like it"), [lead for _row, lead in found], choose)
    st.caption(
        _(
            "Most like: the share of activities in common, plus the share of active years in common, plus 1 for the"
            " same sub-region or ½ for the same region; so 3 at most."
        )
    )


def _similar_leads(own: Selected) -> list[tuple]:
    """Each of the operations most like these, and its name with the reason."""
    return [(row, (row.name, _reason(row))) for row in ask(own, list_similar).itertuples(index=False)]


def _reason(found) -> str:
    """Why an operation is like these, in words."""
    if found.activities == 1:
        activities = _("the same activities ({codes})").format(codes=", ".join(found.shared_activities))
    elif found.shared_activities:
        activities = _("{codes} in common").format(codes=", ".join(found.shared_activities))
    else:
        activities = _("no activity in common")
    place = {1.0: _("same sub-region"), 0.5: _("same region")}.get(found.place, _("another region"))
    years = ngettext(
        "{shared} of {either} active year in common", "{shared} of {either} active years in common", found.years_either
    ).format(shared=found.shared_years, either=found.years_either)
    return _("{score} of 3: {reasons}").format(
        score=say_number(f"{found.score:.2f}"), reasons=_("; ").join([activities, place, years])
    )
