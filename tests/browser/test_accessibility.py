"""What an audit finds on each page, light on a wide screen and dark on a phone, and what stands on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.steps import open_view
from widgets.frame.navigation import PAGE_TITLES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What Streamlit builds itself: the list of pages that a phone has in its sidebar, where a file is dropped, and what
# stops a run that is under way.
THEIRS = ("stSidebarNavItems", "stFileUploaderDropzone", '<li class="st-emotion', "stBaseButton-header")
WITH_CONTENT = {"country": "country?iso3=XKX", "operations": "operations?row=11", "compare": "compare?b_region=asia"}


def faults(page) -> list[str]:
    """The rule, place and markup of what breaks a rule of accessibility in what is ours."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    nodes = [(rule["id"], node["target"], node["html"]) for rule in found for node in rule["nodes"]]
    return [f"{rule} {target} {html[:200]}" for rule, target, html in nodes if not any(part in html for part in THEIRS)]


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (375, "dark")])
def test_no_page_breaks_a_rule(page, server_url, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for code in PAGE_TITLES:
        open_view(page, f"{server_url}/{WITH_CONTENT.get(code, code)}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        for chart in page.locator(".figure").all():
            expect(chart).to_have_attribute("data-drawn", re.compile("."))
        menu = page.locator("details.menu summary").first
        if menu.count():
            menu.click()
        assert faults(page) == [], code


def test_a_rule_that_is_broken_is_found(page, server_url):
    open_view(page, server_url)
    page.evaluate("document.querySelector('.heading').insertAdjacentHTML('beforeend', '<button></button>')")
    assert [fault for fault in faults(page) if fault.startswith("button-name")]


def test_on_paper_stand_the_words_and_charts_without_what_is_pressed(page, server_url):
    open_view(page, f"{server_url}/?region=africa")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".figure").first).to_be_visible()
    for gone in (".chips", "[data-testid=stSidebar]", "header", "details.menu", ".st-key-hand-over-link"):
        expect(page.locator(gone).first).to_be_hidden()
    page.evaluate("window.onbeforeprint()")
    expect(page.locator(".printed")).to_contain_text(f"{server_url}/?region=africa · ")
    page.set_viewport_size({"width": 718, "height": 1000})
    chart, paper = page.locator(".figure svg.main-svg").first.bounding_box(), page.locator("h1").bounding_box()
    assert chart["x"] + chart["width"] <= 718 and paper["x"] >= 0
