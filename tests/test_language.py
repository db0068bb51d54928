"""A made-up language, in which every text of ours stands in brackets, finds each text that was forgotten."""

import ast
import html
import io
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from streamlit.testing.v1 import AppTest

import analysis.about
import analysis.text
import widgets.frame.language
import widgets.frame.page
import widgets.frame.tables
import widgets.table_changes.changes
from analysis.caches import Cache
from analysis.counts.ask import forget_answers
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.columns.guess_columns import guess_columns
from analysis.intake.draft import Draft, understand
from analysis.reading.activities import activity_names
from analysis.reading.reference import load_reference, territory_names
from analysis.selection.selection import PARAMETERS
from analysis.selection.settings import setting_fields
from analysis.table.build import build_table
from analysis.table.load import load_built_in, read_rows
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary
from analysis.text import in_language
from scripts.messages import FOLDERS, TEMPLATE, collect_messages, template
from widgets.frame.navigation import PAGE_TITLES

ROOT = Path(__file__).parent.parent
LANGUAGE = "zz"
PROBLEMS = """country,period,area
Mali,1996 - 1997,CS
Atlantis,soon,CS
Sudan,1982 - on going,
Haiti,2004 - ongoing,ddr
"""
# Names that no language changes: formats, files, programs, the product's own words for the link.
NAMES = ["any", "A", "B", "PNG", "SVG", "CSV", "Python", "streamlit", "pandas", "plotly", "operations.csv", "data/"]
TEXT_FIELDS = ("label", "body", "value", "placeholder", "help")
WRAPPED = re.compile(r"⟦[^⟦⟧]*(?:⟧|…)")
TAGS = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
# What in the payload of a component is for programs.
PROGRAM_KEYS = {
    "kind", "value", "code", "hash", "plotly", "file", "config", "number", "type", "mode", "symbol", "color", "dash",
    "textposition", "hoverinfo", "orientation", "align", "layer", "xref", "yref", "xanchor", "yanchor", "anchor",
    "side", "barmode", "rangemode", "tickformat", "paper_bgcolor", "plot_bgcolor", "fillcolor", "gridcolor",
    "customdata", "opens", "ticklabeloverflow",
    "dtype", "bdata", "min", "max", "titleHtml", "captionHtml", "csv", "frame", "name_", "topojsonURL",
    "meta", "locations", "projection", "colorscale", "modeBarButtons", "landcolor", "countrycolor", "bgcolor",
    "activecolor", "bordercolor", "language", "languages", "cookie", "fill", "shape", "itemsizing", "dragmode", "shown",
    # Where the browser looks for which words of Streamlit.
    "where", "from",
}  # fmt: skip


def brackets(catalog: Catalog, forgotten: str = "") -> bytes:
    """A catalogue that puts every message in brackets, but for one."""
    made = Catalog(locale="en", charset="utf-8")
    for message in catalog:
        if message.id and message.id != forgotten:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            wrapped = tuple(f"⟦{form}⟧" for form in forms)
            made.add(message.id, wrapped if len(wrapped) > 1 else wrapped[0], context=message.context)
    written = io.BytesIO()
    write_po(written, made)
    return written.getvalue()


def bracketed_prose(folder: Path) -> Path:
    """A folder with the prose of About in the made-up language: every paragraph and every item in brackets."""
    (folder / LANGUAGE).mkdir(parents=True)
    for file in (analysis.about.ABOUT_FOLDER / "en").glob("*.md"):
        text = re.sub(r"(?m)^(- )?(.+)$", r"\1⟦\2⟧", file.read_text("utf-8"))
        (folder / LANGUAGE / file.name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def speak(tmp_path, monkeypatch):
    """A function that installs the made-up language, with one message forgotten if asked."""

    def install(forgotten: str = "") -> None:
        folder = tmp_path / LANGUAGE / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "dashboard.po").write_bytes(brackets(collect_messages(), forgotten))
        monkeypatch.setattr(analysis.text, "LOCALE_FOLDER", tmp_path)
        monkeypatch.setattr(analysis.about, "ABOUT_FOLDER", bracketed_prose(tmp_path / "about"))
        forget()

    yield install
    forget()


def forget() -> None:
    """Empty what holds translated texts beyond a run."""
    analysis.text.catalogue.cache_clear()
    forget_answers()
    for module in list(sys.modules.values()):
        for kept in vars(module).values() if getattr(module, "__name__", "").startswith("widgets.") else ():
            if isinstance(kept, Cache):
                kept.clear()


