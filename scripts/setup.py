"""Set up `.venv` and run the dashboard, its tests or its linters: python scripts/setup.py run."""

import sys
from pathlib import Path


# Older Pythons must still be able to read this file, to say that they are too old.
def say_too_old(version):
    """The sentence for a Python that is too old, or None for one that is not."""
    if tuple(version[:2]) < (3, 11):
        return (
            f"The dashboard needs Python 3.11 or newer and this is {version[0]}.{version[1]}: "
            "install a newer one and name it, as in: make run PYTHON=python3.12"
        )


if __name__ == "__main__":
    if say_too_old(sys.version_info):
        sys.exit(say_too_old(sys.version_info))
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from scripts.commands import main

    sys.exit(main(sys.argv[1:]))
