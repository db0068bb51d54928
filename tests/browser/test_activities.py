"""The page of activities in a real browser."""

import re

from playwright.sync_api import expect


def test_the_page_opens_from_its_link_with_its_charts(page, server_url):
    page.goto(f"{server_url}/activities?by=subregion")
    for title in (
        "Community Stabilization is in 26 of 32 operations.",
        "Community Stabilization and Internally Displaced People go together most: 20 operations.",
        "11 combinations occur; the most common is Community Stabilization and Internally Displaced People",
        "Most operations at once with one activity: 21 operations, Internally Displaced People in 2004.",
    ):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_label("Activities by")).to_have_value("subregion")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_with_one_activity_but_without_another(page, server_url):
    page.goto(f"{server_url}/activities")
    expect(page.get_by_text("4 operations are with Internally Displaced People but without")).to_be_visible()
    # The second choice follows before the first is answered, as a quick reader's does.
    page.get_by_role("combobox", name="With", exact=True).select_option("DDR")
    page.get_by_role("combobox", name="but without").select_option("IDPs")
    expect(page.get_by_text("and Reintegration but without Internally Displaced People")).to_be_visible()
    expect(page).to_have_url(re.compile("with=DDR.*without=IDPs"))
    page.reload()
    expect(page.get_by_text("and Reintegration but without Internally Displaced People")).to_be_visible()


def test_a_definition_is_one_click_away(page, server_url):
    page.goto(f"{server_url}/activities")
    page.locator("summary", has_text="Out of Country Voting").click()
    expect(page.locator("details", has_text="Out of Country Voting").locator("p")).to_be_visible()


def test_a_click_on_a_square_opens_the_country(page, server_url):
    page.goto(f"{server_url}/activities?search=Lebanon")
    chart = page.locator(
        ".figure", has=page.get_by_role("heading", name="Community Stabilization is the only activity")
    )
    expect(chart.locator(".scatterlayer .points path")).to_have_count(1)
    chart.locator(".scatterlayer .points path").scroll_into_view_if_needed()
    box = chart.locator(".scatterlayer .points path").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.get_by_role("dialog", name="Lebanon").get_by_role("button", name="Country page").click()
    expect(page).to_have_url(re.compile("/country.*iso3=LBN"))


def test_nothing_left_says_so(page, server_url):
    page.goto(f"{server_url}/activities?search=nowhere")
    expect(page.get_by_text("No operation meets all of these conditions.")).to_be_visible()
