"""What every answer has: its tag, its name, its language; what is refused, and how."""

import json
import os
import re
import time
from dataclasses import replace

import pytest

import analysis.text
from analysis.__main__ import main
from analysis.errors import InputError
from analysis.selection.selection import Selection
from analysis.shared import table as shared
from analysis.shared.file import SharedFile
from analysis.table.load import load_built_in
from api.asked import Asked, entity_tag, is_known
from api.query import read_query
from api.resources import RESOURCES
from exports.formats import FORMATS

PATHS = [f"/api/{kind.what}.{kind.suffix}" for kind in FORMATS] + ["/api/summary.json", "/api/readings.json"]


@pytest.mark.parametrize("path", PATHS)
def test_what_a_caller_has_already_is_not_sent_again(ask, path):
    query = f"{path}?region=africa&activity=CS"
    first = ask(query)
    tag = first.headers["etag"]
    assert first.status == 200 and first.body
    again = ask(query, if_none_match=f'"other", {tag}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == tag
    assert ask(query).body == first.body
    assert ask(f"{path}?region=asia", if_none_match=tag).status == 200


@pytest.mark.parametrize("path", PATHS)
def test_the_headers_alone_are_those_of_the_whole(ask, path):
    alone, whole = ask(path, method="HEAD"), ask(path)
    assert (alone.status, alone.body) == (200, b"")
    changing = {"date", "content-length", "transfer-encoding", "vary"}
    assert {n: v for n, v in alone.headers.items() if n not in changing} == {
        n: v for n, v in whole.headers.items() if n not in changing
    }


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_a_file_has_its_kind_and_its_name(ask, kind):
    headers = ask(f"/api/{kind.what}.{kind.suffix}?region=africa&years=1999-2006", method="HEAD").headers
    assert headers["content-type"] == kind.media_type
    day = "_as-of-2006-12-31" if kind.bare else ""
    assert headers["content-disposition"] == f'attachment; filename="{kind.what}_africa_1999-2006{day}.{kind.suffix}"'


def asked(suffix: str = "xlsx", day: str = "2026-01-02", dashboard: str = "http://here", **query: str) -> Asked:
    """What a caller asks for who wants a file of operations."""
    table = load_built_in()
    resource = next(found for found in RESOURCES if (found.kind.what, found.kind.suffix) == ("operations", suffix))
    return Asked(resource, read_query({n: [v] for n, v in query.items()}, table), [], dashboard, day)


def test_a_tag_is_of_everything_that_the_bytes_depend_on():
    others = [
        asked("csv"), asked(day="2026-01-03"), asked(dashboard="http://there"), asked(region="asia"),
        asked(sort="name"), asked(order="descending"), asked(columns="name"), asked(off="11.period"),
    ]  # fmt: skip
    tags = [entity_tag(one, packed=False) for one in (asked(), *others)]
    assert len({*tags, entity_tag(asked(), packed=True)}) == len(tags) + 1
    with analysis.text.in_language("pt"):
        assert entity_tag(asked(), packed=False) not in tags


def test_a_tag_is_of_nothing_else():
    assert entity_tag(asked(), packed=False) == entity_tag(asked(colour="status", sort="start"), packed=False)
    # Only what says when it was made is another file on another day.
    assert entity_tag(asked("csv"), packed=False) == entity_tag(asked("csv", day="2026-01-03"), packed=False)


@pytest.mark.parametrize(
    ("said", "known"), [('"a"', True), ('"b", "a"', True), ('W/"a"', True), ("*", True), ('"b"', False), ("", False)]
)
def test_a_tag_is_known_where_a_caller_names_it(said, known):
    assert is_known(said, '"a"') is known


def test_a_compressed_body_has_a_tag_of_its_own(ask):
    plain, packed = ask("/api/summary.json"), ask("/api/summary.json", accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("path", ["/api/summary.json", "/app/static/world_50m.json"])
@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True), ("GZIP;q=0.001, br", True), ("br, *", True), ("x-gzip", True), ("gzip ; q=1.000", True),
        ("gzip;q=0", False), ("gzip;q=0.000, *", False), ("*;q=0", False), ("br", False), ("identity", False),
        ("", False), ("not-gzip", False), ("gzip;q=", False),
    ],
)  # fmt: skip
def test_only_who_takes_gzip_gets_it(ask, path, accepted, packed):
    answer = ask(path, accept_encoding=accepted)
    assert ("content-encoding" in answer.headers) is packed
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_the_summary_is_that_of_the_command_line(ask, capsys):
    main(["summary", "--region", "Africa", "--activity", "CS", "--years", "1999-2006"])
    answer = ask("/api/summary.json?region=africa&activity=CS&years=1999-2006&colour=status&sort=name")
    assert answer.json == json.loads(capsys.readouterr().out)
    assert answer.headers["x-ignored-parameters"] == "colour, sort"


