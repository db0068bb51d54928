"""The dashboard as an organisation serves it: two processes behind nginx, one of which is killed."""

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
from playwright.sync_api import Page, expect

from scripts.nginx import find_nginx
from scripts.setup import ROOT
from tests.asking import ask_server
from tests.browser.server import free_port, wait_for
from tests.browser.steps import expect_link, expect_no_fault, open_view, option, sentence

TABLE = "country,period,area\nKenya,2004,CS\nMali,2005,CS\nChad,2006,DDR\n"


class Served(NamedTuple):
    """A served dashboard: its address, its own process, its table, what it has said."""

    address: str
    process: subprocess.Popen
    table: Path
    said: Path

    def workers(self) -> list[psutil.Process]:
        """Its processes, in the order of their ports as nginx counts them."""
        children = psutil.Process(self.process.pid).children()
        alive = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
        return [child for child in alive if "streamlit" in child.cmdline()]

    def lines(self) -> list[dict]:
        """The lines of JSON that it has said."""
        return [json.loads(line) for line in self.said.read_text().splitlines() if line.startswith("{")]


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    """A served dashboard with a table for everyone."""
    try:
        find_nginx()
    except SystemExit as missing:
        pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("served")
    table, said, port = folder / "shared.csv", folder / "said.txt", free_port()
    table.write_text(TABLE)
    os.utime(table, (0, 0))
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "scripts.serve", "--port", str(port), "--state", str(folder / "state")]
    with said.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=output, stderr=output, env=os.environ | {"OPERATIONS_TABLE": str(table)}
        )
    assert wait_for(f"{address}/api/ready", process), said.read_text()
    yield Served(address, process, table, said)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert "Traceback" not in said.read_text()


def process_of(page: Page) -> int:
    """The number of the process that holds the session of a page."""
    return int(next(kept["value"] for kept in page.context.cookies() if kept["name"] == "operations_process"))


def test_what_an_organisation_serves_survives(served, new_page):
    """One story, since starting the processes takes longer than all of it."""
    # Profiles of their own, so that each page has its own cookie.
    first, second = new_page(locale="en-GB"), new_page(locale="en-US")
    open_view(first, f"{served.address}/timeline?activity=CS")
    expect(sentence(first)).to_contain_text("2 of 3 operations")
    open_view(second, f"{served.address}/operations?activity=DDR")
    expect_a_killed_process_to_be_noticed_by_its_page_alone(served, first, second)
    expect_an_open_page_to_renew_itself(served, second)
    expect_scripts_to_come_packed_and_answers_by_their_etag(served)
    expect_what_was_asked_to_be_a_line(served)
    expect_too_large_a_request_to_be_refused(served)
    expect_a_hang_up_to_restart_one_process_after_another(served, first)
    expect_no_fault(first)
    expect_no_fault(second)


def expect_a_killed_process_to_be_noticed_by_its_page_alone(served: Served, first: Page, second: Page) -> None:
    """The page is back on another process with its view, the other page goes on, the process is started again."""
    killed = process_of(first)
    served.workers()[killed - 1].kill()
    option(first, "Region", "Africa").check()
    expect(sentence(first)).to_contain_text("in Africa")
    expect_link(first, "/timeline?region=africa&activity=CS")
    assert process_of(first) != killed
    option(second, "Region", "Africa").check()
    expect(sentence(second)).to_contain_text("1 of 3 operations")
    expect_link(second, "/operations?region=africa&activity=DDR")
    wait_until(lambda: len(served.workers()) == 2, second)


def expect_an_open_page_to_renew_itself(served: Served, page: Page) -> None:
    """Within half a minute, and with its view."""
    newer = served.table.with_suffix(".new")
    newer.write_text(TABLE + "Togo,2006,DDR\n")
    newer.replace(served.table)
    expect(page.get_by_text("The table was renewed at")).to_be_visible(timeout=30_000)
    expect(sentence(page)).to_contain_text("2 of 4 operations")
    expect_link(page, "/operations?region=africa&activity=DDR")


def expect_scripts_to_come_packed_and_answers_by_their_etag(served: Served) -> None:
    """And nothing else of the folder that nginx serves from."""
    shell = ask_server(served.address, "/").body.decode()
    script = shell.split('src="./')[1].split('"')[0]
    packed = ask_server(served.address, f"/{script}", accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip" and "immutable" in packed.headers["cache-control"]
    answer = ask_server(served.address, "/api/summary.json?region=africa")
    again = ask_server(served.address, "/api/summary.json?region=africa", if_none_match=answer.headers["etag"])
    assert (answer.status, again.status, again.body) == (200, 304, b"")
    assert "set-cookie" not in answer.headers
    assert ask_server(served.address, "/_stcore/metrics").status == 404
    assert ask_server(served.address, "/static/../nginx.conf").status in (400, 404)


def expect_what_was_asked_to_be_a_line(served: Served) -> None:
    """A line for each view and each request, with no text of a table that is somebody's own."""
    ask_server(served.address, "/?table=secret.csv&search=secret")
    lines = served.lines()
    assert {"page": "timeline", "asked": "activity=CS", "own_table": False}.items() <= next(
        line for line in lines if "page" in line
    ).items()
    answers = [line for line in lines if line.get("path") == "/api/summary.json"]
    assert [(line["asked"], line["status"]) for line in answers] == [("region=africa", 200), ("region=africa", 304)]
    assert "secret" not in served.said.read_text()
    ask_server(served.address, "/oauth2callback?code=told-once&state=told-once")
    assert "told-once" not in served.said.read_text()


def expect_too_large_a_request_to_be_refused(served: Served) -> None:
    """Before any of it is sent."""
    connection = http.client.HTTPConnection(served.address.removeprefix("http://"), timeout=30)
    connection.putrequest("PUT", "/_stcore/upload_file/a/b")
    connection.putheader("Content-Length", str(1 << 30))
    connection.endheaders()
    assert connection.getresponse().status == 413


def expect_a_hang_up_to_restart_one_process_after_another(served: Served, page: Page) -> None:
    """While somebody always answers, and with the view of an open page."""
    before = {worker.pid for worker in served.workers()}
    served.process.send_signal(signal.SIGHUP)

    def are_others() -> bool:
        assert ask_server(served.address, "/api/ready").status == 200
        now = {worker.pid for worker in served.workers()}
        return len(now) == 2 and not now & before

    wait_until(are_others, page)
    option(page, "Region", "Africa").uncheck()
    expect_link(page, "/timeline?activity=CS")
    expect(sentence(page)).to_contain_text("2 of 4 operations")


def wait_until(holds: Callable[[], bool], page: Page) -> None:
    """Wait a minute at the most, while the page lives on."""
    for _ in range(600):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("It did not come to be.")
