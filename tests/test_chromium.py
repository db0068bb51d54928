"""A browser is found where there is one that starts."""

import os

import pytest

from tests import chromium


@pytest.mark.skipif(os.name == "nt", reason="made with a shell script")
@pytest.mark.parametrize(
    ("script", "counts"),
    [("echo Chromium 156.0", True), ("echo 'Command requires the chromium snap' >&2; exit 1", False)],
)
def test_a_browser_counts_only_if_it_starts(tmp_path, monkeypatch, script, counts):
    path = tmp_path / "chromium"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(path))
    assert chromium.find_browser() == (str(path) if counts else None)


def test_a_browser_is_found_by_name(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/bin/{name}" if "google" in name else None)
    monkeypatch.setattr(chromium, "starts", lambda path: path.startswith("/bin/"))
    assert chromium.find_browser() == "/bin/google-chrome-stable"
