"""Comparing in a browser: by link, by a ready comparison, by B's own filters."""

import re

from playwright.sync_api import expect


def heads(page):
    return page.locator(".compared thead")


def test_a_link_holds_both_selections(page, server_url):
    page.goto(f"{server_url}/compare?region=africa&b.region=asia")
    expect(heads(page)).to_contain_text("13 of 32 operations: in Africa")
    expect(heads(page)).to_contain_text("13 of 32 operations: in Asia")
    expect(page.get_by_text("No operation is in both.")).to_be_visible()
    expect(page.get_by_role("heading", name="Africa and Asia differ most, by 3 of 13 each")).to_be_visible()
    expect(page).to_have_url(re.compile(r"region=africa&b\.region=asia"))


def test_the_page_opens_with_a_comparison_that_leaves_the_filters_alone(page, server_url):
    page.goto(f"{server_url}/compare")
    expect(heads(page)).to_contain_text("13 of 32 operations: in Africa")
    expect(heads(page)).to_contain_text("13 of 32 operations: in Asia")
    expect(page.get_by_role("heading", name="Africa: most in 2004, 10 active.")).to_be_visible()
    expect(page).to_have_url(f"{server_url}/compare")
    expect(page.get_by_test_id("stSidebar").get_by_label(re.compile("^Africa"))).not_to_be_checked()


def test_a_ready_comparison_sets_both_and_the_link(page, server_url):
    page.goto(f"{server_url}/compare")
    page.get_by_role("button", name="with Out of Country Voting and without").click()
    expect(heads(page)).to_contain_text("5 of 32 operations: with Out of Country Voting")
    expect(heads(page)).to_contain_text("27 of 32 operations: without Out of Country Voting")
    expect(page).to_have_url(re.compile(r"activity=OCV&b\.activity=OCV&b\.match=none"))
    page.get_by_role("button", name="this selection and everything else").click()
    expect(heads(page)).to_contain_text("27 of 32 operations: not in the first")
    expect(page).to_have_url(re.compile(r"shared=left-out"))


def test_the_filters_of_b_change_b_only(page, server_url):
    page.goto(f"{server_url}/compare?region=africa")
    expect(heads(page)).to_contain_text("all others")
    page.get_by_text("Compare with what you choose here").click()
    page.get_by_test_id("stMain").get_by_role("checkbox", name=re.compile(r"^Europe")).check()
    expect(heads(page)).to_contain_text("3 of 32 operations: in Europe")
    expect(heads(page)).to_contain_text("13 of 32 operations: in Africa")
    expect(page).to_have_url(re.compile(r"region=africa&b\.region=europe"))


def test_what_means_nothing_in_b_is_said(phone, server_url):
    phone.goto(f"{server_url}/compare?b.region=atlantis&b.colour=red")
    expect(phone.get_by_text("b.region=atlantis means nothing here")).to_be_visible()
    expect(phone.get_by_text("b.colour is no filter or setting of this page.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_filters_stay_where_nothing_is_left(page, server_url):
    page.goto(f"{server_url}/compare?region=oceania")
    expect(page.get_by_text("No operation meets all of these conditions.")).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_label("Oceania")).to_be_checked()
