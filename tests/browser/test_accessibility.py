"""What an audit finds on each page, light on a wide screen and in Arabic, dark, on a phone; what stands on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.steps import expect_drawn, open_view
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


@pytest.mark.parametrize(("width", "scheme", "language"), [(1400, "light", "en"), (375, "dark", "ar")])
def test_no_page_breaks_a_rule(page, server_url, width, scheme, language):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for code in PAGE_TITLES:
        view = WITH_CONTENT.get(code, f"{code}?")
        open_view(page, f"{server_url}/{view}&lang={language}")
        expect(page.locator(f"html[lang={language}]")).to_have_count(1)
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


# What a reader may ask of any page (WCAG 1.4.12), 200 % of a narrow screen.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
# Adds the styles everywhere and gives the texts that stand outside the screen or are cut, but for the one line that
# folded settings are.
NOT_WHOLE = """(css) => {
  const roots = [document], found = [];
  for (const root of roots)
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  for (const root of roots) {
    const style = document.createElement("style");
    style.textContent = css;
    (root.head ?? root).append(style);
  }
  for (const whole of [document.documentElement, document.querySelector(".stMain")])
    if (whole.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  const ours = ":not(svg *, .stSidebar *, .fold > summary)";
  for (const element of roots.flatMap((root) => [...root.querySelectorAll(ours)])) {
    const { right, width } = element.getBoundingClientRect(), { overflowX, clipPath } = getComputedStyle(element);
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || width <= 1 || clipPath !== "none") continue;
    if (right > innerWidth + 1 || (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1))
      found.push(element.textContent);
  }
  return found;
}"""


def test_with_room_between_letters_on_a_narrow_screen_nothing_is_cut(page, server_url):
    page.set_viewport_size({"width": 320, "height": 800})
    for code in PAGE_TITLES:
        open_view(page, f"{server_url}/{WITH_CONTENT.get(code, code).split('row')[0]}")
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        for chart in page.locator(".figure").all():
            expect(chart).to_have_attribute("data-drawn", re.compile("."))
        assert page.evaluate(NOT_WHOLE, SPACED) == [], code


def test_charts_and_filters_follow_the_colours_that_a_reader_chooses(page, server_url):
    open_view(page, server_url)
    label = expect_drawn(page, "Most operations ran").locator(".xtick text").first
    mark, ground = page.locator(".figure .key b").first, page.locator(".stSidebar")
    of_light, of_mark = style(label, "fill"), style(mark, "color")
    page.emulate_media(color_scheme="dark")
    expect(label).not_to_have_css("fill", of_light)
    assert style(label, "fill") == style(page.locator(".figure").first, "color")
    page.emulate_media(color_scheme="light", forced_colors="active")
    expect(label).to_have_css("fill", style(page.locator(".figure").first, "color"))
    expect(mark).to_have_css("color", of_mark)
    assert style(page.locator(".filters .band"), "backgroundColor") != style(ground, "backgroundColor")


def style(element, name: str) -> str:
    """What a property of an element comes to."""
    return element.evaluate(f"each => getComputedStyle(each).{name}")
