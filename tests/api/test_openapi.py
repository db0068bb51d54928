"""The description names every address and parameter, and what the API does is what it describes."""

import json
import os
import re
import subprocess
import sys

from analysis.counts.summary import summarise
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from api.openapi import describe_api
from api.parameters import link_parameters
from api.schemas import SCHEMAS
from exports.formats import FORMATS
from exports.tables.json_file import operations_json
from scripts.setup import ROOT
from tests.handovers import handover

_HOOKS = "tests.api.within_the_table"
OTHERS = {"/api/summary.json", "/api/readings.json", "/api/openapi.json"}


def test_every_file_that_the_menus_have_is_described():
    paths = describe_api(load_built_in())["paths"]
    assert set(paths) == {f"/api/{kind.what}.{kind.suffix}" for kind in FORMATS} | OTHERS
    for kind in FORMATS:
        assert list(paths[f"/api/{kind.what}.{kind.suffix}"]["get"]["responses"]["200"]["content"]) == [kind.media_type]


def test_every_operation_takes_every_parameter_of_a_link():
    document = describe_api(load_built_in())
    names = list(link_parameters(load_built_in()))
    assert list(document["components"]["parameters"]) == names
    for path in document["paths"].values():
        for operation in path.values():
            assert [given["$ref"].rpartition("/")[2] for given in operation["parameters"]] == names


def test_what_a_parameter_can_be_stands_in_its_schema():
    components = describe_api(load_built_in())["components"]
    described, schemas = components["parameters"], components["schemas"]
    assert described["region"]["schema"]["items"] == {"$ref": "#/components/schemas/region_code"}
    assert described["b.region"]["schema"] == described["region"]["schema"]
    assert schemas["region_code"]["enum"] == ["africa", "americas", "asia", "europe", "oceania"]
    assert described["match"]["schema"] == {"$ref": "#/components/schemas/match_code"}
    assert schemas["match_code"] == {"type": "string", "enum": ["any", "all", "none", "exactly"]}
    assert described["columns"]["explode"] is False


def test_every_list_of_codes_stands_there_once():
    document = describe_api(load_built_in())
    texts = [json.dumps(schema) for schema in document["components"]["schemas"].values()]
    lists = [tuple(found) for text in texts for found in re.findall(r'"enum": (\[[^]]*\])', text)]
    assert len(lists) == len(set(lists)) > 10
    assert '"enum"' not in json.dumps([document["paths"], document["components"]["parameters"]])


def test_every_answer_has_a_schema():
    for path in describe_api(load_built_in())["paths"].values():
        ((media, content),) = path["get"]["responses"]["200"]["content"].items()
        binary = not (media.startswith("text/") or media == "application/json")
        assert (content["schema"].get("format") == "binary") is binary
        assert binary or content["schema"]


def test_the_schema_of_a_row_has_its_columns_and_their_types():
    row = json.loads(operations_json(handover(select(load_built_in(), Selection()))))["operations"][0]
    properties = SCHEMAS["operation"]["properties"]
    assert list(row) == list(properties)
    assert (row["country"], row["country_printed"], row["activities"]) == ("Sudan", "Sudan", ["IDPs", "CS"])
    assert [type(row[name]).__name__ for name in ("region", "subregion", "territories")] == ["list"] * 3


def test_the_schema_of_the_summary_has_its_keys():
    summary = summarise(select(load_built_in(), Selection()))
    assert SCHEMAS["summary"]["required"] == list(summary)


def test_the_document_is_served(ask):
    document = ask("/api/openapi.json?lang=en").json
    assert document == describe_api(load_built_in())
    assert document["openapi"] == "3.1.0"


def test_the_server_does_what_it_describes(server_url, tmp_path):
    # Another process, since what this one has patched or configured is none of its business.
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{server_url}/api/openapi.json", "--no-color"]
    limits = ["--phases", "fuzzing", "--max-examples", "6", "--seed", "2006", "--generation-deterministic"]
    ran = subprocess.run(
        [*command, *limits],
        cwd=tmp_path,
        env=os.environ | {"NO_PROXY": "127.0.0.1", "PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": _HOOKS},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
    assert "No issues found" in ran.stdout
