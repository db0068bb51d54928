"""The page of a territory in a browser: by link, by chooser, and on to others."""

import re

from playwright.sync_api import expect

from tests.browser.steps import sentence


def test_a_link_opens_a_territory_whatever_the_filters_say(page, server_url):
    page.goto(f"{server_url}/country?iso3=TLS&region=africa")
    expect(page.get_by_role("heading", level=1)).to_have_text("Timor-Leste")
    expect(sentence(page)).to_have_text("1 of 32 operations")
    expect(page.get_by_text("The filters leave out its 1 operation")).to_be_visible()
    expect(page.get_by_text("repeated digit")).to_be_visible()
    expect(page.get_by_role("heading", name="4 years in 2 periods")).to_be_visible()
    expect(page.get_by_role("heading", name="Timor-Leste in Asia: 4 years active")).to_be_visible()


def test_neighbours_and_the_chooser_lead_on_and_stand_in_the_link(page, server_url):
    page.goto(f"{server_url}/country?iso3=TLS")
    page.get_by_role("button", name="Viet Nam", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Viet Nam")
    expect(page).to_have_url(re.compile(r"iso3=VNM"))
    page.get_by_test_id("stMain").get_by_label("Country or territory").select_option("SSD")
    expect(sentence(page)).to_have_text("No operation in this table")
    expect(page.get_by_text("operations before that are counted under Sudan")).to_be_visible()
    expect(page).to_have_url(re.compile(r"iso3=SSD"))
    page.get_by_role("button", name="Sudan", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sudan")
    expect(page).to_have_url(re.compile(r"iso3=SDN"))
    page.go_back()
    expect(sentence(page)).to_have_text("No operation in this table")


def test_an_operation_leads_to_its_countries(page, server_url):
    page.goto(f"{server_url}/operations?row=21")
    page.get_by_role("button", name="Country page of Kosovo*").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kosovo*")
    expect(page.get_by_text("together with North Macedonia")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/country\?iso3=XKX"))


def test_without_a_territory_all_are_offered_and_a_wrong_code_is_named(phone, server_url):
    phone.goto(f"{server_url}/country?iso3=QQQ")
    expect(phone.get_by_text("QQQ is the code of no territory.")).to_be_visible()
    expect(phone.get_by_role("button", name="Timor-Leste")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375
