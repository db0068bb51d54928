"""The filters of the sidebar."""

from playwright.sync_api import expect

from tests.browser.steps import count_beside, expect_link, go_to, open_list, open_view, option, sentence

DDR, CS = "“Disarmament, Demobilization and Reintegration”", "Community Stabilization"
EITHER, BOTH = f"{DDR} or {CS}", f"{DDR} and {CS}"


def test_choices_stay_while_their_counts_change(page, server_url):
    open_view(page, server_url)
    for facet, name in (("Activity area", "CS"), ("Region", "Africa"), ("Activity area", "DDR")):
        option(page, facet, name).click()
        expect(option(page, facet, name)).to_be_checked()
    expect_link(page, "/?region=africa&activity=DDR&activity=CS")
    expect(sentence(page)).to_have_text(f"13 of 32 operations: in Africa, with {EITHER}")
    for facet, name in (("Activity area", "CS"), ("Region", "Africa"), ("Activity area", "DDR")):
        expect(option(page, facet, name)).to_be_checked()
    for facet, name, count in (
        ("Region", "Asia", "10"),
        ("Activity area", "CS", "12"),
        ("Activity area", "DDR", "7"),
        ("Status", "ongoing", "7"),
    ):  # fmt: skip
        expect(count_beside(page, facet, name)).to_have_text(count)


def test_four_quick_clicks_lose_nothing(page, server_url):
    open_view(page, server_url)
    chosen = [("Activity area", "CS"), ("Region", "Africa"), ("Activity area", "DDR"), ("Status", "ongoing")]
    boxes = [option(page, facet, name) for facet, name in chosen]
    for box in boxes:
        expect(box).to_be_visible()
    handles = [box.element_handle() for box in boxes]
    page.evaluate("boxes => boxes.forEach(box => box.click())", handles)
    expect_link(page, "/?region=africa&activity=DDR&activity=CS&status=ongoing")
    expect(sentence(page)).to_have_text(f"7 of 32 operations: in Africa, with {EITHER}, ongoing")
    for box in boxes:
        expect(box).to_be_checked()


def test_how_activities_match(page, server_url):
    open_view(page, f"{server_url}/?region=africa&activity=DDR&activity=CS")
    match = page.get_by_role("combobox", name="Activities")
    match.select_option("with all of these")
    expect(sentence(page)).to_have_text(f"6 of 32 operations: in Africa, with {BOTH}")
    expect(count_beside(page, "Activity area", "IDPs")).to_have_text("3")
    expect_link(page, "/?region=africa&activity=DDR&activity=CS&match=all")


def test_search_finds_printed_and_current_names(page, server_url):
    open_view(page, server_url)
    page.get_by_label("Search").fill("ivory")
    expect(sentence(page)).to_have_text("1 of 32 operations: named like “ivory”")
    page.get_by_label("Search").fill("cote d'ivoire")
    expect(sentence(page)).to_have_text("1 of 32 operations: named like “cote d'ivoire”")
    expect_link(page, "/?search=cote+d%27ivoire")


def test_years_by_the_arrow_keys_and_what_they_mean(page, server_url):
    open_view(page, server_url)
    page.get_by_role("slider", name="Last year").focus()
    for _step in range(3):
        page.keyboard.press("ArrowLeft")
    expect(sentence(page)).to_have_text("25 of 32 operations: active 1982 to 2003")
    expect(page.get_by_text("Years 1982 to 2003")).to_be_visible()
    page.get_by_label("Years mean").select_option("started in them")
    expect_link(page, "/?years=1982-2003&when=started")
    expect(sentence(page)).to_have_text("25 of 32 operations: started 1982 to 2003")


def test_the_as_of_date_moves_back_and_says_what_had_not_begun(page, server_url):
    open_view(page, server_url)
    page.get_by_text("More", exact=True).click()
    page.get_by_label("As-of date").fill("2003-06-30")
    page.get_by_label("As-of date").press("Enter")
    expect(sentence(page)).to_have_text("25 of 25 operations: as of 2003-06-30")
    expect(page.get_by_text("7 operations begin after the as-of date and are left out.")).to_be_visible()
    expect_link(page, "/?as_of=2003-06-30")


def test_a_region_less_drops_what_lies_outside_and_says_so(page, server_url):
    open_view(page, f"{server_url}/?region=africa&region=asia&territory=AFG&territory=AGO")
    expect(sentence(page)).to_have_text("2 of 32 operations: in Africa or Asia, in Afghanistan or Angola")
    option(page, "Region", "Asia").click()
    expect(sentence(page)).to_have_text("1 of 32 operations: in Africa, in Angola")
    expect(page.get_by_text("Afghanistan is outside the chosen regions and was dropped.")).to_be_visible()
    expect_link(page, "/?region=africa&territory=AGO")


def test_a_long_list_is_found_in_by_name(page, server_url):
    open_view(page, server_url)
    open_list(page, "Country or territory")
    page.get_by_role("group", name="Country or territory", exact=True).get_by_label("Find in this list").fill("cote")
    expect(option(page, "Country or territory", "Angola")).to_be_hidden()
    option(page, "Country or territory", "Côte d'Ivoire").click()
    expect(sentence(page)).to_have_text("1 of 32 operations: in Côte d'Ivoire")
    expect(page.get_by_text("Country or territory (1 chosen)")).to_be_visible()


def test_nothing_left_offers_a_way_out_on_each_page(page, server_url):
    open_view(page, f"{server_url}/?region=europe&activity=ND")
    for title in ("Overview", "Timeline", "Countries", "Operations"):
        go_to(page, title)
        expect(sentence(page)).to_have_text("0 of 32 operations: in Europe, with Natural Disasters")
        expect(page.get_by_text("No operation meets all of these conditions.")).to_be_visible()
        expect(option(page, "Region", "Europe")).to_be_checked()
        expect(page.get_by_role("button", name="Clear all filters")).to_be_enabled()
    page.get_by_role("button", name="Clear the filters").click()
    expect(sentence(page)).to_have_text("All 32 operations")
    expect_link(page, "/operations")


def test_one_button_clears_all(page, server_url):
    open_view(
        page,
        f"{server_url}/?region=africa&territory=AGO&activity=DDR&match=all&years=1990-2006&search=a&as_of=2005-01-01",
    )
    page.get_by_role("button", name="Clear all filters").click()
    expect(sentence(page)).to_have_text("All 32 operations")
    expect_link(page, "/")
    expect(option(page, "Region", "Africa")).not_to_be_checked()
    expect(page.get_by_label("Search")).to_have_value("")
    expect(page.get_by_role("button", name="Clear all filters")).to_be_disabled()


def test_filters_work_by_keyboard_alone(page, server_url):
    open_view(page, server_url)
    africa = option(page, "Region", "Africa")
    expect(africa).to_be_visible()
    for _step in range(30):
        page.keyboard.press("Tab")
        if africa.evaluate("box => box === document.activeElement"):
            break
    expect(africa).to_be_focused()
    page.keyboard.press("Space")
    expect(sentence(page)).to_have_text("13 of 32 operations: in Africa")
    expect(africa).to_be_focused()
    page.keyboard.press("Space")
    expect(sentence(page)).to_have_text("All 32 operations")
