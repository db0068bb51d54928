"""The facts of a territory's page: its activities, and what the source printed and how it was read."""

import streamlit as st

from analysis.caches import Cache
from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.reading.activities import activity_definition, activity_names
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.views.operation import list_printed
from charts.territory.charts import MOST_OPERATIONS
from widgets.elements.escape import escape_html
from widgets.frame.cache import view_key

_cache = Cache("facts of territories")
_STYLE = """<style>.facts{line-height:1.45;overflow-wrap:anywhere}
.facts h2{font-size:1.05rem;font-weight:600;margin:.2rem 0 .3rem;padding:0}
.facts ul{margin:0 0 .6rem;padding-inline-start:1.1rem}.facts p{margin:0 0 .6rem}</style>"""


def show_facts(own: Selected) -> None:
    """Show the activities with definitions, and what the source printed and how it was read."""
    html = _cache.get(view_key(own, "facts"), lambda: _activity_html(own) + _printed_html(own))
    st.html(f"{_STYLE}<div class='facts'>{html}</div>")


def _activity_html(own: Selected) -> str:
    reference = own.snapshot.table.reference
    counts = dict(ask(own, count_facet, "activity").itertuples(index=False))
    names = activity_names(counts, reference)
    items = []
    for code, count in counts.items():
        words = _("(all {total})") if count == own.count else _("({count} of {total})")
        times = "" if own.count == 1 else " " + words.format(count=count, total=own.count)
        name = ("" if names[code] == code else f" {names[code]}") + times
        if definition := activity_definition(code, reference):
            name = _("{name}: {period}").format(name=name, period=definition)
        items.append(f"<li><b>{escape_html(code)}</b>{escape_html(name)}</li>")
    heading, none = escape_html(_("Activities")), escape_html(_("none given"))
    return f"<h2>{heading}</h2><ul>{''.join(items) or none}</ul>"


def _printed_html(own: Selected) -> str:
    shown = ask(own, list_printed, MOST_OPERATIONS)
    as_it_stands = [_("read as it stands")]
    items = []
    for row in shown.itertuples():
        text = _("line {line}: country “{country}”, period “{period}”, area “{area}”").format(
            line=row.line, country=row.country, period=row.period, area=row.area
        )
        readings = "".join(f"<li>{escape_html(says)}</li>" for says in row.readings or as_it_stands)
        items.append(f"<li>{escape_html(text)}<ul>{readings}</ul></li>")
    more = own.count - len(shown)
    rest = (
        ngettext("{count} more is not listed.", "{count} more are not listed.", more).format(count=more) if more else ""
    )
    heading = escape_html(_("As printed, and how it was read"))
    return f"<h2>{heading}</h2><ul>{''.join(items)}</ul><p>{escape_html(rest)}</p>"
