"""plotly's script, served by this server: the page never asks another host for anything."""

import os
import shutil
from functools import cache
from pathlib import Path

import plotly

STATIC_FOLDER = Path(__file__).parents[2] / "static"


@cache
def plotly_script() -> str:
    """The address of plotly's script; its file is copied from the installed package where it is missing."""
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    target = STATIC_FOLDER / f"plotly-{plotly.__version__}.min.js"
    if not target.exists():
        STATIC_FOLDER.mkdir(exist_ok=True)
        half = target.with_suffix(f".{os.getpid()}.tmp")
        shutil.copyfile(source, half)
        half.replace(target)
    return f"app/static/{target.name}"
