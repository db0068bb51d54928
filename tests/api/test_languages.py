"""The API speaks the language that a link names: its facts, its refusals, and no English word of ours among them."""

import json

import pytest

from tests.english import english_in
from tests.exports.test_languages import plain

ASKED = [
    "/api/operations.json?region=africa",
    "/api/readings.json?",
    "/api/operations.csv?colour=nothing",
    "/api/operations.csv?years=soon&status=late&status=never&years=2001",
    "/api/operations.csv?unheard=1&unknown=2&table=mine.csv",
    "/api/summary.json?as_of=2030-01-01",
    "/api/nowhere?",
    "/api?",
]


@pytest.mark.parametrize("code", ["fr", "es", "ar"])
def test_no_answer_in_another_language_has_an_english_message(ask_inside, code):
    for path in ASKED:
        answer = ask_inside(f"{path}&lang={code}")
        found = json.loads(answer.body)
        # Beside its message a fault names parameters and values as links have them.
        told = [fault["message"] for fault in found.get("errors", [])] or plain(found.get("about", found))
        assert told and english_in(told, code) == [], path
