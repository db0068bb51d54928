"""The part of plotly.js in static/ draws what our charts have."""

import re
from pathlib import Path

import plotly
from plotly.graph_objects import Figure

from charts.common.plotly_script import PLOTLY_VERSION, plotly_script
from scripts.build_plotly import TRACES

ROOT = Path(__file__).parent.parent
SCRIPT = (ROOT / "static" / Path(plotly_script()).name).read_text("utf-8")


def test_it_has_every_kind_of_trace_that_charts_draw():
    kinds = set(Figure()._data_validator.class_strs_map)
    drawn = {
        kind for path in (ROOT / "charts").rglob("*.py") for kind in re.findall(r'"type": "(\w+)"', path.read_text())
    }
    assert drawn & kinds == {"scatter", *TRACES}
    assert all(trace in SCRIPT[:200] for trace in TRACES)


def test_it_is_of_the_version_that_figures_are_checked_for():
    whole = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert f"plotly.js v{PLOTLY_VERSION}" in SCRIPT[:200]
    with whole.open(encoding="utf-8") as file:
        assert f"plotly.js v{PLOTLY_VERSION}" in file.read(200)
