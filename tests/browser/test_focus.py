"""Who works by key goes on from where they are, whatever is drawn anew."""

from playwright.sync_api import expect

from tests.browser.steps import choose_in_menu, expect_drawn, expect_link, open_view


def press(page, button) -> None:
    """Press a button by key."""
    button.focus()
    page.keyboard.press("Enter")


def test_what_is_drawn_anew_has_the_focus_again_and_the_heading_where_it_is_gone(page, server_url):
    open_view(page, server_url)
    chart = expect_drawn(page, "Africa and Asia have 13")
    choose_in_menu(chart, "Table")
    press(page, chart.get_by_role("button", name="Asia", exact=True))
    expect_link(page, "/?region=asia")
    table = page.locator(".st-key-chart-operations-by-region")
    expect(table.get_by_role("button", name="Asia", exact=True)).to_be_focused()
    press(page, page.get_by_role("button", name="Clear all filters"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    open_view(page, f"{server_url}/operations")
    row = page.locator(".rows").get_by_role("button", name="Angola")
    press(page, row)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()
    open_view(page, f"{server_url}/compare")
    press(page, page.get_by_role("button", name="Africa and other regions"))
    expect_link(page, "/compare?region=africa&b.region=americas&b.region=asia&b.region=europe")
    expect(page.get_by_role("button", name="Africa and other regions")).to_be_focused()
    open_view(page, f"{server_url}/country")
    press(page, page.get_by_role("button", name="Timor-Leste"))
    expect(page.get_by_role("heading", level=1, name="Timor-Leste")).to_be_focused()
