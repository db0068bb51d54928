"""The pure parts of our JavaScript, by the test runner of the node that playwright brings."""

import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).parent.parent
NODE, _ = compute_driver_executable()


def test_the_tests_in_javascript_pass():
    files = sorted(map(str, (ROOT / "tests" / "js").glob("*.test.js")))
    assert files
    done = subprocess.run([NODE, "--test", *files], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
