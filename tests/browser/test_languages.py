"""The switch of languages: the view stays, the link says which, the browser remembers it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import expect_no_fault, open_view, sentence
from tests.english import english_in


@pytest.fixture(autouse=True)
def forget(page):
    """Other tests share the profile, and with it what the browser remembers."""
    yield
    page.context.clear_cookies()


def test_another_language_keeps_the_view_and_is_in_the_link(page, server_url):
    open_view(page, f"{server_url}/?region=africa")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_label("Language").select_option("Français")
    expect(page.get_by_role("heading", level=1, name="Vue d'ensemble")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(sentence(page)).to_contain_text("13 des 32 opérations")
    expect(page).to_have_url(re.compile(r"region=africa&lang=fr$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Overview")).to_be_visible()
    expect_no_fault(page)


def test_the_browser_remembers_the_language_and_a_link_goes_before_it(page, server_url):
    open_view(page, server_url)
    page.get_by_label("Language").select_option("Français")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    open_view(page, f"{server_url}/timeline")
    expect(page.get_by_role("heading", level=1, name="Chronologie")).to_be_visible()
    open_view(page, f"{server_url}/timeline?lang=en")
    expect(page.get_by_role("heading", level=1, name="Timeline")).to_be_visible()
    expect_no_fault(page)


def test_one_language_after_another_can_be_chosen_and_streamlit_speaks_each(page, server_url):
    open_view(page, f"{server_url}/operations?lang=fr")
    for label, own_name, menu, remove in (
        ("Langue", "Español", "Menú principal", "Quitar Región"),
        ("Idioma", "English", "Main menu", "Remove Region"),
    ):
        page.get_by_label(label).select_option(own_name)
        expect(page.get_by_role("button", name=menu, exact=True)).to_be_visible()
        expect(page.locator(f"[aria-label='{remove}']")).to_have_count(1)
    expect_no_fault(page)


# All that can be read on a page or is read out, but for icons and the words for who has no script.
READ = """() => {
  const found = [document.title];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (!texts.currentNode.parentElement.closest("script, style, noscript, [translate=no]"))
      found.push(texts.currentNode.data);
  for (const name of ["aria-label", "title", "placeholder", "data-title", "alt"])
    for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name));
  return [...new Set(found.map((text) => text.trim()))];
}"""


def test_an_english_message_is_found():
    assert english_in(
        ["Main menu", "خريطة. The table has 7 more.", "IDPs, CS", "Kosovo (FYROM) & Macedonia"], "ar"
    ) == [
        "Main menu",
        "خريطة. The table has 7 more.",
    ]


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_no_page_in_another_language_has_an_english_message(page, server_url, code):
    for view in ("overview?region=africa", "operations?row=11", "map?region=africa", "your_table?", "quality?"):
        open_view(page, f"{server_url}/{view}&lang={code}")
        expect(page.locator(f"html[lang={code}]")).to_have_count(1)
        for chart in page.locator(".figure").all():
            expect(chart).to_have_attribute("data-drawn", re.compile("."))
        assert english_in(page.evaluate(READ), code) == [], view
    expect_no_fault(page)


def test_arabic_reads_from_the_right(page, server_url):
    open_view(page, f"{server_url}/operations?lang=ar&region=africa")
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    expect(page.get_by_role("heading", level=1, name="العمليات")).to_be_visible()
    expect(sentence(page)).to_contain_text("13 من 32 عملية")
    sidebar, heading = page.get_by_test_id("stSidebar"), page.locator("h1")
    assert sidebar.bounding_box()["x"] > heading.bounding_box()["x"]
    years = page.locator(".filters input[type=number]")
    assert years.nth(0).bounding_box()["x"] > years.nth(1).bounding_box()["x"]
    expect(page.get_by_role("cell", name="1982 - on going")).to_have_css("unicode-bidi", "plaintext")
    page.set_viewport_size({"width": 375, "height": 812})
    open_view(page, f"{server_url}/?lang=ar")
    expect(sidebar).not_to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    expect_no_fault(page)


def test_an_unknown_language_is_named(page, server_url):
    open_view(page, f"{server_url}/?lang=xx")
    expect(page.get_by_text("lang=xx means nothing here; allowed: en, ar, es, fr.")).to_be_visible()
