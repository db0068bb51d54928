"""`python -m exports LINK FILE` writes the view of a link; what it cannot do is one sentence and exit status 2."""

import csv
import json
import os
import re
import socket
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path
from shutil import which

import pytest

from analysis.shared.setting import VARIABLE
from exports.__main__ import export_view
from exports.formats import FORMATS
from tests.english import english_in

ROOT = Path(__file__).parents[2]
HOST = "http://127.0.0.1:8501"
OWN = "country,period,area,budget\nKenya,2000 - 2002,CS,5\nMali,2001 - 2003,CS,7\nPeru,2004,DDR,9\n"


@pytest.fixture(autouse=True)
def built_in_for_everyone(monkeypatch, tmp_path):
    """Nobody's setting decides which table everyone sees here."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)


def names(file: Path) -> list[str]:
    return [row[0] for row in csv.reader(file.read_text("utf-8-sig").splitlines())][1:]


def refusal(capsys, *arguments: str) -> str:
    assert export_view(list(arguments)) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1
    return printed.err.strip()


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_the_ending_says_the_kind_of_file(kind, tmp_path):
    file = tmp_path / f"africa.{kind.suffix.upper()}"
    assert export_view([f"{HOST}/overview?region=africa", str(file)]) == 0
    assert file.stat().st_size > 100
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_an_ending_alone_has_the_name_that_a_page_gives(tmp_path, capsys):
    assert export_view([f"{HOST}/overview?region=africa&as_of=2003-06-30", str(tmp_path / ".csv")]) == 0
    assert [str(path) for path in tmp_path.iterdir()] == [capsys.readouterr().out.strip()]
    assert [path.name for path in tmp_path.iterdir()] == ["operations_africa_as-of-2003-06-30.csv"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (f"{HOST}/timeline?region=americas&sort=end", ["Haiti", "Guatemala", "Colombia"]),
        (f"{HOST}/dashboards/operations?region=americas&sort=name&order=descending&columns=name%2Cperiod",
         ["Haiti", "Guatemala", "Colombia"]),
        (f"{HOST}/country?iso3=tls&region=africa", ["Timor-Leste"]),
        (f"{HOST}/?territory=TLS", ["Timor-Leste"]),
        (HOST + "?territory=TLS", ["Timor-Leste"]),
        ("map?territory=TLS", ["Timor-Leste"]),
    ],
)  # fmt: skip
def test_the_rows_are_those_of_the_page(link, expected, tmp_path):
    file = tmp_path / "rows.csv"
    assert export_view([link, str(file)]) == 0
    assert sorted(names(file)) == sorted(expected)


def test_a_file_says_what_the_link_says(tmp_path):
    file = tmp_path / "rows.json"
    link = f"{HOST}/compare?region=asia&as_of=2003-12-31&b.region=africa"
    assert export_view([link, str(file)]) == 0
    about = json.loads(file.read_bytes())["about"]
    assert about["link"] == link
    assert about["as_of"] == "2003-12-31" and about["query"] == {"region": ["asia"], "as_of": ["2003-12-31"]}


def test_the_table_may_be_ones_own_or_the_one_for_everyone(tmp_path, monkeypatch):
    own, file = tmp_path / "own.csv", tmp_path / "rows.csv"
    own.write_text(OWN, "utf-8")
    for link in (f"{HOST}/?activity=CS", f"{HOST}/?activity=CS&table=own.csv"):
        assert export_view([link, str(file), "--table", str(own)]) == 0
        assert names(file) == ["Kenya", "Mali"]
    monkeypatch.setenv(VARIABLE, str(own))
    assert export_view([f"{HOST}/?activity=DDR", str(file)]) == 0
    assert names(file) == ["Peru"]


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        (f"{HOST}/?region=atlantis", "region=atlantis means nothing here; allowed: africa, americas, asia, europe"),
        (f"{HOST}/nowhere?region=africa", "nowhere is no page of the dashboard; copy the link from its address line."),
        (f"{HOST}/map?colour=red", "colour is no filter or setting of this page."),
        (f"{HOST}/?as_of=2007-01-01", "as-of=2007-01-01 means nothing here"),
        (f"{HOST}/country?iso3=zzz", "iso3=zzz means nothing here; allowed: the ISO3 code of a territory."),
        (f"{HOST}/?lang=xx", "lang=xx means nothing here; allowed: en"),
        (f"{HOST}/?table=mine.csv", "The link is about a table of somebody's own, mine.csv: name it by --table."),
        ("http://[bad", "http://[bad is no address; copy the link from the address line of a page."),
    ],
)
def test_a_link_that_means_nothing_is_one_sentence_and_leaves_the_file_alone(link, sentence, tmp_path, capsys):
    file = tmp_path / "rows.csv"
    file.write_text("before", "utf-8")
    assert refusal(capsys, link, str(file)).startswith(sentence)
    assert file.read_text("utf-8") == "before"


def test_a_file_that_cannot_be_is_one_sentence(tmp_path, capsys):
    assert refusal(capsys, HOST, "rows.doc").startswith("rows.doc: its ending says no kind of file; allowed: xlsx, csv")
    assert refusal(capsys, HOST, "rows").startswith("rows: its ending says no kind of file")
    assert refusal(capsys, HOST, "no/such/rows.csv") == "rows.csv cannot be written: No such file or directory."
    (tmp_path / "folder.csv").mkdir()
    assert refusal(capsys, HOST, "folder.csv").startswith("folder.csv cannot be written: ")
    assert refusal(capsys, HOST, "rows.csv", "--table", "none.csv").startswith("none.csv cannot be opened: ")
    assert refusal(capsys, HOST).endswith("(see --help).")


def test_the_lines_of_the_readme_mail_a_brief(tmp_path):
    controller = pytest.importorskip("aiosmtpd.controller", reason="make test installs it").Controller
    if os.name == "nt" or not which("curl"):
        pytest.skip("The lines are for a shell with curl.")
    (lines,) = re.findall("```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert lines.count("\n") == 2
    letters: list = []

    class Inbox:
        """Keeps what it is sent."""

        async def handle_DATA(self, _server, _session, envelope):
            """Take a letter."""
            letters.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
            return "250 OK"

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    server = controller(Inbox(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        here = lines.replace(".venv/bin/python", sys.executable).replace("mail.example.org", f"127.0.0.1:{port}")
        subprocess.run(["sh", "-c", here], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
    finally:
        server.stop()
    ((sender, receivers, content),) = letters
    assert (sender, receivers) == ("dashboard@example.org", ["director@example.org"])
    letter = message_from_bytes(content)
    assert letter["Subject"] == "Operations in Africa"
    text, brief = letter.get_payload()
    assert text.get_payload().strip() == "The operations in Africa, on one page."
    assert brief.get_filename() == "africa.pptx"
    assert brief.get_payload(decode=True) == (tmp_path / "africa.pptx").read_bytes()


def test_a_link_says_its_language_and_the_shell_the_one_of_all_others(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "es")
    for link, word in (("map?territory=TLS", "País o territorio"), ("map?territory=TLS&lang=fr", "Pays ou territoire")):
        assert export_view([f"{HOST}/{link}", "own.csv"]) == 0
        assert Path("own.csv").read_text("utf-8-sig").startswith(word)
    assert export_view([f"{HOST}/map", "own.doc"]) == 2
    with pytest.raises(SystemExit):
        export_view(["--help"])
    printed = capsys.readouterr()
    assert english_in([printed.err, " ".join(printed.out.split())], "es") == []
