"""What was decided about a table as a small file: the same when it comes back, refused where it means nothing."""

from datetime import date

import pytest

from analysis.__main__ import main
from analysis.errors import InputError
from analysis.intake.choices.choices import Choices
from analysis.intake.choices.from_toml import parse_choices
from analysis.intake.choices.to_toml import write_choices
from analysis.intake.draft import begin_draft, choose_column, understand, use_choices
from analysis.intake.read import read_intake
from analysis.text import in_language

ALL = Choices(
    headings=("Pays", 'A "b" \\ c', "Zeile\n2"),
    sheet="Données",
    as_of=date(2024, 5, 31),
    country="Mali",
    period="2023 - 2024",
    columns={
        "start": "Début", "end": None, "activity": ("Secteur 1", "Secteur 2"), "facets": (), "day_first": False,
        "country_in_text": True, "separator": "", "together": "Projet", "statuses": (("Rouge", "closed"),),
        "places": (("Sahel = ouest", "MLI;NER"),),
    },
    guesses={"Tanzannia": True, "Keniya": False},
)  # fmt: skip


def test_choices_come_back_as_they_were_written():
    assert parse_choices(write_choices(ALL).encode(), "a.toml") == ALL
    assert parse_choices(write_choices(Choices()).encode(), "a.toml") == Choices()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1", "a.toml: 'colour' means nothing; allowed: headings, sheet, as_of, country, period, columns"),
        ("as_of = 2024-05-31T10:00:00", "as_of must be a date such as 2006-12-31."),
        ("headings = 3", "headings must be a list of headings."),
        ("period = 2023", "period must be a text."),
        ("sheet = 1", "sheet must be the name of a sheet."),
        ("[columns]\nend = 3", "columns: end has a value that means nothing."),
        ("[columns]\nstatuses = 'x'", "'statuses' means nothing; allowed: country, start"),
        ("columns = 1", "1 means nothing"),
        ("[statuses]\nRouge = 'red'", "statuses: 'Rouge' is said to be 'red'; allowed: ongoing, closed, planned"),
        ("[places]\nSahel = 'MLI;XX'", "places: 'Sahel' is said to be 'MLI;XX'; allowed: ISO3 codes of territories."),
        ("places = 'MLI'", "places must say what each printed text means."),
        ("[guesses]\nMali = 'yes'", "guesses must say true or false of each printed country."),
        ("= 1", "it is not TOML ("),
        ("a = " + "[" * 5_000, "it is not TOML ("),
    ],
)
def test_what_means_nothing_is_named(text, says):
    with pytest.raises(InputError) as refused:
        parse_choices(text.encode(), "a.toml")
    assert says in str(refused.value) and str(refused.value).startswith("a.toml: ")


def test_a_table_is_read_as_the_choices_say():
    choices = parse_choices(
        b"""as_of = 2006-06-30
[columns]
separator = "+"
end = ""
[statuses]
Rouge = "closed"
[places]
"Zone X" = "MLI;NER"
""",
        "a.toml",
    )
    content = (
        b'Country,Start,End,Status,Sector\nZone X,2001,2002,Rouge,"Food, Cash + Water"\nZone X; Chad,2003,,Vert,Food\n'
    )
    intake = read_intake(content, "t.csv", **choices.arguments)
    table = intake.table
    assert table.as_of == date(2006, 6, 30)
    assert table.place_territories["iso3"].tolist() == ["MLI", "NER", "TCD", "MLI", "NER"]
    assert table.spells["end_precision"].tolist() == ["unknown", "ongoing"]
    assert sorted(set(table.set_activities["activity"])) == ["Food", "Food, Cash", "Water"]


def test_choices_made_on_the_page_hold_for_the_shell(tmp_path, capsys):
    (tmp_path / "march.csv").write_text("Ort,Cluster,Kode\nGao,Food,A\nKidal,Cash,A\n", "utf-8")
    draft = begin_draft((tmp_path / "march.csv").read_bytes(), "march.csv")
    draft = use_choices(draft, Choices(country="Mali", period="2023"))
    draft = choose_column(choose_column(draft, "title", "Ort"), "together", "Kode")
    (tmp_path / "choices.toml").write_text(write_choices(draft.choices), "utf-8")
    assert main(["check", str(tmp_path / "march.csv"), "--as", str(tmp_path / "choices.toml")]) == 0
    said = capsys.readouterr().out
    assert "Country of all rows, as you gave it: Mali." in said and "title: Ort (100% certain: chosen by you)" in said
    assert "2 rows were put together to 1 operations by 'Kode'." in said
    assert understand(draft).table.operations["Ort"].tolist() == ["Gao; Kidal"]
    # An option counts for more than the file.
    main(
        ["summary", "--table", str(tmp_path / "march.csv"), "--as", str(tmp_path / "choices.toml"), "--period", "2021"]
    )
    assert '"as_of": "2021-12-31"' in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--as", "nowhere.toml"], ["--together", "Kode"]])
def test_choices_without_a_table_or_a_file_are_one_sentence(arguments, capsys):
    assert main(["summary", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_next_table_of_the_same_headings_is_read_as_the_one_before():
    draft = choose_column(begin_draft(b"Ort,Start,Sector\nMali,2001,Food\n", "march.csv"), "activity", ())
    kept = draft.choices
    again = begin_draft(b"Sector,Ort,Start\nCash,Chad,2002\n", "april.csv", None, kept)
    assert again.recalled and again.columns.activity == () and again.columns.country == "Ort"
    other = begin_draft(b"Ort,Start,Sector,Region\nChad,2002,Cash,Africa\n", "may.csv", None, kept)
    assert not other.recalled and other.columns.activity == ("Sector",)


def test_columns_that_were_put_together_have_the_name_of_the_language_in_force():
    content = b"Country,2015,2016\nMali,x,x\nChad,,x\n"
    with in_language("fr"):
        written = write_choices(begin_draft(content, "t.csv").choices)
    assert 'period = "Period"' in written
    assert (
        read_intake(content, "t.csv", **parse_choices(written.encode(), "a.toml").arguments).columns.period == "Period"
    )
