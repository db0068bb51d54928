from playwright.sync_api import expect


def test_the_first_page_opens_without_an_error(page, server_url):
    page.goto(server_url)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_first_page_opens_on_a_phone(phone, server_url):
    phone.goto(server_url)
    expect(phone.get_by_test_id("stMain")).to_be_visible()
    expect(phone.get_by_test_id("stException")).to_have_count(0)
