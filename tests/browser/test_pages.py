"""What each page shows and hands over."""

import csv
import io
import re
import struct

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.steps import (
    choose_in_menu,
    expect_drawn,
    expect_link,
    expect_no_fault,
    go_to,
    open_list,
    open_menu,
    open_view,
    option,
    sentence,
)


def test_a_chart_has_its_table_and_pictures(page, server_url):
    open_view(page, f"{server_url}/?region=africa")
    chart = expect_drawn(page, "Community Stabilization is in 12 of 13 operations.")
    expect(page.locator(".figure[data-drawn]")).to_have_count(5)
    choose_in_menu(chart, "Table")
    expect(chart.get_by_role("row")).to_have_count(4)
    expect(chart.get_by_role("row", name="CS Community Stabilization 12")).to_be_visible()
    with page.expect_download() as png:
        choose_in_menu(chart, "PNG")
    assert png.value.suggested_filename == "operations-by-activity_africa.png"
    assert struct.unpack(">II", png.value.path().read_bytes()[16:24]) == (1600, 900)
    with page.expect_download() as svg:
        choose_in_menu(chart, "SVG")
    drawn = svg.value.path().read_text("utf-8")
    assert svg.value.suggested_filename == "operations-by-activity_africa.svg"
    assert "Community Stabilization is in 12 of 13 operations." in drawn
    assert "13 of 32 operations: in Africa" in drawn


def test_the_timeline_has_a_line_for_each_operation_and_leaves_gaps_open(page, server_url):
    open_view(page, f"{server_url}/timeline")
    chart = expect_drawn(page, "21 of 32 operations are ongoing")
    expect(chart.locator(".ytick")).to_have_count(32)
    expect(chart.locator(".barlayer .point")).to_have_count(33)
    choose_in_menu(chart, "Table")
    expect(chart.get_by_role("row").filter(has_text="Timor-Leste")).to_have_count(2)


def test_a_bar_of_the_timeline_opens_its_operation(page, server_url):
    open_view(page, f"{server_url}/timeline?search=timor")
    chart = expect_drawn(page, "The operation shown here is not ongoing")
    # Plotly takes the mouse on a plane above the bars.
    page.mouse.move(*middle_of_first_bar(chart))
    page.mouse.click(*middle_of_first_bar(chart))
    beside = page.get_by_role("dialog")
    expect(beside.get_by_role("heading", name="Timor-Leste")).to_be_visible()
    expect(beside.get_by_text("“1999 - 22001” is read as “1999 - 2001”")).to_be_visible()
    expect_link(page, "/timeline?search=timor")
    beside.get_by_role("button", name="In the table of operations").click()
    expect_link(page, "/operations?search=timor&row=11")
    expect(page.get_by_role("heading", name="Timor-Leste")).to_be_visible()


def test_a_bar_of_the_timeline_is_opened_by_key_in_the_table_behind_it(page, server_url):
    open_view(page, f"{server_url}/timeline?search=timor")
    chart = expect_drawn(page, "The operation shown here is not ongoing")
    choose_in_menu(chart, "Table")
    row = chart.get_by_role("row").filter(has_text="1999 - 22001; 2006")
    expect(row.first).to_contain_text("19992001closed")
    row.first.get_by_role("button", name="Timor-Leste").press("Enter")
    expect(page.get_by_role("dialog").get_by_role("heading", name="Timor-Leste")).to_be_visible()


def middle_of_first_bar(chart) -> tuple[float, float]:
    """Where on the screen the first bar is."""
    box = chart.locator(".barlayer .point").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(
    ("path", "choices", "query"),
    [
        (
            "/timeline",
            {
                "Sort by": "Duration",
                "Group by": "Activity area",
                "Colour by": "Status",
                "Time": "years since start",
                "Dated facts of the source": "hidden",
            },
            "sort=duration&group=activity&colour=status&axis=since-start&events=hidden",
        ),
        ("/operations", {"Sort by": "Name", "Order": "descending"}, "sort=name&order=descending"),
    ],
)
def test_the_settings_of_a_page_are_in_the_link(page, server_url, path, choices, query):
    open_view(page, f"{server_url}{path}?region=africa")
    for label, shown in choices.items():
        page.locator(".stMain").get_by_role("combobox", name=label, exact=True).select_option(shown)
    expect_link(page, f"{path}?region=africa&{query}")
    page.reload()
    for label, shown in choices.items():
        choice = page.locator(".stMain").get_by_role("combobox", name=label, exact=True)
        expect(choice.locator("option:checked")).to_have_text(shown)


def test_a_heading_sorts_the_table_the_link_and_what_is_copied(page, server_url):
    open_view(page, f"{server_url}/operations?region=europe&columns=name,period,status")
    names = page.locator(".rows tbody tr td:first-child")
    expect(names).to_have_text(["Bosnia and Herzegovina", "Kosovo* and North Macedonia", "Croatia"])
    page.get_by_role("columnheader", name="Country or territory").get_by_role("button").press("Enter")
    expect_link(page, "/operations?region=europe&sort=name&columns=name%2Cperiod%2Cstatus")
    page.get_by_role("columnheader", name="Country or territory").get_by_role("button").click()
    expect(names).to_have_text(["Kosovo* and North Macedonia", "Croatia", "Bosnia and Herzegovina"])
    expect_link(page, "/operations?region=europe&sort=name&order=descending&columns=name%2Cperiod%2Cstatus")
    expect(page.get_by_role("columnheader", name="Country")).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_role("columnheader", name="Printed period").get_by_role("button")).to_have_count(0)


