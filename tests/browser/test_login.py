"""Signing in at a real provider, in the browser."""

from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import expect

from tests.api.oidc import secrets_file
from tests.browser.server import free_port, running_server
from tests.browser.steps import expect_link, expect_no_fault, option, sentence


def test_signing_in_leads_to_the_page_that_was_wanted_and_signing_out_closes_it(browser, tmp_path):
    port, secrets = free_port(), tmp_path / "secrets.toml"
    with run_server_in_thread() as provider:
        metadata = f"http://localhost:{provider.server_port}/.well-known/openid-configuration"
        secrets.write_text(secrets_file(metadata, f"http://127.0.0.1:{port}"))
        with running_server(port=port, options=[f"--secrets.files={secrets}"]) as address:
            page = browser.new_page(locale="en-IE")
            # The provider's own pages ask for a style from elsewhere.
            page.route("https://**", lambda route: route.abort())
            page.goto(f"{address}/timeline?region=africa")
            page.get_by_placeholder("sub").fill("desk@example.org")
            page.get_by_role("button", name="Authorize").click()
            expect(sentence(page)).to_contain_text("13 of 32 operations")
            expect_link(page, "/timeline?region=africa")
            option(page, "Activity area", "DDR").check()
            expect_link(page, "/timeline?region=africa&activity=DDR")
            expect(page.get_by_text("desk@example.org")).to_be_visible()
            expect_no_fault(page)
            page.get_by_role("link", name="Sign out").click()
            expect(page.get_by_role("heading", name="Authorize Client").or_(page.locator("form"))).to_be_visible()
            page.goto(f"{address}/timeline?region=africa")
            expect(page.get_by_placeholder("sub")).to_be_visible()
            page.close()