def run(page: str, query: str, **state) -> AppTest:
    """A page in the made-up language, opened by its link in a session of this state."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params["lang"] = LANGUAGE
    for name, value in state.items():
        app.session_state[name] = value
    app.session_state["go_to"] = page
    app.run()
    for part in filter(None, query.split("&")):
        name, value = part.split("=")
        app.query_params[name] = [*app.query_params.get(name, []), value]
    app.run()
    assert not app.exception
    return app


def texts(block) -> list[str]:
    """Every text that the elements of a block show."""
    found = []
    for element in block:
        if element.type == "bidi_component":
            payload = json.loads(element.proto.bytes or element.proto.json)
            # What is copied holds the codes of the data, as a file for programs does.
            found += payload_texts({**payload, "text": ""} if element.proto.component_name == "copy" else payload)
        elif element.type == "dataframe":
            found += [*element.value.columns, *map(str, element.value.fillna("").to_numpy().ravel())]
        elif hasattr(element.proto, "ListFields"):
            found += [text for name in TEXT_FIELDS for text in field(element, name)]
            found += list(getattr(element.proto, "options", []))
    return found


def field(element, name: str) -> list[str]:
    """A text field of an element, as none or one."""
    text = getattr(element.proto, name, "")
    return [text] if isinstance(text, str) else []


def payload_texts(part, key: str = "") -> list[str]:
    """Every text for readers in a component's data, figures included."""
    if key in PROGRAM_KEYS:
        return []
    if key == "figure" and isinstance(part, str):
        part = json.loads(part)
    if isinstance(part, dict):
        part = {name: value for name, value in part.items() if not ("kind" in part and name == "name")}
        return [text for name, value in part.items() for text in payload_texts(value, name)]
    if isinstance(part, list):
        return [text for value in part for text in payload_texts(value, key)]
    return [part] if isinstance(part, str) else []


def left_unchanged(text: str, known: re.Pattern) -> str:
    """What of a text is neither in brackets nor data."""
    text = html.unescape(TAGS.sub(" ", re.sub(r"%\{\w+(?:\[\d\])?\}", " ", text)).replace("\\", ""))
    while text != (shorter := WRAPPED.sub(" ", text)):
        text = shorter
    text = known.sub(" ", text)
    return text.strip() if re.search(r"[^\W\d_]", text) else ""


