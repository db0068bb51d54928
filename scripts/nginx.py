"""nginx, which stands between the network and the processes that `make serve` starts."""

import argparse
import gzip
import os
import shutil
import sys
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from streamlit import file_util

from analysis.intake.limits import UPLOAD_BYTES
from scripts.setup import ROOT

_PATHS = ":/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
_MIME_TYPES = ("/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types")
_PACKED = {".js", ".css", ".json", ".svg", ".html", ".ttf"}


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
        mime_types=next((path for path in _MIME_TYPES if Path(path).exists()), _MIME_TYPES[0]),
    )


def pack_static(folder: Path) -> None:
    """Have Streamlit's own files in a folder, each beside itself as gzip; where they are there, leave them."""
    source = Path(file_util.get_static_dir()) / "static"
    note, made_of = folder / "made_of.txt", f"{source} {source.stat().st_mtime_ns}"
    if note.exists() and note.read_text("utf-8") == made_of:
        return
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    for path in [found for found in folder.rglob("*") if found.suffix in _PACKED]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    note.write_text(made_of, "utf-8")
