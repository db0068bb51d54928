"""A link in a file of the data API opens the view that the file holds."""

import json
import urllib.request

from playwright.sync_api import expect

from tests.browser.steps import expect_no_fault, open_view, sentence


def test_the_link_in_a_file_opens_its_view(page, server_url):
    query = "region=africa&activity=DDR&sort=name&order=descending&columns=name,line&colour=status&lang=en"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{server_url}/api/operations.json?{query}") as answer:
        about = json.load(answer)["about"]
    open_view(page, about["link"])
    expect(sentence(page)).to_have_text(about["selection"])
    expect(page.get_by_role("combobox", name="Sort by").locator("option:checked")).to_have_text("Name")
    expect(page.get_by_role("combobox", name="Order").locator("option:checked")).to_have_text("descending")
    # Nothing in the link is without meaning, so the page leaves it as it is.
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    expect(page).to_have_url(about["link"])
    expect_no_fault(page)
