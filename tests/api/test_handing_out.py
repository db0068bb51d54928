"""Answers on their way have places, which come free whatever becomes of them."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from api import handing_out
from api.errors import refuse_crowd
from api.handing_out import SENDERS, hand_out


async def make() -> PlainTextResponse:
    return PlainTextResponse("rows")


async def broken() -> PlainTextResponse:
    raise ValueError("no rows")


async def gone(_message) -> None:
    raise OSError("the caller left")


async def taken(_message) -> None:
    """Take what is sent."""


@pytest.mark.parametrize(("send", "ends"), [(taken, None), (gone, OSError)])
def test_a_place_is_free_once_an_answer_was_sent_or_its_caller_left(monkeypatch, send, ends):
    monkeypatch.setattr(handing_out, "PATIENCE_SECONDS", 0.05)

    async def ask() -> None:
        held = [await hand_out(make) for _ in range(SENDERS)]
        assert all(held) and await hand_out(make) is None
        if ends:
            with pytest.raises(ends):
                await held[0]({"type": "http"}, None, send)
        else:
            await held[0]({"type": "http"}, None, send)
        again = await hand_out(make)
        assert again
        for one in (again, *held[1:]):
            await one({"type": "http"}, None, taken)

    asyncio.run(ask())


def test_an_answer_that_cannot_be_made_holds_no_place(monkeypatch):
    monkeypatch.setattr(handing_out, "PATIENCE_SECONDS", 0.05)

    async def ask() -> None:
        for _ in range(SENDERS + 1):
            with pytest.raises(ValueError, match="no rows"):
                await hand_out(broken)

    asyncio.run(ask())


def test_whoever_finds_no_place_is_told_when_to_come_again():
    answer = refuse_crowd()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
