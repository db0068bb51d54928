"""Views of one's own are kept in the browser, go out as a file and come back, and stand on the overview."""

import json

from playwright.sync_api import expect

from tests.browser.steps import open_menu, open_view


def test_a_view_is_kept_opened_taken_out_removed_and_brought_again(page, server_url, tmp_path):
    open_view(page, f"{server_url}/timeline?region=africa")
    open_menu(page, "Download 13 of 32")
    expect(page.get_by_text("They are kept in this browser alone")).to_be_visible()
    page.get_by_role("textbox", name="Name", exact=True).fill("Our <b>Africa</b>")
    page.get_by_role("button", name="Keep this view").click()
    expect(page.get_by_text("The view is kept.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save them as a file").click()
    file = tmp_path / "views.json"
    download.value.save_as(file)
    view = {"name": "Our <b>Africa</b>", "link": "timeline?region=africa"}
    assert json.loads(file.read_text("utf-8")) == {"views": [view]}
    # A new page finds it on the overview, and it leads back.
    open_view(page, server_url)
    page.get_by_role("link", name="Our <b>Africa</b>").click()
    expect(page).to_have_url(f"{server_url}/timeline?region=africa")
    open_menu(page, "Download 13 of 32")
    page.get_by_role("button", name="Our <b>Africa</b>: remove this view").click()
    expect(page.get_by_role("link", name="Our <b>Africa</b>")).to_have_count(0)
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"views": [{"name": "x", "link": "https://evil.example/"}]}', "utf-8")
    bring = page.get_by_label("Bring them from a file")
    bring.set_input_files(wrong)
    expect(page.get_by_text("wrong.json holds no views.")).to_be_visible()
    bring.set_input_files(file)
    expect(page.get_by_role("link", name="Our <b>Africa</b>")).to_be_visible()
