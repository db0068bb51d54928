"""What SECURITY.md promises is what the code does."""

import re
from types import SimpleNamespace

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from analysis.intake import limits
from scripts.setup import ROOT
from widgets.elements import uploads


def test_the_limits_in_words_are_those_in_code():
    told = re.findall(
        r"^\| [^|]+ \| ([\d,]+) \| `([A-Z_]+)` \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE
    )
    in_code = {name: value for name, value in vars(limits).items() if name.isupper()}
    assert {name: int(number.replace(",", "")) for number, name in told} == in_code


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/"])
def test_nobody_is_told_how_many_others_there_are(ask, path):
    assert ask(path).status == 404


def test_an_upload_is_dropped_once_it_is_read(monkeypatch):
    manager = MemoryUploadedFileManager("/upload")
    for file in ("mine", "other"):
        manager.add_file("session", UploadedFileRec(file, "a.csv", "text/csv", b"cells"))
    context = SimpleNamespace(session_id="session", uploaded_file_mgr=manager)
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: context)
    assert uploads.take_upload(SimpleNamespace(getvalue=lambda: b"cells", file_id="mine")) == b"cells"
    assert [file.file_id for file in manager.get_files("session", ["mine", "other"])] == ["other"]
