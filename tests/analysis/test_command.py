"""`python -m analysis summary`: wrong input is one sentence and exit status 2; undefined is null."""

import json
import os
import subprocess
import sys

import pytest

from analysis.__main__ import main
from analysis.shell import shell_language
from tests.english import english_in

HEADER = "country,period,area\n"


@pytest.fixture
def own_table(tmp_path):
    """A function that writes a table of one's own and gives its path as text."""

    def write(text: str) -> str:
        file = tmp_path / "own.csv"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return write


def summary(capsys, *options: str) -> dict:
    """What the command prints, read as strict JSON."""
    assert main(["summary", *options]) == 0
    return json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def refusal(capsys, *arguments: str) -> str:
    """What the command says on stderr where it refuses."""
    assert main(list(arguments)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["total"],
        ["summary", "--regions", "Asia"],
        ["summary", "--reg", "Asia"],
        ["summary", "--region"],
        ["summary", "extra"],
        ["summary", "--region", "Atlantis"],
        ["summary", "--region", ""],
        ["summary", "--subregion", "Asia"],
        ["summary", "--territory", "Kenya"],
        ["summary", "--territory", "XXX"],
        ["summary", "--activity", "WASH"],
        ["summary", "--activity", "IDPs", "--activity", "WASH"],
        ["summary", "--match", "some"],
        ["summary", "--match", "any", "--match", "all"],
        ["summary", "--when", "paused"],
        ["summary", "--years", "2006-1999"],
        ["summary", "--years", "99-06"],
        ["summary", "--years", "0-9999"],
        ["summary", "--years", ""],
        ["summary", "--years", "1999", "--years", "2000"],
        ["summary", "--status", "open"],
        ["summary", "--as-of", "2007-01-01"],
        ["summary", "--as-of", "2006-02-30"],
        ["summary", "--as-of", "yesterday"],
        ["summary", "--off", "11"],
        ["summary", "--off", "9.period"],
        ["summary", "--table", "no-such-file.csv"],
        ["summary", "--table", "."],
        ["summary", "--table", "/"],
    ],
)
def test_a_wrong_option_or_value_is_one_sentence_and_exit_status_2(arguments, capsys):
    sentence = refusal(capsys, *arguments)
    assert sentence.endswith(".") and "Traceback" not in sentence and not sentence.startswith(" ")


@pytest.mark.parametrize("text", ["", HEADER, "a,b\n1,2\n", HEADER + "Kenya,2000\n", HEADER + "Kenya,TBC,CS\n"])
def test_a_wrong_table_is_one_sentence_and_exit_status_2(text, own_table, capsys):
    assert refusal(capsys, "summary", "--table", own_table(text)).endswith(".")


def test_the_sentence_names_the_value_and_what_is_allowed(capsys):
    assert refusal(capsys, "summary", "--match", "some") == (
        "--match=some means nothing here; allowed: any, all, none, exactly."
    )
    assert refusal(capsys, "summary", "--as-of", "2030-01-01") == (
        "--as-of=2030-01-01 means nothing here; allowed: a date such as 2006-12-31, not later than that."
    )


def test_a_reading_can_be_switched_off(capsys):
    facts = summary(capsys, "--off", "11.period", "--off", "32.country")
    assert (facts["operations"], facts["territories"], facts["spells"]) == (32, 32, 32)
    assert [problem["line"] for problem in facts["problems"]] == [11, 32]


def test_an_empty_result_is_null_zero_and_empty(capsys):
    facts = summary(capsys, "--region", "Oceania")
    readings_and_counts = {key: value for key, value in facts.items() if key not in ("as_of", "not_started")}
    assert readings_and_counts == {
        "operations": 0,
        "territories": 0,
        "spells": 0,
        "ongoing": 0,
        "activities": {},
        "regions": {},
        "activity_sets": {},
        "activity_pairs": {},
        "active_per_year": {},
        "started_per_year": {},
        "ended_per_year": {},
        "duration_years": {"mean": None, "median": None, "total": 0, "left_out": 0},
        "kaplan_meier": {"median": None, "median_is": "too-few", "curve": []},
        "readings": [],
        "problems": [],
    }


def test_a_date_before_everything_leaves_nothing_started(capsys):
    facts = summary(capsys, "--as-of", "1950-01-01")
    assert (facts["operations"], facts["not_started"], facts["as_of"]) == (0, 32, "1950-01-01")


def test_match_or_when_alone_is_no_condition(capsys):
    everything = summary(capsys)
    for options in (["--match", "none"], ["--match", "exactly"], ["--when", "ended"], ["--search", ""]):
        assert summary(capsys, *options) == everything


def test_a_table_whose_rows_have_problems_is_summed_up_with_them(own_table, capsys):
    file = own_table(HEADER + "Utopia,2004 - 2005,CS\nKenya,TBC,CS\nMali,2000 - unknown,\nChad,2000 - ongoing,CS\n")
    facts = summary(capsys, "--table", file)
    assert (facts["operations"], facts["territories"], facts["spells"], facts["ongoing"]) == (4, 3, 3, 1)
    assert facts["as_of"] == "2005-12-31"
    assert facts["duration_years"] == {"mean": 4.0, "median": 4.0, "total": 8.0, "left_out": 2}
    assert facts["kaplan_meier"]["median"] is None
    assert [(problem["line"], problem["column"], problem["value"]) for problem in facts["problems"]] == [
        (2, "country", "Utopia"),
        (3, "period", "TBC"),
        (4, "area", ""),
    ]
    assert list(facts["problems"][0]) == ["line", "column", "value", "problem"]


