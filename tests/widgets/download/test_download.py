"""The menu that stands on every page offers every file of the page's view."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import analysis.text
import exports.excel.workbook
import widgets.download.download
from analysis.selection.select import select
from analysis.selection.selection import Selection, from_query
from analysis.selection.sentence import STATUS_NAMES
from analysis.table.columns import OPERATION_COLUMNS
from analysis.table.load import load_built_in
from exports.formats import FORMATS
from exports.handover import Handover
from tests.handovers import handover
from tests.widgets.your_table.test_bring import go_to, open_page, paste
from widgets.download.download import file_maker
from widgets.download.elsewhere import data_address
from widgets.frame.navigation import PAGE_TITLES

DASHBOARD = str(Path(__file__).parents[3] / "dashboard.py")
AFRICA = {"region": "africa", "activity": "IDPs"}
JSON = next(kind for kind in FORMATS if kind.suffix == "json")


@pytest.fixture
def views(monkeypatch) -> list[Handover]:
    """The views whose files a page offers, in the order of its menu."""
    offered = []
    offer = "widgets.download.download.file_maker"
    monkeypatch.setattr(offer, lambda _kind, view, _code: offered.append(view) or bytes)
    return offered


def open_menu(page: str, **query: str) -> AppTest:
    """A page with its menu open."""
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    if page != "overview":
        # A page takes its settings from the link once it is there.
        app.session_state["go_to"] = page
        app.run()
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    app.session_state["download"] = True
    app.run()
    assert not app.exception
    return app


def menu_label(app: AppTest) -> str:
    (menu,) = [block for block in blocks(app.main) if block.type == "popover"]
    return menu.proto.popover.label


def blocks(block):
    """All blocks inside a block."""
    for child in getattr(block, "children", {}).values():
        yield child
        yield from blocks(child)


@pytest.mark.parametrize("page", PAGE_TITLES)
def test_every_page_has_the_menu_with_its_row_count_and_link(page, views):
    app = open_menu(page, **AFRICA)
    assert menu_label(app) == "Download 9 of 32"
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels[: len(FORMATS)] == [kind.title for kind in FORMATS]
    (link,) = [code.value for code in app.code]
    assert {view.link for view in views} == {link}
    query = parse_qs(urlsplit(link).query)
    assert from_query(query, load_built_in()) == (Selection(region=("Africa",), activity=("IDPs",)), [])
    assert {view.columns for view in views} == {tuple(OPERATION_COLUMNS)} or page == "operations"


def test_a_closed_menu_makes_nothing(views):
    app = AppTest.from_file(DASHBOARD, default_timeout=60).run()
    assert menu_label(app) == "Download 32 of 32"
    assert not views and not app.get("download_button") and not app.code


def test_the_files_of_the_table_have_its_columns_and_order(views):
    app = open_menu("operations", columns="period,name", sort="name", order="descending", **AFRICA)
    assert views[0].columns == ("period", "name")
    assert views[0].rows["name"].iloc[0] == "Zimbabwe"
    assert "columns=period%2Cname" in app.code[0].value


def test_the_files_of_a_country_have_its_operations(views):
    app = open_menu("country", iso3="TLS", region="africa")
    assert menu_label(app) == "Download 1 of 32"
    assert views[0].rows["name"].tolist() == ["Timor-Leste"]
    assert parse_qs(urlsplit(views[0].link).query) == {"iso3": ["TLS"], "region": ["africa"]}


def test_the_files_of_a_comparison_have_its_first_selection_and_say_so(views):
    app = open_menu("compare", **AFRICA, **{"b.region": "asia"})
    assert views[0].selected.count == 9
    assert "The files hold the operations of A." in [caption.value for caption in app.caption]
    assert "b.region=asia" in views[0].link


def test_copied_rows_say_the_same_as_the_file(monkeypatch, views):
    copied = []
    monkeypatch.setitem(STATUS_NAMES, "ongoing", "goes on")
    monkeypatch.setattr("widgets.operations.rows.show_copy_button", lambda _name, text, *_labels: copied.append(text))
    open_menu("operations", columns="name,status,line", sort="name", **AFRICA)
    file = next(kind for kind in FORMATS if kind.suffix == "csv").write(views[0]).decode("utf-8-sig")
    assert copied[-1].splitlines()[:2] == ["Country or territory\tStatus\tLine", "Angola\tgoes on\t3"]
    assert copied[-1].split() == file.replace(",", " ").split()


def test_nothing_chosen_is_a_file_too(views):
    assert menu_label(open_menu("timeline", search="nowhere")) == "Download 0 of 32"


def test_what_a_file_cannot_hold_is_said_at_its_button(monkeypatch):
    monkeypatch.setattr(exports.excel.workbook, "LAST_ROW", 2)
    app = open_menu("timeline")
    disabled = [button.proto.label for button in app.get("download_button") if button.proto.disabled]
    assert disabled == ["Excel"]
    assert any("this view has 32" in caption.value for caption in app.caption)


def test_large_files_are_said_to_take_a_while_and_made_one_at_a_time(monkeypatch):
    monkeypatch.setattr(widgets.download.download, "LARGE", 20)
    assert any(caption.value.startswith("So many rows") for caption in open_menu("timeline").caption)
    view = handover(select(load_built_in(), Selection()))
    with widgets.download.download._large_files, ThreadPoolExecutor() as others:
        waiting = others.submit(file_maker(JSON, view, "en"))
        small = handover(select(load_built_in(), Selection(territory=("TLS",))))
        assert b"Timor-Leste" in others.submit(file_maker(JSON, small, "en")).result()
        assert not waiting.done()
        widgets.download.download._large_files.release()
        assert json.loads(waiting.result())["about"]["operations"] == 32
        widgets.download.download._large_files.acquire()


def test_a_file_is_made_when_it_is_asked_for_in_the_language_of_the_page(monkeypatch):
    class Shouting:
        gettext = staticmethod(lambda message: message if "{" in message else message.upper())
        ngettext = staticmethod(lambda singular, plural, number: singular if number == 1 else plural)

    plain = analysis.text.catalogue
    monkeypatch.setattr("analysis.text.catalogue", lambda code: Shouting() if code == "xx" else plain(code))
    make = file_maker(JSON, handover(select(load_built_in(), Selection()), made_at="1999-01-01", address="a"), "xx")
    with ThreadPoolExecutor() as elsewhere:
        about = json.loads(elsewhere.submit(make).result())["about"]
    assert about["order"] == "FIRST START"
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d\+00:00", about["made_at"])
    assert about["link"] == "a"


def test_the_version_that_files_name_stands_on_about(views):
    app = open_menu("about")
    (view, *_same) = views
    versions = next(text.value for text in app.markdown if "Python" in text.value)
    assert view.version and f"Dashboard {view.version}" in versions.replace("\\", "")


def test_without_the_data_api_the_menu_says_how_to_have_it(monkeypatch):
    monkeypatch.delenv("OPERATIONS_API", raising=False)
    app = open_menu("timeline")
    assert any("make run" in caption.value for caption in app.caption) and not app.tabs


def test_with_the_data_api_there_are_lines_for_each_program(monkeypatch):
    monkeypatch.setenv("OPERATIONS_API", "1")
    app = open_menu("operations", columns="name", sort="end", **AFRICA)
    assert [tab.label for tab in app.tabs] == [
        "Excel (Power Query)",
        "Python (pandas)",
        "R",
        "curl",
        "Google Sheets",
        "DuckDB",
    ]
    _link, *lines = [code.value for code in app.code]
    data_link = "/api/operations.csv?region=africa&activity=IDPs&sort=end&columns=name"
    assert len(lines) == 6 and all(data_link in text for text in lines)


def test_a_table_of_ones_own_has_a_link_but_no_lines_that_could_not_fetch_it(monkeypatch):
    monkeypatch.setenv("OPERATIONS_API", "1")
    app = paste(open_page(), "Country,Start\nKenya,2004\n")
    app.button(key="use-table").click().run()
    go_to(app, "timeline")
    app.session_state["download"] = True
    app.run()
    assert not app.exception and menu_label(app) == "Download 1 of 1"
    (link,) = [code.value for code in app.code]
    assert "/api/" not in link and "table=pasted+cells" in link
    assert [tab.label for tab in app.tabs] == []
    assert any("A colleague needs the file pasted cells too" in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("http://127.0.0.1:8501/", "overview", "http://127.0.0.1:8501/api/operations.csv"),
        ("http://127.0.0.1:8501/country", "country", "http://127.0.0.1:8501/api/operations.csv"),
        ("https://a.example/ops/map", "map", "https://a.example/ops/api/operations.csv"),
        ("https://a.example/map/", "overview", "https://a.example/map/api/operations.csv"),
    ],
)
def test_the_data_stands_beside_the_pages(url, page, expected):
    assert data_address(url, page) == expected
