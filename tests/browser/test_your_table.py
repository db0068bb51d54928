"""A manager's own table in the browser: brought, corrected, used, and left again."""

from playwright.sync_api import Page, expect

from tests.browser.steps import expect_drawn, expect_link, expect_no_fault, go_to, sentence

FRENCH = """Projets en cours d'exécution
Pays;Clôture prévue;Début;Fin;Statut;Secteur
Kenya;2009;01/05/2004;31/12/2006;Clôturé;Santé
Mali;2009;15/01/2005;;En cours;Eau
Tchad;2009;20/03/2005;;En cours;Eau
Côte d’Ivoire;2009;28/02/2003;01/01/2005;Clôturé;Abri
"""


def bring(page: Page, name: str, content: str | bytes) -> None:
    """Upload a file."""
    content = content.encode("cp1252") if isinstance(content, str) else content
    page.locator("input[type=file]").set_input_files([{"name": name, "mimeType": "text/csv", "buffer": content}])


def number(page: Page, what: str):
    """The number of the overview with this name."""
    return page.locator(".numbers > div", has_text=what).locator(".value")


def test_a_table_of_ones_own_is_on_every_page_until_one_goes_back(page, server_url):
    page.goto(f"{server_url}/your_table")
    bring(page, "projets.csv", FRENCH)
    expect(page.get_by_text("4 rows read, 0 with something to check.")).to_be_visible()
    expect(page.get_by_text("Table: Major operations")).to_be_visible()
    end = page.get_by_test_id("stSelectbox").filter(has_text="End").locator("input")
    expect(end).to_have_value("Fin")
    end.click()
    page.get_by_role("option", name="Clôture prévue").click()
    expect(page.get_by_text("lies after the as-of date, though its status says").first).to_be_visible()
    page.get_by_role("button", name="Use this table").click()
    expect(page.get_by_text("Table: projets.csv")).to_be_visible()
    expect(sentence(page)).to_have_text("All 4 operations")
    expect(number(page, "Ongoing")).to_have_text("4")
    expect(number(page, "Territories")).to_have_text("4")
    expect_link(page, "/?table=projets.csv")
    page.get_by_role("button", name="Download 4 of 4").click()
    expect(page.get_by_text("A colleague needs the file projets.csv too")).to_be_visible()
    page.keyboard.press("Escape")
    go_to(page, "Map")
    expect_drawn(page)
    expect(page.get_by_text("Table: projets.csv")).to_be_visible()
    page.get_by_role("button", name="Back to the built-in table").click()
    expect(sentence(page)).to_have_text("All 32 operations")
    expect_link(page, "/map")
    expect_no_fault(page)


def test_a_broken_file_is_one_sentence_and_the_table_before_stays(phone, server_url):
    phone.goto(f"{server_url}/your_table")
    bring(phone, "projets.csv", FRENCH)
    phone.get_by_role("button", name="Use this table").click()
    expect(phone.get_by_text("Table: projets.csv")).to_be_visible()
    phone.go_back()
    expect(phone.get_by_role("heading", name="Which column is what")).to_be_visible()
    bring(phone, "broken.csv", b"Pays;D\xc3\xa9but\nKenya;2004\nC\xc3")
    expect(phone.get_by_test_id("stAlert")).to_have_text(
        "broken.csv: Line 3: the file is cut off in the middle of a letter. Get it whole."
    )
    expect(phone.get_by_text("Table: projets.csv")).to_be_visible()
    expect(phone.get_by_role("button", name="Back to the built-in table")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375
    expect_no_fault(phone)


def test_what_stands_out_in_a_table_leads_on(page, server_url):
    rows = [f"{place},2001 - on going,CS" for place in ("Angola", "Benin", "Chad", "Ghana", "Kenya", "Mali", "Togo")]
    rows += [
        f"{place},2001 - 2004,CS" for place in ("Bhutan", "Cambodia", "Georgia", "India", "Japan", "Nepal", "Iraq")
    ]
    page.goto(f"{server_url}/your_table")
    bring(page, "parted.csv", "\n".join(["country,period,area", *rows]))
    page.get_by_role("button", name="Use this table").click()
    expect(page.get_by_text("Table: parted.csv")).to_be_visible()
    line = page.locator(".standouts").get_by_text("All 7 operations in Africa are ongoing, against 0 of 7 elsewhere.")
    expect(line).to_be_visible()
    page.locator(".standouts").get_by_role("button", name="See Compare").click()
    expect_link(page, "/compare?region=africa&status=ongoing&table=parted.csv")
    expect(sentence(page)).to_contain_text("7 of 14 operations")