def any_of(values: Iterable[str]) -> re.Pattern:
    """A pattern of any of these as whole words, the longest first, so that none leaves a piece of another."""
    longest_first = sorted(filter(None, set(values)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@pytest.fixture(scope="module")
def known() -> list[str]:
    """Values of the data and codes."""
    table, reference = load_built_in(), load_reference()
    codes = [code for facet in ("activity", "territory") for code in vocabulary(table)[facet]]
    names = [*territory_names(reference), *activity_names(codes, reference).values(), *reference.activities["name"]]
    printed = table.operations[["country", "period", "area"]].to_numpy().ravel().tolist()
    shown = [name.rstrip("*") for name in names]
    return [*NAMES, *codes, *names, *shown, *printed, *reference.activities["code"]]


VIEWS = [
    "",
    "region=africa&activity=IDPs&activity=CS&match=all&years=1999-2006&when=started&status=ongoing&search=a",
    "subregion=western-asia&territory=ARM&as_of=2003-06-30",
    "region=europe&activity=ND",
    "region=atlantis&years=x&when=x&match=x&status=x&as_of=x&search=a&search=b&territory=x&odd=1",
]
PAGE_VIEWS = [(page, query) for page in PAGE_TITLES for query in VIEWS] + [
    ("operations", "row=11"),
    ("operations", "row=21"),
    ("operations", "row=99&columns=odd,country,subregion,period_read,territories,line"),
    ("operations", "sort=x&order=x&row=x"),
    ("quality", "off=11.period&off=32.country&off=odd"),
    ("changes", "key=odd&other=odd&rows=all"),
    ("timeline", "group=region&colour=status"),
    ("timeline", "group=activity&colour=activity&axis=since-start&sort=name"),
]


def leftovers(page: str, query: str, known: list[str], **state) -> list[str]:
    """The texts of a page that the made-up language did not reach."""
    app = run(page, query, **state)
    asked = [part for pair in query.split("&") for part in pair.split("=")]
    data = any_of([*known, *asked, *PARAMETERS, "as-of", *setting_fields(page)])
    shown = {text for block in (app.main, app.sidebar) for text in texts(block)}
    return sorted({rest for text in shown if (rest := left_unchanged(text, data))})


@pytest.mark.parametrize(("page", "query"), PAGE_VIEWS)
def test_no_text_of_ours_is_left_unchanged(speak, known, page, query):
    speak()
    assert leftovers(page, query, known) == []


def table_with_problems() -> Table:
    """A table of one's own, with something wrong on most of its lines."""
    rows = read_rows(PROBLEMS.encode(), "mine.csv")
    return build_table(rows, load_reference(), title="mine.csv", file="mine.csv", content_hash="mine")


@pytest.mark.parametrize(
    ("page", "query"),
    [("overview", ""), ("timeline", ""), ("operations", "row=3"), ("operations", "row=5"), ("quality", "")],
)
def test_what_is_wrong_with_a_table_is_said_in_the_language(speak, known, monkeypatch, page, query):
    table = table_with_problems()
    monkeypatch.setattr(widgets.frame.tables, "shared_table", lambda _moment: table)
    speak()
    own = ["mine.csv", "Atlantis", "soon", "ddr", "country", "period", "area", "2004 - ongoing"]
    assert leftovers(page, query, [*known, *own]) == []


def test_what_is_understood_of_a_table_is_said_in_the_language(speak, known):
    speak()
    cells = b"Projects\nLand,From,Until,State,Sector\nTanzannia,2004,2003,open,Health\nWorld,5/6/2004,,?,Health\n"
    sheet = read_cells(cells)
    draft = Draft("mine.csv", sheet, guess_columns(sheet), "hash", chosen={"country": "Land"})
    own = [*cells.decode().replace("\n", ",").split(","), "mine.csv", "2004 - 2003", "United Republic of Tanzania"]
    # What is drawn as a tick is no word.
    own.append("True")
    assert leftovers("your_table", "", [*known, *own], draft=draft) == []
    assert leftovers("about", "", [*known, *own], **{"own-table": understand(draft)}) == []


def test_what_changed_between_tables_is_said_in_the_language(speak, known, monkeypatch):
    table = table_with_problems()
    monkeypatch.setattr(widgets.table_changes.changes, "choose_other_table", lambda _built_in: table)
    speak()
    own = ["mine.csv", "operations.csv", "data", "Atlantis", "atlantis", "soon", "ddr", "key", "start"]
    assert leftovers("changes", "rows=all", [*known, *own]) == []


@pytest.mark.parametrize(
    ("page", "forgotten"),
    [("overview", "Ongoing"), ("timeline", "Printed period"), ("operations", "Status"), ("about", "Versions")],
)
def test_a_forgotten_text_is_found(speak, known, page, forgotten):
    speak(forgotten)
    assert forgotten in " ".join(leftovers(page, "", known))


def test_the_titles_of_the_pages_are_in_the_catalogue(speak):
    speak()
    with in_language(LANGUAGE):
        assert all(analysis.text._(title) == f"⟦{title}⟧" for title in PAGE_TITLES.values())


def test_no_text_is_no_text_in_any_language(speak):
    speak()
    with in_language(LANGUAGE):
        assert analysis.text._("") == ""


def test_the_file_for_translators_is_up_to_date():
    assert TEMPLATE.read_bytes() == template(), "run: make messages"


def test_a_text_is_searched_to_its_end():
    assert left_unchanged("⟦in ⟦Africa⟧⟧, Mali", any_of(["Mali"])) == ""
    assert left_unchanged("⟦in Africa⟧, forgotten", any_of(["x"])) == ", forgotten"
    figure = json.dumps({"data": [{"type": "bar", "text": ["here"]}]})
    assert payload_texts({"kind": "choice", "figure": figure}) == ["here"]


def texts_in_f_strings(source: str) -> list[str]:
    """The texts marked inside f-strings, which those who collect them do not find on every Python."""
    inside = [
        part for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    ]
    calls = [part for part in inside if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
    return [ast.unparse(call) for call in calls if call.func.id in ("_", "N_", "ngettext")]


def test_no_text_stands_inside_an_f_string():
    assert texts_in_f_strings("f'{_(\"in\")} ' + _('beside') + f'{told}'") == ["_('in')"]
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    assert {str(file): found for file in files if (found := texts_in_f_strings(file.read_text("utf-8")))} == {}