def test_readings_are_those_of_the_selection(ask):
    answer = ask("/api/readings.json?territory=TLS").json
    assert [(found["printed"], found["read"]) for found in answer["readings"]] == [
        ("East Timor", "Timor-Leste"),
        ("1999 - 22001", "1999 - 2001"),
    ]
    assert answer["problems"] == []


def test_what_no_page_writes_is_refused_by_name(ask):
    answer = ask("/api/operations.csv?regoin=africa&match=most&region=africa")
    assert answer.status == 400
    unknown, meaningless = answer.json["errors"]
    assert (unknown["parameter"], unknown["value"]) == ("regoin", None)
    assert "region" in unknown["allowed"]
    assert meaningless == {
        "parameter": "match",
        "value": "most",
        "allowed": ["any", "all", "none", "exactly"],
        "message": "match=most means nothing here; allowed: any, all, none, exactly.",
    }


@pytest.mark.parametrize("query", ["%FF=%00", "region=%F0%9F%92%A5", "years=%D9%A1", "&".join(["region=x"] * 500)])
def test_odd_queries_are_refused_in_json(ask, query):
    answer = ask(f"/api/summary.json?{query}")
    assert answer.status == 400 and answer.json["errors"]


def test_many_faults_are_counted_and_what_is_allowed_is_said_once(ask):
    answer = ask(
        "/api/summary.json?" + "&".join([*(f"territory=x{n}" for n in range(60)), *(f"n{n}" for n in range(60))])
    )
    *named, further = answer.json["errors"]
    assert [(fault["parameter"], fault["value"]) for fault in named] == [("territory", f"x{n}") for n in range(40)]
    assert "MLI" in named[0]["allowed"] and "allowed" in named[0]["message"]
    assert [(fault["allowed"], fault["message"]) for fault in named[1:]] == [
        ([], f"territory=x{n} means nothing here.") for n in range(1, 40)
    ]
    assert further == {"message": "80 further faults are not listed."}


