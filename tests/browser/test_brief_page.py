"""The brief as a web page fits one A4 page, whatever it is of, and a phone."""

import re

import pytest

from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.build import build_table
from analysis.table.load import load_built_in, read_rows
from exports.brief.web_page import brief_html
from exports.handover import Handover
from tests.handovers import handover

LONG = [
    "Region of very many words",
    "Côte d'Ivoire",
    "Congo",
    "Democratic Republic of the Congo",
    "Sudan",
    "South Sudan",
]


STRIKING = "\n".join(["country,period,area", *["Mali,2001,CS"] * 40, *["Iraq,2001,DDR"] * 40]).encode()


def striking_view() -> Handover:
    """Very many rows, of which something stands out."""
    return handover(select(build_table(read_rows(STRIKING, "a.csv"), load_reference()), Selection()))


def long_view() -> Handover:
    """Very many rows with long names, every note there is, a title of three lines and a long link of its own."""
    areas = "; ".join(f"An activity with a name of {number} long words indeed" for number in range(9))
    lines = [f'"{LONG[n % 6]}",{1900 + n} - ?,"{areas}"' for n in range(90)]
    lines += ["Kosovo; Macedonia,once,CS", "Serbia,2010,CS", "Mali,2006,CS"]
    table = build_table(read_rows("\n".join(["country,period,area", *lines]).encode(), "a.csv"), load_reference())
    selection = Selection(
        region=tuple(sorted(set(load_reference().territories["region"]) - {""})),
        activity=tuple(f"An activity with a name of {number} long words indeed" for number in range(9)),
        years=(1900, 2010),
        status=("ongoing", "closed", "unknown"),
    )
    return handover(select(table, selection), address="http://127.0.0.1:8501/operations", version="1.2")


VIEWS = {
    "all": lambda: handover(select(load_built_in(), Selection()), address="http://127.0.0.1:8501/"),
    "one country": lambda: handover(select(load_built_in(), Selection(territory=("TLS",)))),
    "what stands out": striking_view,
    "few": lambda: handover(select(load_built_in(), Selection(activity=("OCV",)))),
    "nothing": lambda: handover(select(load_built_in(), Selection(search="nowhere"))),
    "long": long_view,
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_it_prints_on_one_page_with_nothing_cut_off(page, view):
    page.set_content(brief_html(view()).decode())
    page.emulate_media(media="print")
    cut = page.evaluate("[document.querySelector('main')].map(e => e.scrollHeight - e.clientHeight)[0]")
    assert cut <= 0
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_on_a_phone_nothing_scrolls_sideways(page):
    page.set_viewport_size({"width": 375, "height": 800})
    page.set_content(brief_html(VIEWS["all"]()).decode())
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
