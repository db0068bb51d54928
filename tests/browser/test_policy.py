"""Every page keeps within the Content-Security-Policy that the server sends, its charts, map and pictures too."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import note_faults
from tests.browser.steps import choose_in_menu, expect_drawn, expect_no_fault, go_to, open_view
from widgets.frame.navigation import PAGE_TITLES

SAYS = {"country": "With an operation", "changes": "The table in use is"}


def test_every_page_keeps_within_the_policy(page, server_url):
    # `page` fails on anything that the browser says it refused.
    answer = page.goto(server_url)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    for code, title in PAGE_TITLES.items():
        go_to(page, title)
        expect(page).to_have_url(f"{server_url}/{'' if code == 'overview' else code}")
        expect(page.get_by_text(SAYS.get(code, "All 32 operations")).first).to_be_visible()
        expect_no_fault(page)


def test_charts_and_the_map_become_pictures_within_the_policy(page, server_url):
    for address, title in (
        ("/?region=africa", "Community Stabilization is in"),
        ("/map", "32 operations in 33 places"),
    ):
        open_view(page, server_url + address)
        chart = expect_drawn(page, title)
        with page.expect_download() as picture:
            choose_in_menu(chart, "PNG")
        assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    assert page.locator(".layer.land path, .layer.countries path").count() > 0


def test_what_the_policy_forbids_is_refused_and_noted(profiles, server_url):
    page = profiles().new_page()
    faults: list[str] = []
    note_faults(page, faults)
    page.goto(f"{server_url}/api/readings.json")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/'}))")
    expect(page.locator("img")).to_have_count(1)
    assert page.evaluate("window.ran") is None
    page.close()
    assert [re.search(r"(script|img)-src", fault)[1] for fault in faults] == ["script", "img"]
