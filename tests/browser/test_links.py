"""The link holds the whole view."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import (
    count_beside,
    expect_drawn,
    expect_link,
    expect_no_fault,
    go_to,
    open_view,
    option,
    sentence,
)


def test_the_first_request_of_a_server_may_be_a_timeline(page, fresh_server_url):
    refused: list[str] = []
    page.on("response", lambda answer: answer.status >= 400 and refused.append(answer.url))
    open_view(page, f"{fresh_server_url()}/timeline?region=africa")
    expect(sentence(page)).to_have_text("13 of 32 operations: in Africa")
    expect_drawn(page, "7 of 13 operations are ongoing as of 2006-12-31.")
    expect_link(page, "/timeline?region=africa")
    expect_no_fault(page)
    assert refused == []


def test_the_first_request_of_a_server_may_be_the_operations(page, fresh_server_url):
    open_view(page, f"{fresh_server_url()}/operations?region=africa&activity=IDPs&years=1999-2006&row=11")
    expect(sentence(page)).to_have_text(
        "9 of 32 operations: in Africa, with Internally Displaced People, active 1999 to 2006"
    )
    expect(page.get_by_role("button", name="Download 9 of 32")).to_be_visible()
    expect(page.get_by_text("There is no operation on line")).to_have_count(0)
    expect_no_fault(page)


def test_a_view_goes_along_to_the_next_page_a_reload_and_a_colleague(page, new_page, server_url):
    open_view(page, server_url)
    option(page, "Region", "Africa").click()
    expect_link(page, "/?region=africa")
    go_to(page, "Timeline")
    expect_link(page, "/timeline?region=africa")
    page.get_by_label("Sort by").select_option("Name")
    expect_link(page, "/timeline?region=africa&sort=name")
    page.reload()
    expect(sentence(page)).to_have_text("13 of 32 operations: in Africa")
    expect(page.get_by_label("Sort by")).to_have_value("name")
    colleague = new_page()
    open_view(colleague, page.url)
    expect(sentence(colleague)).to_have_text("13 of 32 operations: in Africa")
    expect(colleague.get_by_label("Sort by")).to_have_value("name")
    expect(option(colleague, "Region", "Africa")).to_be_checked()


def test_back_and_forward_show_each_view_again(page, server_url):
    open_view(page, server_url)
    option(page, "Region", "Africa").click()
    expect_link(page, "/?region=africa")
    go_to(page, "Timeline")
    expect_link(page, "/timeline?region=africa")
    option(page, "Activity area", "CS").click()
    expect_link(page, "/timeline?region=africa&activity=CS")
    page.go_back()
    expect_view(page, "/timeline?region=africa", "13 of 32 operations: in Africa")
    page.go_back()
    expect_view(page, "/?region=africa", "13 of 32 operations: in Africa")
    page.go_back()
    expect_view(page, "/", "All 32 operations")
    page.go_forward()
    expect_view(page, "/?region=africa", "13 of 32 operations: in Africa")
    page.go_forward()
    expect_view(page, "/timeline?region=africa", "13 of 32 operations: in Africa")
    expect(option(page, "Activity area", "CS")).not_to_be_checked()


def test_two_quick_steps_back_end_where_they_should(page, server_url):
    open_view(page, server_url)
    go_to(page, "Timeline")
    expect_link(page, "/timeline")
    option(page, "Region", "Africa").click()
    expect_link(page, "/timeline?region=africa")
    page.evaluate("history.back(), history.back()")
    expect_view(page, "/", "All 32 operations")
    expect(option(page, "Region", "Africa")).not_to_be_checked()


def expect_view(page, link: str, says: str) -> None:
    """Wait for a link and for the sentence that belongs to it."""
    expect_link(page, link)
    expect(sentence(page)).to_have_text(says)
    expect(count_beside(page, "Region", "Europe")).to_be_visible()


def test_values_that_mean_nothing_are_named_and_the_rest_works(page, server_url):
    open_view(
        page, f"{server_url}/?region=atlantis&region=africa&years=2006-1999&status=odd&colour=blue&as_of=2050-01-01"
    )
    expect(sentence(page)).to_have_text("13 of 32 operations: in Africa")
    for named in ("region=atlantis", "years=2006-1999", "status=odd", "colour", "as-of=2050-01-01"):
        expect(page.get_by_test_id("stAlert").filter(has_text=named)).to_be_visible()
    expect_link(page, "/?region=africa")
    option(page, "Activity area", "DDR").click()
    expect(sentence(page)).to_have_text(
        "7 of 32 operations: in Africa, with Disarmament, Demobilization and Reintegration"
    )
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?row=inf&sort=%00&order=&columns=nothing,%F0%9F%92%A5", "All 32 operations"),
        ("?columns=name,name,region", "All 32 operations"),
        ("?years=&row=99999", "All 32 operations"),
        ("?region=" + "x" * 5000, "All 32 operations"),
        ("?" + "&".join(f"region=r{number}" for number in range(150)), "All 32 operations"),
        (
            "?status=%22%5D%7D&territory=*&activity=%5Bx%5D(http://127.0.0.1:9/)&match=!%5Bx%5D(http://127.0.0.1:9/)",
            "All 32 operations",
        ),
        ("?search=%24x%24+%3Ared%5Bhot%5D", "0 of 32 operations: named like “$x$ :red[hot]”"),
        (
            "?search=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
            "0 of 32 operations: named like “<img src=x onerror=alert(1)>”",
        ),
        ("?%3Cb%3E=1&region=%3Cscript%3Ealert(1)%3C/script%3E", "All 32 operations"),
    ],
)  # fmt: skip
def test_odd_links_neither_break_nor_inject(page, server_url, query, says):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append("dialog") or dialog.dismiss())
    open_view(page, f"{server_url}/operations{query}")
    expect(sentence(page)).to_have_text(says)
    expect(page.get_by_role("button", name="Clear", exact=False).first).to_be_visible()
    expect(option(page, "Region", "Africa")).to_be_visible()
    expect_no_fault(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.get_by_test_id("stAlert").count() < 10
    assert not [url for url in asked if url.startswith("http://127.0.0.1:9/") or url == "dialog"]
    expect(page.locator(".stMain img, .stMain script, .stMain a[href*=':9']")).to_have_count(0)
