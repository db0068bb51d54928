"""What whoever watches the server is told."""

from starlette.applications import Starlette

from api.routes import api_routes
from tests.asking import ask_app


def test_a_process_that_answers_is_well(ask):
    answer = ask("/api/health")
    assert (answer.status, answer.json["status"]) == (200, "ok")
    assert answer.headers["cache-control"] == "no-store"


def test_it_is_ready_once_there_is_a_table(tmp_path, monkeypatch):
    app = Starlette(routes=api_routes())
    monkeypatch.setenv("OPERATIONS_TABLE", str(tmp_path / "none.csv"))
    waiting = ask_app(app, "/api/ready")
    assert waiting.status == 503 and waiting.json["why"].startswith("none.csv: ")
    monkeypatch.delenv("OPERATIONS_TABLE")
    assert ask_app(app, "/api/ready").json == {"status": "ready"}
