"""The page of durations in a real browser."""

import re

from playwright.sync_api import expect


def test_the_page_shows_the_figures_side_by_side(page, server_url):
    page.goto(f"{server_url}/durations")
    expect(page.get_by_role("heading", name="Of 33 periods 12 have ended: about a quarter")).to_be_visible()
    expect(page.get_by_text("Kaplan-Meier median", exact=True)).to_be_hidden()
    page.get_by_text("The statistics", exact=True).click()
    for words in ("Closed periods only", "Ongoing, so far", "not reached", "Mean within 10 years", "Ended by year 5"):
        expect(page.get_by_text(words, exact=True).first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_groups_can_be_chosen_and_stay_in_the_link(page, server_url):
    page.goto(f"{server_url}/durations")
    page.get_by_label("Periods by").select_option("region")
    expect(page.get_by_role("heading", name="Ended within 5 years: Africa 51%")).to_be_visible()
    expect(page).to_have_url(re.compile("by=region"))
    expect(page.get_by_role("cell", name="too few").first).to_be_hidden()
    page.get_by_text("The statistics of each group").click()
    expect(page.get_by_role("cell", name="too few").first).to_be_visible()


def test_an_earlier_as_of_date_leaves_fewer_spells(page, server_url):
    page.goto(f"{server_url}/durations?as_of=2003-12-31")
    page.get_by_text("The statistics", exact=True).click()
    expect(page.get_by_text("As of 2003-12-31, 19 of these periods still run.")).to_be_visible()


def test_one_operation_is_too_few_to_say_and_still_drawn(page, server_url):
    page.goto(f"{server_url}/durations?search=Mali")
    expect(page.get_by_text("1 period is too few to say").first).to_be_visible()
    expect(page.get_by_role("heading", name="The longest closed operation lasted 2 years.")).to_be_visible()