def test_a_table_with_further_columns_is_summed_up(own_table, capsys):
    text = "Donor,AREA,country,status,line,Period\n=1+1,Demining;CS,Kenya,paused,9,2000\n"
    facts = summary(capsys, "--table", own_table(text), "--activity", "demining")
    assert (facts["operations"], facts["activity_sets"]) == (1, {"CS+Demining": 1})


def test_undefined_is_null_in_the_curve(own_table, capsys):
    file = own_table(HEADER + "".join(f"Kenya,{first} - {last},CS\n" for first, last in [(2000, 2000), (2000, 2001)]))
    curve = summary(capsys, "--table", file)["kaplan_meier"]["curve"]
    assert [row[:2] for row in curve] == [[1, 0.5], [2, 0]]
    assert curve[1][2:] == [None, None]


def run(command: str, **environment: str) -> subprocess.CompletedProcess:
    """A shell command with this Python as $PYTHON."""
    environment = os.environ | {"PYTHON": sys.executable} | environment
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_a_closed_pipe_gives_no_traceback():
    assert run('"$PYTHON" -m analysis summary | true').stderr == ""


def test_names_in_any_script_are_printed_whatever_the_terminal_is_set_to():
    printed = run('"$PYTHON" -m analysis summary --territory CIV', PYTHONIOENCODING="ascii")
    assert printed.stderr == ""
    assert json.loads(printed.stdout)["readings"][0]["read"] == "Côte d'Ivoire"


def test_a_wrong_option_exits_with_status_2_from_the_shell():
    refused = run('"$PYTHON" -m analysis summary --region Atlantis')
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)


def test_a_table_that_states_no_date_can_be_asked_up_to_a_later_one(own_table, capsys):
    file = own_table(HEADER + "Kenya,2000 - on going,CS\nMali,2001 - 2003,CS\n")
    facts = summary(capsys, "--table", file, "--as-of", "2005-12-31")
    assert (facts["as_of"], facts["ongoing"], facts["duration_years"]["total"]) == ("2005-12-31", 1, 9.0)
    assert summary(capsys, "--table", file)["as_of"] == "2003-12-31"
    assert refusal(capsys, "summary", "--table", file, "--as-of", "soon").startswith("--as-of=soon means nothing")


def test_a_table_that_states_its_date_refuses_a_later_one_and_says_what_it_is(own_table, capsys):
    file = own_table("Operations as of 30 June 2004\n" + HEADER + "Kenya,2000 - on going,CS\nMali,2001 - 2003,CS\n")
    assert summary(capsys, "--table", file, "--as-of", "2004-06-30")["as_of"] == "2004-06-30"
    assert refusal(capsys, "summary", "--table", file, "--as-of", "2004-07-01") == (
        "The table says that it speaks up to 2004-06-30; it says nothing of 2004-07-01."
    )


OWN = "Country,Start,End,Donor,Budget USD\n" + "".join(
    f"{place},2001,{2002 + number},{donor},{number}.5\n"
    for number, (place, donor) in enumerate(
        [
            ("Kenya", "ECHO"),
            ("Mali", "CERF"),
            ("Chad", "ECHO; CERF"),
            ("Togo", "ECHO"),
            ("Niger", "CERF"),
            ("Peru", "CERF"),
        ]
    )
)


def test_columns_of_ones_own_are_conditions_counts_and_sums(tmp_path, capsys):
    (tmp_path / "own.csv").write_text(OWN, "utf-8")
    (tmp_path / "as.toml").write_text('[columns]\nfacets = ["Donor"]\n', "utf-8")
    own = ["summary", str(tmp_path / "own.csv"), "--as", str(tmp_path / "as.toml")]
    assert main([*own, "--where", "Donor=CERF"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["operations"] == 4 and facts["columns"] == {"Donor": {"CERF": 4, "ECHO": 1}}
    assert facts["sums"] == {"Budget USD": {"sum": "14.0", "operations": 4}}
    assert main([*own, "--where", "Cluster=Food"]) == 2
    assert capsys.readouterr().err == ("--where Cluster=Food: the table can be filtered by 'Donor', as COLUMN=VALUE.\n")
    assert main(["summary", "--where", "Donor=CERF"]) == 2
    assert "can be filtered by none of its columns" in capsys.readouterr().err
    assert main([*own, "--where", "Donor=UN"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


ODD = HEADER + "Kenya,1999 - 22001,CS\nAtlantis,once,CS; Kites\nKongo,2003 - on going,IDPs\nMali,2001 - 1999,\n"


@pytest.mark.parametrize("code", ["fr", "es", "ar"])
def test_the_shell_speaks_its_language_and_no_english_of_ours(capsys, monkeypatch, own_table, code):
    monkeypatch.setenv("LANGUAGE", f"{code}:en")
    for command in ("--help", "summary --help", "check --help"):
        with pytest.raises(SystemExit):
            main(command.split())
    assert main(["check", own_table(ODD)]) == 1
    for refused in (
        ["summary", "--years", "soon"],
        ["summary", "--off", "x"],
        ["check", "nowhere.csv"],
        ["summary", "a", "b"],
    ):
        assert main(refused) == 2
    printed = capsys.readouterr()
    told = [*printed.out.splitlines(), *printed.err.splitlines()]
    assert len(told) > 40 and english_in(told, code) == []
    # A long text of help is broken into lines.
    assert english_in([" ".join(printed.out.split())], code) == []


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LANGUAGE": "xx:ar"}, "ar"),
        ({"LC_MESSAGES": "es", "LANG": "fr"}, "es"),
        ({"LANG": "sr@latin", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_of_the_shell_is_what_it_names_first(environment, code):
    assert shell_language(environment) == code
