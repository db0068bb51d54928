"""Builds the part of plotly.js that our charts are drawn with in static/: python -m scripts.build_plotly

It fetches the packages named below with npm. The result is committed, so only someone who draws another kind of trace,
or takes another version, needs npm. All of plotly.js weighs three times as much.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from charts.common.plotly_script import PLOTLY_VERSION, STATIC_FOLDER, plotly_script

PACKAGES = [f"plotly.js@{PLOTLY_VERSION}", "esbuild@0.28.2"]
# The kinds of traces that figures have beside scatter, which is always there.
TRACES = ("bar", "choropleth", "scattergeo")
_ENTRY = "const Plotly = require('plotly.js/lib/core'); Plotly.register([{traces}]); module.exports = Plotly;"
_BUILD = """
require("esbuild").buildSync({
  entryPoints: ["entry.js"], outfile: "plotly.js", bundle: true, minify: true, format: "iife", globalName: "Plotly",
  define: { global: "window", "define.amd": "false" }, alias: { stream: "stream-browserify" }, target: "es2020",
  loader: { ".css": "empty" }, legalComments: "eof", banner: { js: BANNER },
});
"""


def main() -> None:
    """Write the script, with what it is and under which terms at its top."""
    banner = f"/* plotly.js v{PLOTLY_VERSION}, traces: scatter, {', '.join(TRACES)}. Plotly, Inc. MIT license */"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "install", "--ignore-scripts", "--silent", *PACKAGES], cwd=folder, check=True)
        traces = ", ".join(f"require('plotly.js/lib/{trace}')" for trace in TRACES)
        (folder / "entry.js").write_text(_ENTRY.format(traces=traces), "utf-8")
        subprocess.run(["node", "-e", _BUILD.replace("BANNER", json.dumps(banner))], cwd=folder, check=True)
        STATIC_FOLDER.joinpath(Path(plotly_script()).name).write_bytes((folder / "plotly.js").read_bytes())


if __name__ == "__main__":
    main()
