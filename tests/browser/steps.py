"""What a user does and sees, in the words of the screen."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

MENUS = {
    "Explore": ("Timeline", "Map", "Activities", "Durations", "Countries", "Compare"),
    "Your data": ("Your table", "Data quality", "Compare tables"),
}


def open_view(page: Page, address: str) -> None:
    """Open a link and wait until the page says what it shows."""
    page.goto(address)
    expect(sentence(page)).to_be_visible()


def sentence(page: Page) -> Locator:
    """The selection in words; while one page gives way to another, that of the one that comes."""
    return page.locator(".heading .sentence").last


def option(page: Page, facet: str, name: str) -> Locator:
    """The box of an option of a filter, by the option's name without its count."""
    boxes = page.get_by_role("group", name=facet, exact=True)
    return boxes.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)}\b"))


def count_beside(page: Page, facet: str, name: str) -> Locator:
    """The number beside an option."""
    return option(page, facet, name).locator("xpath=..").locator(".count")


def open_list(page: Page, facet: str) -> None:
    """Unfold a long list of options."""
    page.get_by_role("group", name=facet, exact=True).locator("summary").click()


def go_to(page: Page, title: str) -> None:
    """Switch to another page by the navigation, whose menus hold most of them."""
    group = next((group for group, titles in MENUS.items() if title in titles), None)
    if group:
        page.get_by_test_id("stTopNavSection").filter(has_text=group).click()
        page.get_by_test_id("stTopNavDropdownLink").filter(has_text=re.compile(f"^{title}$")).click()
    else:
        page.get_by_test_id("stTopNav").get_by_role("link", name=title, exact=True).click()


def open_menu(page: Page, label: str) -> None:
    """Open the download menu, which says how many operations it hands over."""
    page.get_by_role("button", name=label).click()
    expect(page.get_by_text("Use this view elsewhere")).to_be_visible()


def expect_link(page: Page, query: str) -> None:
    """Wait until the address has exactly this path and query."""
    parts = urlsplit(page.url)
    expect(page).to_have_url(f"{parts.scheme}://{parts.netloc}{query}")


def expect_drawn(page: Page, title: str = "") -> Locator:
    """Wait until the chart with this in its title is drawn; the chart."""
    chart = page.locator(".figure").filter(has=page.locator("h2.title", has_text=title)).first
    expect(chart).to_have_attribute("data-drawn", re.compile("."))
    return chart


def choose_in_menu(chart: Locator, item: str) -> None:
    """Choose an entry of a chart's menu by what it is called."""
    chart.locator("details.menu summary").click()
    chart.get_by_role("button", name=re.compile(f"^{item}:")).click()


def expect_no_fault(page: Page) -> None:
    """Neither a fault of the script nor one of its traces is on the page."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)
