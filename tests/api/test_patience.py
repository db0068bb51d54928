"""Whoever does not read an answer is not waited for, and holds little of it."""

import asyncio

import pytest

from api.guards import patience
from api.guards.patience import Patience, parts


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("more", [True, False])
def test_a_body_goes_out_whole_in_small_parts(size, more):
    body = bytes(range(256)) * (size // 256 + 1)
    sent = parts({"type": "http.response.body", "body": body[:size], "more_body": more})
    assert b"".join(part["body"] for part in sent) == body[:size]
    assert all(len(part["body"]) <= 65_536 for part in sent)
    assert [part["more_body"] for part in sent] == [True] * (len(sent) - 1) + [more]


def test_the_start_of_an_answer_is_as_it_was():
    start = {"type": "http.response.start", "status": 200, "headers": []}
    assert parts(start) == [start]


def test_a_client_that_reads_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(patience, "SECONDS", 0.01)
    asked: list[int] = []

    async def app(_scope, _receive, send) -> None:
        await send({"type": "http.response.body", "body": bytes(1_000_000)})

    async def never(message) -> None:
        asked.append(len(message["body"]))
        await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        asyncio.run(Patience(app)({"type": "http"}, None, never))
    assert asked == [65_536]


def test_a_websocket_may_be_silent():
    async def app(_scope, _receive, send) -> None:
        await send({"type": "websocket.send"})

    async def send(message) -> None:
        assert message == {"type": "websocket.send"}

    asyncio.run(Patience(app)({"type": "websocket"}, None, send))
