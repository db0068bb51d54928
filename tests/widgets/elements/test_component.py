"""The code of all components in one script."""

import re
import subprocess

from playwright._impl._driver import compute_driver_executable

from widgets.elements.component import _SCRIPTS, all_code

NODE, _ = compute_driver_executable()


def test_each_component_is_found_by_its_name_and_nothing_is_left_to_import():
    code = all_code()
    assert re.findall(r"^ourParts\.(\w+) = function", code, re.MULTILINE) == list(_SCRIPTS)
    assert not re.search(r"^(import|export) ", code, re.MULTILINE)


def test_what_a_script_imports_stands_before_it():
    code = all_code()
    assert code.index("function buildMovie") < code.index("ourParts.figure = ")
    assert code.index("keepsViews") < code.index("ourParts.filters = ")


def test_the_script_is_one_that_can_be_read():
    done = subprocess.run(
        [NODE, "--input-type=module", "--check"], input=all_code(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