def test_a_row_opens_its_operation_and_the_link_says_so_until_it_is_closed(page, server_url):
    open_view(page, f"{server_url}/operations?region=europe")
    page.get_by_role("button", name="Kosovo* and North Macedonia").press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Kosovo* and North Macedonia")).to_be_visible()
    expect_link(page, "/operations?region=europe&row=21")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect_link(page, "/operations?region=europe")


def test_the_columns_are_in_the_link(page, server_url):
    open_view(page, f"{server_url}/operations?columns=name,period")
    chosen = page.get_by_test_id("stMultiSelect")
    expect(chosen).to_contain_text("Printed period")
    expect(chosen).not_to_contain_text("Status")
    # The filters come last; a list that is open while the run goes on may lose a click.
    expect(option(page, "Region", "Africa")).to_be_visible()
    chosen.get_by_role("combobox").fill("ISO3")
    expect(page.get_by_role("option", name="ISO3")).to_be_visible()
    chosen.get_by_role("combobox").press("Enter")
    expect_link(page, "/operations?columns=name%2Cperiod%2Cterritories")


def test_the_files_of_the_menu_have_exactly_the_rows_on_screen(page, server_url):
    open_view(page, f"{server_url}/operations?region=africa&years=1999-2006&columns=name,period&sort=name")
    option(page, "Activity area", "IDPs").click()
    open_menu(page, "Download 9 of 32")
    link = f"{server_url}/operations?region=africa&activity=IDPs&years=1999-2006&sort=name&columns=name%2Cperiod"
    expect(page.get_by_test_id("stCode").get_by_text(link)).to_be_visible()
    content = downloaded(page, "CSV", "operations_africa_idps_1999-2006_as-of-2006-12-31.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = [
        ["Country or territory", "Printed period"],
        ["Angola", "1994 - on going"],
        ["Côte d'Ivoire", "2004 - on going"],
        ["Ethiopia", "2003 - 2004"],
        ["Kenya", "2004 - 2005"],
        ["Liberia", "2002 - on going"],
        ["Sierra Leone", "2003 - 2004"],
        ["Sudan", "1982 - on going"],
        ["Uganda", "2003 - on going"],
        ["Zimbabwe", "2003 - on going"],
    ]
    assert list(csv.reader(content.decode("utf-8-sig").splitlines())) == rows
    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Excel", "operations_africa_idps_1999-2006.xlsx")))
    assert [[cell.value for cell in row] for row in book["Operations"].iter_rows()] == rows
    assert link in [row[1].value for row in book["About"].iter_rows()]
    open_view(page, link)
    expect(sentence(page)).to_have_text(
        "9 of 32 operations: in Africa, with Internally Displaced People, active 1999 to 2006"
    )


def downloaded(page, title: str, file: str) -> bytes:
    """The bytes of a file from the menu, which comes under this name."""
    with page.expect_download() as download:
        page.get_by_role("button", name=title, exact=True).click()
    assert download.value.suggested_filename == file
    return download.value.path().read_bytes()


def test_no_page_scrolls_sideways_on_a_phone_and_the_numbers_come_first(phone, server_url):
    open_view(phone, server_url)
    top = {name: phone.locator(f".{name}").first.bounding_box()["y"] for name in ("sentence", "numbers")}
    expect_drawn(phone)
    assert top["sentence"] < top["numbers"] < phone.locator(".figure").first.bounding_box()["y"]
    assert top["numbers"] < 812
    for path in ("/", "/timeline", "/operations?row=11", "/about"):
        phone.goto(f"{server_url}{path}")
        expect(
            phone.locator(".stMain").get_by_text("About" if path == "/about" else "32 operations").first
        ).to_be_visible()
        if path in ("/", "/timeline"):
            expect_drawn(phone)
        if path == "/timeline":
            # Choices and the key of events give way, so that the first bars are there before one scrolls.
            assert phone.locator(".figure .plot").first.bounding_box()["y"] < 500
            phone.locator("details.fold summary").click()
            expect(phone.get_by_label("Group by")).to_be_visible()
        widest = phone.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
        )
        assert widest <= 375, path
    open_menu(phone, "Download 32 of 32")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375
    box = phone.get_by_test_id("stPopoverBody").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 375


def test_filters_open_on_a_phone(phone, server_url):
    open_view(phone, server_url)
    phone.get_by_test_id("stExpandSidebarButton").click()
    option(phone, "Region", "Africa").click()
    open_list(phone, "Country or territory")
    option(phone, "Country or territory", "Angola").click()
    expect_link(phone, "/?region=africa&territory=AGO")
    phone.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(sentence(phone)).to_have_text("1 of 32 operations: in Africa, in Angola")


def test_each_page_is_reached_from_the_navigation(page, server_url):
    open_view(page, server_url)
    for title, path in (
        ("Timeline", "/timeline"),
        ("Operations", "/operations"),
        ("About", "/about"),
        ("Overview", "/"),
    ):
        go_to(page, title)
        expect_link(page, path)
        expect_no_fault(page)


def test_a_chart_whose_script_cannot_be_loaded_says_so_and_keeps_its_table(page, server_url):
    page.route(re.compile(r"/static/plotly-"), lambda route: route.abort())
    page.goto(f"{server_url}/?region=africa")
    chart = page.locator(".figure").filter(has_text="Community Stabilization is in 12 of 13 operations.")
    expect(chart.get_by_text("The picture could not be drawn; the table has every number.")).to_be_visible()
    choose_in_menu(chart, "Table")
    expect(chart.get_by_role("row", name="CS Community Stabilization 12")).to_be_visible()
    page.unroute(re.compile(r"/static/plotly-"))
    go_to(page, "Timeline")
    expect_drawn(page, "7 of 13 operations are ongoing")
