"""nginx, which stands between the network and the processes that `make serve` starts."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from analysis.intake.limits import UPLOAD_BYTES
from scripts.setup import ROOT

_PATHS = ":/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"


def find_nginx() -> str:
    """The path of nginx; the program ends with a sentence where there is none."""
    found = shutil.which("nginx", path=os.environ.get("PATH", "") + _PATHS)
    return found or sys.exit("make serve needs nginx: install it (on Debian: sudo apt-get install nginx-light).")


def write_configuration(asked: argparse.Namespace, state: Path, ports: list[int]) -> str:
    """The configuration of nginx for these processes."""
    template = (ROOT / "deploy" / "nginx.conf.jinja").read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
    return environment.from_string(template).render(
        state=state,
        # Whose answer it is would have to be part of the key.
        login=asked.login,
        root=os.geteuid() == 0,
        ports=ports,
        address=f"[{asked.address}]" if ":" in str(asked.address) else asked.address,
        port=asked.port,
        certificate=asked.cert and Path(asked.cert).absolute(),
        key=asked.key and Path(asked.key).absolute(),
        upload_bytes=UPLOAD_BYTES,
    )
