"""What is asked for is pinned exactly, with hashes, the same for the product and its tests."""

import re
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = ("requirements.txt", "requirements-test.txt", "requirements-distributed.txt", "requirements-pdf.txt")


def pins(name: str) -> list[str]:
    """The lines of a requirements file that ask for something."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.removesuffix(" \\") for line in lines if line and not line.startswith((" ", "#"))]


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_exactly_and_names_no_index(name):
    pinned = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")
    assert [line for line in pins(name) if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_pin_carries_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(re.findall(r"^\S+==[^\n]* \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)) == len(pins(name))


@pytest.mark.parametrize("name", [name.removesuffix(".txt") for name in FILES])
def test_everything_asked_for_is_pinned(name):
    # What is for one system only says so behind a semicolon.
    # What is asked for with an extra is pinned by its name.
    asked = {re.split(r" ;|[\[<]", line)[0] for line in pins(f"{name}.in") if not line.startswith("-")}
    assert asked - {line.split("==")[0] for line in pins(f"{name}.txt")} == set()


@pytest.mark.parametrize(("first", "name"), list(combinations(FILES, 2)))
def test_files_agree_on_what_they_share(first, name):
    shared = dict(line.split("==", 1) for line in pins(first) if ";" not in line)
    tools = dict(line.split("==", 1) for line in pins(name) if ";" not in line)
    assert {name: tools[name] for name in shared if name in tools} == {
        name: shared[name] for name in shared if name in tools
    }
