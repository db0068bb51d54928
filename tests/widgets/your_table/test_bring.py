"""A table of one's own on its page: brought, corrected, used, and left again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.errors import InputError
from analysis.intake import budget
from analysis.intake.draft import Draft, read_draft
from analysis.selection.selection import Selection
from tests.app_texts import component_data, texts
from tests.hostile import LARGE, REFUSED, REFUSED_WORKBOOKS, made
from tests.workbooks import make_workbook, sheet_data

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"
CELLS = """Pays;Début;Fin;Statut;Secteur
Kenya;2004;2006;Clôturé;Santé
Mali;2005;;En cours;Eau, Santé
Tanzannia;2005;;En cours;Eau
Afrique australe;2006;;En cours;Eau
"""


def open_page(page: str = "your_table", **query: str) -> AppTest:
    """A page of the dashboard, run from elsewhere, so that no page is taken for one that runs by itself."""
    app = AppTest.from_string(f"import runpy; runpy.run_path({str(DASHBOARD)!r})", default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return go_to(app, page) if page != "overview" else app


def paste(app: AppTest, cells: str) -> AppTest:
    """Paste cells and have them read."""
    app.text_area(key="pasted").set_value(cells)
    next(button for button in app.button if button.label == "Read the cells").click()
    return app.run()


def go_to(app: AppTest, page: str) -> AppTest:
    """Another page of the same session."""
    app.session_state["go_to"] = page
    return app.run()


def period_of_kenya(app: AppTest) -> str:
    """The period as read of the first line, on the page of the table."""
    preview = app.dataframe[0].value
    return preview.loc[preview["Line"] == 2, "Period as read"].item()


def use(app: AppTest) -> AppTest:
    """Put the table to use and come back to its page."""
    return go_to(app.button(key="use-table").click().run(), "your_table")


@pytest.fixture(scope="module")
def brought() -> AppTest:
    """The page with a table that was pasted; nobody changes it."""
    return paste(open_page(), CELLS)


def test_what_was_understood_is_shown_beside_what_was_printed(brought):
    assert not brought.exception and not brought.error
    chosen = {box.label: box.value for box in brought.selectbox}
    assert chosen == {
        "Country": "Pays", "Start": "Début", "End": "Fin", "Period": None, "Status": "Statut", "Region": None,
        "Title": None, "Id": None, "What parts the activities of a cell": None,
        "Rows that are parts of one operation share": None, r"Afrique australe \(1 row\)": None,
    }  # fmt: skip
    assert brought.multiselect[0].value == ["Secteur"]
    preview, roles, guesses = (frame.value for frame in brought.dataframe)
    tanzania = preview[preview["Line"] == 4].iloc[0].to_dict()
    assert tanzania == {
        "Line": 4, "Country as printed": "Tanzannia", "Country as read": "United Republic of Tanzania",
        "Start as printed": "2005", "End as printed": "", "Period as read": "2005 - ongoing",
        "Status as printed": "En cours", "Status as read": "ongoing",
        "Activity area as printed": "Eau", "Activity area as read": "Eau", "Region as read": "Africa",
    }  # fmt: skip
    # A row for each way in which what is read parts from what is printed, then others.
    assert preview["Line"].tolist() == [5, 3, 4, 2]
    assert roles.iloc[0].tolist() == ["country", "Pays", "2", "1", "1", "its heading and its values say so"]
    assert guesses[["As printed", "As read", "Rows"]].values.tolist() == [
        ["Tanzannia", "United Republic of Tanzania", 1]
    ]
    (unplaced,) = (box for box in brought.selectbox if box.label.startswith("Afrique"))
    assert unplaced.help == "names a group of countries, which is not put on the map" and len(unplaced.options) > 200


def test_bringing_a_table_changes_no_page_before_it_is_used(brought):
    assert "Table: Major operations" in texts(brought)
    assert "table" not in brought.query_params


def test_a_table_in_use_is_on_every_page_until_one_goes_back():
    app = paste(open_page(), CELLS)
    app.button(key="use-table").click().run()
    assert app.session_state["view"].page == "overview" and "All 4 operations" in texts(app)
    go_to(app, "operations")
    assert "Table: pasted cells" in texts(app) and "All 4 operations" in texts(app)
    assert app.query_params["table"] == "pasted cells"
    assert component_data(app, "rows")["rows"][0][0] == "Kenya"
    go_to(app, "about")
    assert "Table: pasted cells" in texts(app)
    app.button(key="back-to-shared").click().run()
    assert "Table: Major operations" in texts(app) and "All 32 operations" in texts(app)
    assert "table" not in app.query_params
    assert go_to(app, "your_table").header[0].value == "pasted cells"


def test_choosing_another_column_changes_what_is_understood():
    app = paste(open_page(), CELLS)
    app.selectbox(key="column-end").set_value(None).run()
    assert period_of_kenya(app) == "2004 - end unknown"
    app.selectbox(key="column-start").set_value(None).run()
    assert "No column was recognised as the period or the start" in app.error[0].value
    app.selectbox(key="column-period").set_value("Début").run()
    assert not app.error
    assert period_of_kenya(app) == "2004"


def test_the_as_of_date_is_proposed_and_can_be_changed():
    app = paste(open_page(), CELLS)
    assert str(app.date_input(key="own-as-of").value) == "2006-12-31"
    app.date_input(key="own-as-of").set_value("2010-05-06").run()
    assert str(app.date_input(key="own-as-of").value) == "2010-05-06"
    assert any("Chosen by you" in caption.value for caption in app.caption)
    app.button(key="use-table").click().run()
    assert "2010-05-06" in texts(go_to(app, "overview"))


def test_guesses_that_are_confirmed_are_none_any_more():
    app = paste(open_page(), CELLS)
    next(button for button in app.button if button.label.startswith("Confirm those")).click().run()
    assert "Guesses to confirm" not in [heading.value for heading in app.header]
    assert app.dataframe[1].value.iloc[0].tolist()[2:5] == ["3", "0", "1"]


def test_what_is_no_table_is_one_sentence_and_leaves_the_one_before():
    app = paste(open_page(), CELLS)
    use(app)
    paste(app, '{"country": "Kenya"}')
    assert [error.value.replace("\\", "") for error in app.error] == [
        "pasted cells: This is JSON, not a table. Save it as .xlsx or CSV with one row for each operation."
    ]
    assert "Table: pasted cells" in texts(app) and app.selectbox(key="column-country").value == "Pays"


@pytest.fixture(scope="module")
def in_use() -> tuple[AppTest, Draft]:
    """The page with a table in use that was pasted, and its draft."""
    app = paste(open_page(), CELLS)
    return use(app), app.session_state["draft"]


@pytest.mark.parametrize(("content", "says"), REFUSED + REFUSED_WORKBOOKS)
def test_whatever_is_brought_the_table_in_use_stays(in_use, content, says):
    using, using.session_state["draft"] = in_use
    using.file_uploader(key="uploaded-table").upload("table.csv", made(content), "text/csv").run()
    (error,) = (error.value.replace("\\", "") for error in using.error)
    assert says in error and "\n" not in error and not using.exception
    assert "Table: pasted cells" in texts(using)
    assert len(using.session_state["own-table"].table.operations) == 4


def test_more_than_may_be_uploaded_is_refused_unread():
    with pytest.raises(InputError, match="It has 48 MB, and at most 20 MB can be brought"):
        read_draft(made(LARGE[0].values[0]), "table.csv")


def test_a_file_is_brought_by_its_content_and_not_by_its_name():
    app = open_page()
    app.file_uploader(key="uploaded-table").upload("table.xlsx", CELLS.encode("utf-16"), "text/plain").run()
    assert not app.error and app.header[0].value == "table\\.xlsx"
    app.file_uploader(key="uploaded-table").upload("table.csv", b"PK\x03\x04", "text/csv").run()
    assert "table.csv: This is a damaged ZIP or Excel file." in app.error[0].value.replace("\\", "")


def test_a_selection_that_means_nothing_for_the_new_table_is_named():
    app = paste(open_page(activity="DDR", region="africa"), CELLS)
    app.button(key="use-table").click().run()
    assert "activity=DDR is left out of the filters: no row of this table has it." in app.warning[0].value.replace(
        "\\", ""
    )
    assert app.session_state["view"].selection == Selection(region=("Africa",))
    assert app.query_params["region"] == "africa" and "activity" not in app.query_params


def test_a_link_to_somebodys_table_says_so_and_comes_back_with_the_file():
    app = open_page("overview", table="pasted cells", activity="Eau")
    says = app.warning[0].value.replace("\\", "")
    assert "This link is about a table that somebody brought, pasted cells." in says
    assert "activity=Eau means nothing here" in says
    paste(go_to(app, "your_table"), CELLS)
    app.button(key="use-table").click().run()
    assert app.session_state["view"].selection == Selection(activity=("Eau",))
    assert not app.warning


def test_two_hundred_activities_and_very_many_countries_are_on_every_page():
    rows = "".join(f"Land {i};{1990 + i % 20};;Code {i % 200};{i * 7}\n" for i in range(1_500))
    app = paste(open_page(), f"Country;Start;End;Sector;Budget\nKenya;2004;;Code 1;5\n{rows}")
    app.button(key="use-table").click().run()
    for page in ("overview", "timeline", "map", "activities", "durations", "country", "compare"):
        go_to(app, page)
        assert not app.exception and app.session_state["view"].page == page
    app.query_params["columns"] = "name,Budget"
    go_to(app, "operations")
    assert not app.exception
    assert "Budget" in app.multiselect(key="columns").options


def test_the_sheet_of_the_other_table_can_be_chosen():
    rows = {
        "2005": [["Country", "Start"], ["Kenya", 2004], ["Mali", 2005]],
        "2006": [["Country", "Start"], ["Chad", 2006]],
    }
    content = make_workbook({name: sheet_data(table) for name, table in rows.items()} | {"Empty": "<sheetData/>"})
    app = open_page("changes")
    app.file_uploader(key="bring-other").upload("list.xlsx", content, "text/plain").run()
    assert not app.error and app.selectbox(key="other-sheet").value == "2005"
    assert any("2 rows read" in caption.value for caption in app.caption)
    app.selectbox(key="other-sheet").set_value("2006").run()
    assert any("1 row read" in caption.value for caption in app.caption)
    app.selectbox(key="other-sheet").set_value("Empty").run()
    assert "list.xlsx: The sheet 'Empty' is empty." in app.error[0].value.replace("\\", "")
    assert any("1 row read" in caption.value for caption in app.caption) and not app.exception
    assert app.selectbox(key="other-sheet").value == "2006"


def test_a_table_that_leaves_out_country_and_period_is_told_once_for_all_rows():
    app = paste(open_page(), "Province;Cluster;Organisation\nGao;Santé;Org A\nKidal;Eau;Org B\n")
    assert app.error
    app.text_input(key="country-of-all").set_value("Mali")
    app.text_input(key="period-of-all").set_value("2021 - 2023")
    next(button for button in app.button if button.label == "Take for all rows").click().run()
    assert not app.error and not app.exception
    preview = app.dataframe[0].value
    assert preview["Country as read"].tolist() == ["Mali", "Mali"]
    assert preview["Period as read"].tolist() == ["2021 - 2023", "2021 - 2023"]
    app.text_input(key="period-of-all").set_value("2022")
    next(button for button in app.button if button.label == "Take for all rows").click().run()
    assert app.dataframe[0].value["Period as read"].tolist() == ["2022", "2022"]
    app.button(key="use-table").click().run()
    go_to(app, "operations")
    assert "Table: pasted cells" in texts(app) and "All 2 operations" in texts(app)


def test_what_words_mean_can_be_said_and_taken_along_to_the_next_table():
    cells = "Country;Start;Status;Sector\nKenya;2004;Rouge;Food, Cash\nRepublique X;2005;Vert;Food\n"
    app = paste(open_page(), cells)
    choose(app, "statuses", "Rouge", "closed")
    choose(app, "places", "Republique X", "MLI")
    assert app.session_state["draft"].choices.columns["places"] == (("Republique X", "MLI"),)
    preview = app.dataframe[0].value.set_index("Line")
    assert preview["Country as read"].to_dict() == {2: "Kenya", 3: "Mali"}
    assert preview["Status as read"].to_dict() == {2: "with an unknown end", 3: "ongoing"}
    app.selectbox(key="separator").set_value("").run()
    assert sorted(app.dataframe[0].value["Activity area as read"]) == ["Food", "Food, Cash"]
    use(app)
    paste(app, "Country;Start;Status;Sector\nRepublique X;2006;Rouge;Cash\n")
    assert "made for an earlier table" in app.info[0].value
    assert app.dataframe[0].value[["Country as read", "Status as read"]].to_numpy().tolist() == [
        ["Mali", "with an unknown end"]
    ]
    app.button(key="leave-choices").click().run()
    assert app.dataframe[0].value["Country as read"].tolist() == ["–"] and not app.info


def choose(app: AppTest, part: str, text: str, meaning: str) -> None:
    """Say what a text means, and send it."""
    next(box for box in app.selectbox if box.key.startswith(f"{part}-") and box.key.endswith(text)).set_value(meaning)
    app.button(key=f"{part}-said").click().run()


def test_a_file_of_choices_is_used_for_the_table_that_is_there_or_the_next():
    app = open_page()
    choices = b'period = "2021"\n[columns]\ncountry = "Ort"\n'
    upload(app, "march.choices.toml", choices)
    assert "Bring the table that they are for" in app.info[0].value
    paste(app, "Ort;Cluster\nMali;Food\n")
    assert not app.error and app.dataframe[0].value["Period as read"].tolist() == ["2021"]
    upload(app, "april.toml", choices.replace(b"2021", b"2022"))
    assert app.dataframe[0].value["Period as read"].tolist() == ["2022"]
    upload(app, "other.toml", choices.replace(b"Ort", b"Platz"))
    assert "The choices name columns that the table does not have: Platz." in app.error[0].value.replace("\\", "")
    upload(app, "broken.toml", b"colour = 1")
    assert "'colour' means nothing; allowed: headings, sheet" in app.error[0].value.replace("\\", "")
    assert app.dataframe[0].value["Period as read"].tolist() == ["2022"]


def test_where_choices_cannot_be_let_go_it_is_a_sentence_and_they_stay(monkeypatch):
    app = open_page()
    upload(app, "march.choices.toml", b'period = "2021"\n[columns]\ncountry = "Ort"\n')
    paste(app, "Ort;Cluster\nMali;Food\n")

    def refuse(*_given, **_named):
        raise InputError("There is no room.")

    monkeypatch.setattr(budget, "run_apart", refuse)
    app.button(key="leave-choices").click().run()
    assert app.error[0].value.replace("\\", "") == "There is no room." and not app.exception
    assert app.dataframe[0].value["Period as read"].tolist() == ["2021"]


def upload(app: AppTest, file: str, content: bytes) -> None:
    """Bring a file."""
    app.file_uploader(key="uploaded-table").upload(file, content, "text/plain").run()
