"""Hostile links against pages and the data API: a view whose own link is that view again, an answer that says why."""

import time
from urllib.parse import urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from analysis.selection.settings import PAGE_SETTINGS
from analysis.table.load import load_built_in
from analysis.view import View
from api.parameters import link_parameters
from api.preview import preview_head
from api.resources import RESOURCES
from api.routes import api_routes
from tests.asking import ask_app

_ODD = st.sampled_from(
    ["", "africa", "CS", "2004", "2004-2001", "1e999", "-7", "0000-9999", "any", "exactly", "2006-12-31", "2006-13-41",
     "11.period", "<script>", "../../etc/passwd", "\x00", "\u202e", "%", "=1+1", "é", "9" * 4_000, "true", "ar", "kos"]
)  # fmt: skip
_VALUES = st.one_of(_ODD, _ODD, st.text(max_size=12))


def fuzz_links(seconds: float) -> int:
    """How many links were tried; one that does not do as it must is raised."""
    table, app, tried, over = load_built_in(), Starlette(routes=api_routes()), 0, time.monotonic() + seconds
    names = st.one_of(st.sampled_from(list(link_parameters(table))), st.text(max_size=8))
    queries = st.dictionaries(names, st.lists(_VALUES, min_size=1, max_size=4), max_size=6)

    @settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(list(PAGE_SETTINGS)), queries, st.sampled_from(RESOURCES))
    def meet(page: str, query: dict[str, list[str]], resource) -> None:
        nonlocal tried
        tried += 1
        view, ignored = View.from_query(page, query, table)
        again, wrong = View.from_query(page, view.to_query(), table)
        assert again.to_query() == view.to_query() and not wrong, (query, wrong)
        assert all(ignored), query
        if tried % 20 == 0:
            link = _link(query)
            assert "<script" not in preview_head(f"/{page}?{link}")
            status = ask_app(app, f"/api{resource.path}?{link}").status
            assert status in (200, 400, 422), (status, link)

    while time.monotonic() < over:
        meet()
    return tried


def _link(query: dict[str, list[str]]) -> str:
    return urlencode({name: [value[:300] for value in values] for name, values in query.items()}, doseq=True)
