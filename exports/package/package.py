"""A view as a ZIP that machines can read on: its tables, a Table Schema for each, and a README."""

import json

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.readings import list_readings
from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import N_, _
from exports.excel.period_sheet import ordered_spells
from exports.facts import about_facts, machine_facts
from exports.handover import Handover
from exports.package.schema import table_resource
from exports.package.zip_file import zip_parts
from exports.tables.csv_file import table_csv

_PRINTED = {"country": N_("Printed name"), "period": N_("Printed period"), "area": N_("Printed activity areas")}
_SPELLS = {
    "source_line": N_("Line"),
    "start": N_("First day"),
    "end": N_("Last day; empty where it is ongoing or not known"),
    "start_precision": N_("How exactly the start is known"),
    "end_precision": N_("How exactly the end is known"),
    "status": N_("Status"),
    "duration_years": N_("Years so far"),
}
_READINGS = {
    "source_line": N_("Line"),
    "column": N_("Column"),
    "printed": N_("Printed"),
    "read": N_("Read as"),
    "why": N_("Reason"),
}


def operations_zip(handover: Handover) -> bytes:
    """operations.csv, spells.csv and readings.csv with datapackage.json and README.txt."""
    tables = {
        "operations": (package_operations(handover), _PRINTED | {"source_line": N_("Line")} | OPERATION_COLUMNS),
        "spells": (package_spells(handover), _SPELLS),
        "readings": (package_readings(handover), _READINGS),
    }
    package = describe_package(handover, tables)
    parts = {f"{name}.csv": table_csv(rows) for name, (rows, _titles) in tables.items()}
    parts["datapackage.json"] = json.dumps(package, ensure_ascii=False, indent=2).encode()
    parts["README.txt"] = readme(handover).encode("utf-8-sig")
    return zip_parts(parts, handover.made)


def package_operations(handover: Handover) -> pd.DataFrame:
    """country, period and area as printed, source_line, then the other columns of the view, all by code."""
    # `line` is what our own loader adds, so a file that it can read back calls it otherwise.
    others = [column for column in handover.columns if column not in ("country", "period", "line")]
    return handover.printed.assign(source_line=handover.all_rows["line"]).join(handover.all_rows[others])


def package_spells(handover: Handover) -> pd.DataFrame:
    """The spells of the view's operations, in its order."""
    spells = ordered_spells(handover)
    lines = handover.all_rows["line"].loc[spells["operation"]].to_numpy()
    ends = spells["end"].where((spells["status"] == "closed").to_numpy())
    return spells.assign(
        source_line=lines,
        start=spells["start"].dt.strftime("%Y-%m-%d"),
        end=ends.dt.strftime("%Y-%m-%d"),
        status=spells["status"].astype("str"),
    )[list(_SPELLS)].reset_index(drop=True)


def package_readings(handover: Handover) -> pd.DataFrame:
    """The readings in force in the view's operations."""
    readings = ask(handover.selected, list_readings).reset_index(drop=True)
    words = {why: _(why) for why in readings["why"].unique()}
    return readings.assign(why=readings["why"].map(words).astype("str")).rename(columns={"line": "source_line"})


def describe_package(handover: Handover, tables: dict) -> dict:
    """The Data Package descriptor of the tables, with the facts of the view under `about`."""
    about = machine_facts(handover)
    return {
        "name": "operations",
        "title": about["selection"],
        "description": " ".join(about["caveats"]),
        "created": handover.made.isoformat() + "Z",
        "as_of": about["as_of"],
        "homepage": handover.link,
        "sources": [{"title": source} for source in about["sources"]],
        "resources": [table_resource(name, rows, titles) for name, (rows, titles) in tables.items()],
        "about": about,
    }


def readme(handover: Handover) -> str:
    """What the files are and what the view is, as plain text."""
    files = [
        _("operations.csv: the operations, one a row, as printed and as read"),
        _("spells.csv: the periods of those operations; source_line says of which"),
        _("readings.csv: every value that is read otherwise than printed, and why"),
        _("datapackage.json: what every column is (Data Package, Table Schema)"),
    ]
    facts = [f"{label}: {text}" for label, text in about_facts(handover)]
    return "\r\n".join([_("About these files"), "", *files, "", *facts, ""])
