"""`python -m analysis`: the facts of a selection as JSON, or what to check in a table of one's own."""

import argparse
import json
import os
import sys
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from analysis.counts.ask import ask
from analysis.counts.summary import summarise
from analysis.errors import InputError
from analysis.intake.choices.choices import Choices
from analysis.intake.choices.from_toml import load_choices
from analysis.intake.limits import SHARED_SECONDS
from analysis.intake.pieces.find import absolute, is_in_pieces
from analysis.intake.read import load_intake, load_up_to
from analysis.intake.report.check import check_table
from analysis.intake.report.text_report import say_report
from analysis.parts.connect import the_client
from analysis.parts.workers import on_workers, read_by_workers
from analysis.selection.select import select
from analysis.selection.selection import FACETS, PARAMETERS, from_query
from analysis.shared.setting import read_scheduler
from analysis.shell import ShellParser, shell_language
from analysis.table.load import load_built_in
from analysis.table.table import Table
from analysis.table.vocabulary import own_facets
from analysis.text import N_, _, in_language
from analysis.trust.switched_off import table_without
from analysis.trust.switches import PARAMETER, read_off


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 where it worked, 1 where a table has problems, 2 with one sentence on stderr otherwise."""
    with in_language(shell_language(os.environ)):
        return _run(arguments)


def _run(arguments: list[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        if options.command == "check":
            return _check(options.file, _chosen(options))
        print(json.dumps(_summary(options), ensure_ascii=False, indent=2), flush=True)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would still complain when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = ShellParser(prog="python -m analysis", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    summary = commands.add_parser("summary", help=_("print the facts of a selection as JSON"), allow_abbrev=False)
    summary.add_argument("table", nargs="?", metavar="TABLE", help=_(_TABLE))
    summary.add_argument("--table", dest="named", metavar="TABLE", help=_("the same"))
    summary.add_argument(
        "--scheduler", default="0", metavar="WHERE", help=_("a Dask scheduler, or a number of workers")
    )
    for name in PARAMETERS:
        option = "--" + name.replace("_", "-")
        summary.add_argument(option, dest=name, action="append", default=[], help=_(_HELP[name]))
    summary.add_argument(
        f"--{PARAMETER}",
        action="append",
        default=[],
        metavar="LINE.COLUMN",
        help=_("a reading to switch off; repeatable"),
    )
    summary.add_argument(
        "--where", action="append", default=[], metavar="COLUMN=VALUE",
        help=_("a value of a column that the table can be filtered by; repeatable"),
    )  # fmt: skip
    check = commands.add_parser("check", help=_("say what is understood of a table and what is wrong in it"))
    check.add_argument("file", metavar="TABLE", help=_(_TABLE))
    for command in (summary, check):
        command.add_argument(
            "--as", dest="choices", metavar="FILE", help=_("a file of choices, as Your table gives it")
        )
        command.add_argument(
            "--events", default="", metavar="FILE", help=_("a file of dated facts: date, country, text")
        )
        command.add_argument("--country", default="", help=_("the country of all rows, where the table leaves it out"))
        command.add_argument("--period", default="", help=_("the period of all rows, where the table leaves it out"))
        command.add_argument(
            "--separator", metavar="SIGN", help=_('what parts the activities of a cell; "" for nothing')
        )
        command.add_argument("--together", metavar="COLUMN", help=_("the id by which rows are put together"))
    return parser


_TABLE = N_("a table of yours: a CSV, .xlsx or Parquet file, or a folder or pattern of CSV or Parquet files")
_HELP = {
    "region": N_("a UN M49 region; repeatable"),
    "subregion": N_("a UN M49 sub-region; repeatable"),
    "territory": N_("an ISO3 code; repeatable"),
    "activity": N_("an activity code; repeatable"),
    "status": N_("ongoing, closed or unknown; repeatable"),
    "match": N_("how activities match: any, all, none or exactly"),
    "years": N_("such as 1999-2006"),
    "when": N_("what the years ask: active, started or ended"),
    "search": N_("part of a name, printed or current"),
    "as_of": N_("a date, not later than the table's"),
}


def _chosen(options: argparse.Namespace) -> dict[str, Any]:
    """What was chosen about a table of one's own, each option before the file of choices."""
    said = {"separator": options.separator, "together": options.together}
    columns = {name: value for name, value in said.items() if value is not None}
    own = Choices(country=options.country.strip(), period=options.period.strip(), columns=columns)
    arguments = (own.over(load_choices(options.choices)) if options.choices else own).arguments
    return {**arguments, "events": _read_events(options.events)} if options.events else arguments


def _read_events(file: str) -> tuple[bytes, str]:
    try:
        return Path(file).read_bytes(), Path(file).name
    except OSError as error:
        raise InputError(
            _("{file} cannot be opened: {why}.").format(file=Path(file).name, why=error.strerror)
        ) from None


def _check(file: str, chosen: dict[str, Any]) -> int:
    intake = load_intake(file, **chosen)
    report = check_table(intake)
    print(say_report(intake, report), flush=True)
    return 1 if report.rows_with_problems else 0


def _summary(options: argparse.Namespace) -> dict:
    chosen, own = _chosen(options), options.named or options.table
    if options.named and options.table:
        raise InputError(_("Name one table."))
    if not own and chosen != Choices().arguments:
        raise InputError(
            _(
                "--as, --events, --country, --period, --separator and --together are for a table of yours: name it by"
                " --table."
            )
        )
    scheduler = read_scheduler(options.scheduler)
    if scheduler and own and is_in_pieces(own):
        read = partial(load_up_to, absolute(own), *options.as_of, **chosen)
        table: Table = read_by_workers(partial(the_client, scheduler), read, SHARED_SECONDS)
    else:
        table = load_up_to(own, *options.as_of, **chosen) if own else load_built_in()
        table = on_workers(table, partial(the_client, scheduler)) if scheduler else table
    codes, wrong = read_off(getattr(options, PARAMETER), table)
    if wrong:
        raise InputError("--" + wrong[0])
    table = table_without(table, codes)
    query = {name: getattr(options, name) for name in PARAMETERS} | _own_conditions(options.where, table)
    for name, values in query.items():
        if name not in (*FACETS, *own_facets(table)) and len(values) > 1:
            raise InputError(_("--{name} can be given once.").format(name=name.replace("_", "-")))
        if name != "search" and not all(value.strip() for value in values):
            raise InputError(_("--{name} has no value.").format(name=name.replace("_", "-")))
    selection, wrong = from_query(query, table)
    if wrong:
        raise InputError("--" + wrong[0])
    return ask(select(table, selection), summarise)


def _own_conditions(conditions: list[str], table: Table) -> dict[str, list[str]]:
    """The conditions on columns of the user's own as parameters of a link; InputError where the table has no such."""
    own, query = {heading: facet for facet, heading in own_facets(table).items()}, dict[str, list[str]]()
    for condition in conditions:
        heading = max((name for name in own if condition.startswith(f"{name}=")), key=len, default="")
        if not heading:
            raise InputError(
                _("--where {condition}: the table can be filtered by {columns}, as COLUMN=VALUE.").format(
                    condition=condition, columns=", ".join(map(repr, own)) or _("none of its columns")
                )
            )
        query.setdefault(own[heading], []).append(condition.removeprefix(f"{heading}="))
    return query


if __name__ == "__main__":
    # JSON is UTF-8, whatever the terminal or the pipe is set to.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