@pytest.mark.parametrize("names", ["territory=x", "n{}", "=", "off=1.{}"])
def test_a_link_has_two_hundred_parameters_at_the_most(ask, names):
    refused, read = (
        ask("/api/summary.json?" + "&".join(names.format(n) for n in range(count))) for count in (201, 200)
    )
    message = "A link can have 200 parameters at the most; this one has 201."
    assert (refused.status, refused.json) == (400, {"errors": [{"message": message}]})
    assert read.status == 400 and len(read.body) < 15_000
    assert message not in read.json["errors"][0]["message"]


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/operations.doc", "/api/operations", "/api/x/y"])
def test_what_is_not_there_is_said_in_json(ask, path):
    answer = ask(path)
    assert answer.status == 404
    assert "/api/openapi.json" in answer.json["errors"][0]["message"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(ask, method):
    answer = ask("/api/operations.csv", method=method)
    assert answer.status == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert answer.json["errors"]


def test_a_link_asks_for_its_language(ask_inside, speak_portuguese):
    answer = ask_inside("/api/operations.csv?columns=name&lang=pt")
    assert answer.headers["content-language"] == "pt"
    assert answer.body.decode("utf-8-sig").startswith("País\r\n")
    after = ask_inside("/api/operations.csv?columns=name")
    assert after.body.decode("utf-8-sig").startswith("Country or territory\r\n")
    refused = ask_inside("/api/summary.json?lang=pt&match=most").json["errors"][0]["message"]
    assert refused == "match=most não vale; vale: any, all, none, exactly."


def test_a_table_that_cannot_be_read_is_one_sentence(ask_inside, monkeypatch):
    def refuse(_moment):
        raise InputError("a.csv, line 3: 2 values where the header has 3.")

    monkeypatch.setattr("api.routes.shared_table", refuse)
    answer = ask_inside("/api/summary.json")
    assert answer.status == 503
    assert answer.json == {"errors": [{"message": "a.csv, line 3: 2 values where the header has 3."}]}


def test_a_newer_table_of_the_setting_is_answered_with_and_a_broken_one_is_not(ask_inside, tmp_path, monkeypatch):
    def put(rows: str, minutes_ago: int) -> None:
        path.write_text(f"country,period\n{rows}")
        moment = time.time() - 60 * minutes_ago
        os.utime(path, (moment, moment))

    path = tmp_path / "operations.csv"
    monkeypatch.setenv("OPERATIONS_TABLE", str(path))
    monkeypatch.setattr(shared, "_file", SharedFile())
    monkeypatch.setattr(shared, "_PATIENCE_SECONDS", 20)
    put("Kenya,2004\n", minutes_ago=9)
    first = ask_inside("/api/summary.json")
    assert first.json["operations"] == 1
    put("Kenya,2004\nMali,2005\n", minutes_ago=8)
    second = ask_inside("/api/summary.json", if_none_match=first.headers["etag"])
    assert (second.status, second.json["operations"]) == (200, 2)
    put('Kenya,2004\n"Mali,2005\n', minutes_ago=7)
    assert ask_inside("/api/summary.json", if_none_match=second.headers["etag"]).status == 304


def test_a_file_that_cannot_hold_the_view_is_one_sentence(ask_inside, monkeypatch):
    monkeypatch.setattr("exports.excel.workbook.LAST_ROW", 5)
    answer = ask_inside("/api/operations.xlsx")
    assert answer.status == 422
    assert "5 rows and this view has 32" in answer.json["errors"][0]["message"]
    assert ask_inside("/api/operations.xlsx?territory=MLI").status == 200


def test_a_fault_of_ours_says_nothing_of_what_is_inside(ask_inside, monkeypatch):
    monkeypatch.setattr("api.answers.select", lambda *_arguments: 1 / 0)
    answer = ask_inside("/api/summary.json")
    assert answer.status == 500
    assert answer.json == {"errors": [{"message": "Something went wrong here. The log of the server says what."}]}


def test_under_a_base_path_the_links_have_it_too(ask_inside):
    answer = ask_inside("/ops/api/operations.json?region=africa", base="/ops")
    assert answer.json["about"]["link"] == "http://here.example/ops/operations?region=africa"
    assert ask_inside("/ops/api/openapi.json", base="/ops").json["servers"] == [{"url": "/ops"}]


@pytest.fixture
def speak_portuguese(tmp_path, monkeypatch):
    """A catalogue of two messages for the time of a test."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale="pt")
    catalog.add("Country or territory", "País")
    catalog.add("{name}={value} means nothing here; allowed: {allowed}.", "{name}={value} não vale; vale: {allowed}.")
    folder = tmp_path / "pt" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "dashboard.po").open("wb") as file:
        write_po(file, catalog)
    monkeypatch.setattr(analysis.text, "LOCALE_FOLDER", tmp_path)
    analysis.text.catalogue.cache_clear()
    yield
    analysis.text.catalogue.cache_clear()


def test_the_name_of_a_file_says_whose_table_it_is_of():
    kind = next(resource.kind for resource in RESOURCES if resource.path == "/operations.xlsx")
    selection, table = Selection(region=("Africa",)), load_built_in()
    assert kind.name(selection, table) == "operations_africa.xlsx"
    own = replace(table, file="Our projects 2024.xlsx")
    assert kind.name(selection, own) == "operations_our-projects-2024_africa.xlsx"


@pytest.mark.parametrize(("query", "day"), [("region=africa", "2006-12-31"), ("as_of=2003-06-30", "2003-06-30")])
def test_a_csv_says_its_day_in_its_name_and_where_the_rest_is_said(ask, query, day):
    csv = ask(f"/api/operations.csv?{query}", method="HEAD")
    assert f"_as-of-{day}.csv" in csv.headers["content-disposition"]
    (link,) = re.findall(r'<.*?(/api/operations\.json\?.*?)>; rel="alternate"', csv.headers["link"])
    told = ask(link)
    assert json.loads(told.body)["about"]["as_of"] == day and "link" not in told.headers
