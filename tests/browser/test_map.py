"""The map: drawn without the internet, played year by year, and a way to each country."""

import re

from playwright.sync_api import Page, expect


def open_map(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".figure[data-drawn]")).to_be_visible(timeout=60_000)


def shown_shapes(page: Page):
    """The shapes of territories that the map shows."""
    return page.locator(".choroplethlocation:visible")


def test_the_map_is_drawn_with_outlines_and_every_territory(page, server_url):
    open_map(page, f"{server_url}/map")
    expect(page.get_by_role("heading", name="32 operations in 33 places")).to_be_visible()
    # Kosovo* has no outline.
    expect(shown_shapes(page)).to_have_count(32)
    expect(page.get_by_text("0 operations not drawn.")).to_be_visible()
    expect(page.get_by_text("Kosovo*: this designation")).to_be_visible()
    assert page.locator(".layer.land path, .layer.countries path").count() > 0


def test_the_years_play_stop_at_2004_and_lead_to_a_country(page, server_url):
    open_map(page, f"{server_url}/map?year=2002")
    page.get_by_role("button", name="Play the years").click()
    expect(page.locator(".movie output")).to_have_text(re.compile("2003|2004|2005|2006"))
    page.get_by_role("slider", name="Year shown").fill("23")
    expect(page.get_by_role("heading", name="2004: 24 operations in 25 places")).to_be_visible()
    expect(page).to_have_url(f"{server_url}/map?year=2004")
    expect(shown_shapes(page)).to_have_count(24)
    point = shown_shapes(page).first.bounding_box()
    page.mouse.click(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    expect(page.get_by_role("dialog").get_by_role("heading", name="As printed")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Country page").click()
    expect(page).to_have_url(re.compile(r"/country\?iso3=[A-Z]{3}"))


def test_two_years_stand_side_by_side(page, server_url):
    open_map_pair = f"{server_url}/map?year=1996&beside=2004"
    page.goto(open_map_pair)
    expect(page.get_by_role("heading", name="2004: 24 operations in 25 places")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="1996: 7 operations in 7 places")).to_be_visible()
