"""The first screen and the frame around it: charts that filter, conditions to let go, the link to copy."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.steps import expect_drawn, expect_link, open_view, option, sentence


def middle_of_bar(chart: Locator, number: int) -> tuple[float, float]:
    """Where on the screen a bar is."""
    box = chart.locator(".barlayer .point").nth(number).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click_bar(page, chart: Locator, number: int) -> None:
    """Click on a bar; plotly takes the mouse on a plane above it."""
    chart.scroll_into_view_if_needed()
    page.mouse.move(*middle_of_bar(chart, number))
    page.mouse.click(*middle_of_bar(chart, number))


def test_the_first_screen_has_the_sentence_the_numbers_the_map_and_the_timeline(page, server_url):
    page.set_viewport_size({"width": 1400, "height": 900})
    open_view(page, f"{server_url}/overview")
    expect(page.locator(".headline")).to_have_text("21 still run; most at once, 24, ran in 2004.")
    for title in ("Operations in 33 countries and territories", "21 of 32 operations are ongoing"):
        chart = expect_drawn(page, title)
        box = chart.locator(".plot").bounding_box()
        assert box["y"] + box["height"] <= 900, title
    expect(page).to_have_title("Overview: 32 operations")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_a_bar_takes_its_region_into_the_filters_and_lets_it_go(page, server_url):
    open_view(page, server_url)
    click_bar(page, expect_drawn(page, "Africa and Asia have 13"), 1)
    expect_link(page, "/?region=asia")
    expect(option(page, "Region", "Asia")).to_be_checked()
    click_bar(page, expect_drawn(page, "Operations in each region"), 0)
    expect(sentence(page)).to_have_text("26 of 32 operations: in Africa or Asia")
    expect_link(page, "/?region=africa&region=asia")
    page.go_back()
    expect(sentence(page)).to_have_text("13 of 32 operations: in Asia")
    click_bar(page, expect_drawn(page, "Operations in each region"), 1)
    expect(sentence(page)).to_have_text("All 32 operations")


def test_a_year_is_asked_for_by_its_bar(page, server_url):
    open_view(page, server_url)
    click_bar(page, expect_drawn(page, "Most operations ran in 2004"), 24)
    expect_link(page, "/?years=2006-2006")


def test_years_are_drawn_over_and_let_go_by_a_double_click(page, server_url):
    open_view(page, f"{server_url}/timeline?region=africa")
    expect_drawn(page, "The most starts in a year: 4, in 2003.")
    chart = page.locator(".figure").nth(1)
    chart.scroll_into_view_if_needed()
    plot = chart.locator(".nsewdrag").first.bounding_box()
    level = plot["y"] + plot["height"] / 2
    page.mouse.move(plot["x"] + 0.6 * plot["width"], level)
    page.mouse.down()
    page.mouse.move(plot["x"] + 0.8 * plot["width"], level, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"region=africa&years=199\d-200\d"))
    plot = chart.locator(".nsewdrag").first.bounding_box()
    page.mouse.dblclick(plot["x"] + plot["width"] / 2, plot["y"] + plot["height"] / 2)
    expect_link(page, "/timeline?region=africa")


def test_conditions_are_let_go_one_by_one_by_key(page, server_url):
    open_view(page, f"{server_url}/timeline?region=africa&activity=CS&years=1999-2006")
    expect(page).to_have_title(
        re.compile(r"^Timeline: \d+ operations in Africa, with Community Stabilization, active 1999 to 2006$")
    )
    page.get_by_role("button", name="Africa: remove").focus()
    page.keyboard.press("Enter")
    expect_link(page, "/timeline?activity=CS&years=1999-2006")
    expect(page.get_by_role("button", name="Community Stabilization: remove")).to_be_focused()
    page.get_by_role("button", name="Clear all", exact=True).click()
    expect(sentence(page)).to_have_text("All 32 operations")
    expect_link(page, "/timeline")


def test_years_can_be_typed(page, server_url):
    open_view(page, server_url)
    page.get_by_label("Type the first year").fill("1999")
    page.get_by_label("Type the first year").press("Enter")
    expect(sentence(page)).to_have_text("29 of 32 operations: active 1999 to 2006")
    page.get_by_label("Type the last year").fill("3000")
    page.get_by_label("Type the last year").press("Enter")
    expect(page.get_by_label("Type the last year")).to_have_value("2006")


def test_how_activities_match_can_be_said_before_any_is_chosen(page, server_url):
    open_view(page, server_url)
    page.get_by_role("combobox", name="Activities").select_option("with none of these")
    option(page, "Activity area", "CS").click()
    expect(sentence(page)).to_have_text("6 of 32 operations: without Community Stabilization")
    expect_link(page, "/?activity=CS&match=none")


def test_the_link_is_copied_and_said_to_be(page, server_url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_view(page, f"{server_url}/map?region=asia")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").get_by_text("Link copied")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == f"{server_url}/map?region=asia"
