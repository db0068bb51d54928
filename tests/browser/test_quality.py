"""What a reader does with readings and with a second table."""

import re

from playwright.sync_api import expect

from tests.browser.steps import expect_link, expect_no_fault, go_to, open_view

OTHER = b"Country,Start,End,Activity\nAngola,1994,2005,CS\nAngola,1994,2003,DDR\nAtlantis,1999,2000,CS\n"


def test_readings_are_switched_off_everywhere_and_a_second_table_is_compared(page, server_url):
    open_view(page, f"{server_url}/quality")
    page.get_by_role("checkbox", name=re.compile("^line 11, period")).click()
    expect_link(page, "/quality?off=11.period")
    expect(page.get_by_role("row", name=re.compile("^Years of operations in all"))).to_have_text(
        re.compile("176.*→ 172")
    )
    page.get_by_role("checkbox", name=re.compile("^line 32, country")).click()
    expect_link(page, "/quality?off=11.period&off=32.country")
    go_to(page, "Durations")
    expect_link(page, "/durations?off=11.period&off=32.country")
    expect(page.get_by_text("Switched off: line 32, country: “Vietnam”")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Switch all readings on again").click()
    expect_link(page, "/quality")
    expect(page.get_by_text("→ 172")).to_have_count(0)

    go_to(page, "Compare tables")
    page.locator("input[type=file]").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"<html>"})
    expect(page.get_by_text("a.csv: This is a web page (HTML), not a table.")).to_be_visible()
    page.locator("input[type=file]").set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": OTHER})
    expect(page.locator("p.sentence")).to_have_text("1 operation is in both tables, 1 of them changed; 31 new, 2 gone.")
    expect(page.get_by_text("Keys that stand there more than once")).to_be_visible()
    page.get_by_label("The table in use is").select_option("the earlier of the two")
    expect_link(page, "/changes?this=earlier")
    expect(page.locator("p.sentence")).to_have_text("1 operation is in both tables, 1 of them changed; 2 new, 31 gone.")
    expect_no_fault(page)
