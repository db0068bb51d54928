"""The pure parts of our JavaScript, by node's own test runner; left out where there is no node."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NODE = shutil.which("node") or shutil.which("nodejs")


@pytest.mark.skipif(NODE is None, reason="node is not installed and may not be")
def test_the_tests_in_javascript_pass():
    files = sorted(map(str, (ROOT / "tests" / "js").glob("*.test.js")))
    assert files
    done = subprocess.run([NODE, "--test", *files], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
