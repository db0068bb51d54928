"""The switch of languages: the view stays, the link says which, the browser remembers it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import expect_no_fault, open_view, sentence


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
