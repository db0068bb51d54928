"""Set up `.venv` and run the dashboard, its tests or its linters: python scripts/setup.py run."""

# Without annotations and new syntax, so that an older Python can read this file and say that it is too old.
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SERVER = "server.py"
REQUIREMENTS = ("requirements", "requirements-distributed", "requirements-pdf", "requirements-test")
PINS = {"run": ["requirements.txt"], "test": [f"{name}.txt" for name in REQUIREMENTS]}
COMPILE = "uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet"
# What each command runs, by programs of `.venv`; the command's own arguments follow.
COMMANDS = {
    "test": ["python -m pytest"],
    "lint": ["ruff check .", "ruff format --check .", "mypy", "lint-imports", "biome check --error-on-warnings"],
    "bench": ["python -m bench"],
    "messages": ["python -m scripts.messages"],
    "requirements": [f"{COMPILE} {name}.in -o {name}.txt" for name in REQUIREMENTS],
}
PROGRAMS = [
    ("tests.soffice", "libreoffice-calc", "libreoffice-impress"),
    ("tests.chromium", "chromium"),
    ("tests.nginx", "nginx-light"),
]
NO_BROWSER = (
    "The browser tests need Chromium or Chrome, and none could be installed: install one "
    "(on Debian: sudo apt-get install chromium), or set CHROMIUM to where it is, and try again."
)


def check_python(version):
    """Stop with a sentence on a Python that is too old."""
    if version[:2] < (3, 11):
        sys.exit(
            f"The dashboard needs Python 3.11 or newer and this is {version[0]}.{version[1]}: "
            "install a newer one and name it, as in: make run PYTHON=python3.12"
        )


def prepare(kind):
    """Have what `kind` needs in `.venv`, noting there what was done, so that the next time needs no network."""
    pins = "".join((ROOT / name).read_text("utf-8") for name in PINS[kind])
    maker = f"{sys.version} of {sys._base_executable} for {VENV}"
    for step, wanted, do in (("made", maker, make), (kind, pins, lambda: install(PINS[kind]))):
        note = VENV / f"{step}.txt"
        if not note.exists() or note.read_text("utf-8") != wanted:
            do()
            note.write_text(wanted, "utf-8")


def make():
    """Make an empty `.venv`."""
    print("Making .venv.", flush=True)
    # Debian leaves this part of Python out.
    if not importlib.util.find_spec("ensurepip"):
        apt_install("python{}.{}-venv".format(*sys.version_info))
    if call([sys._base_executable, "-m", "venv", "--clear", VENV]):
        sys.exit("This Python cannot make .venv; on Debian: sudo apt-get install python3-venv, and try again.")


def install(files):
    """Install just what the files pin, by uv where it is there, else by pip."""
    print("Installing into .venv; this may take a few minutes, once.", flush=True)
    uv = shutil.which("uv")
    command = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install", "--no-input"]
    if call([*command, "--require-hashes", *(part for name in files for part in ("-r", name))]):
        sys.exit("What the dashboard needs could not be installed: check the network and try again.")


def prepare_programs():
    """Have the browser and LibreOffice for the tests, where we may install them; only the browser is a must."""
    for module, *packages in PROGRAMS:
        if not finds(module):
            apt_install(*packages)
    # Ubuntu has no browser that a container can run, so there it is playwright's.
    if not finds("tests.chromium"):
        call([PYTHON, "-m", "playwright", "install", *(["--with-deps"] if may_use_apt() else []), "chromium"])
    if not finds("tests.chromium"):
        sys.exit(NO_BROWSER)


def finds(module):
    """Whether a module of the tests finds the program that it looks for."""
    return subprocess.run([PYTHON, "-m", module], cwd=ROOT, capture_output=True).returncode == 0


def may_use_apt():
    """Whether apt-get is here and we may use it."""
    return shutil.which("apt-get") and os.geteuid() == 0


def apt_install(*packages):
    """Install packages of Debian where we may, from fresh lists, waiting for a machine that still updates itself."""
    if may_use_apt():
        apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120", "-y"]
        call([*apt, "update"])
        call([*apt, "install", "--no-install-recommends", *packages])


def call(command):
    """The exit status of a command run in the project's folder."""
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL).returncode


def run(port="8501"):
    """Serve the dashboard until it is stopped."""
    prepare("run")
    print(f"The dashboard opens at http://127.0.0.1:{port} (Ctrl+C stops it).", flush=True)
    # Streamlit's welcome advertises tools for programmers, so we have said where the dashboard is ourselves.
    return become(["-m", "streamlit", "run", SERVER, "--server.port", port, "--logger.hideWelcomeMessage=true"])


def become(arguments):
    """Run Python in this process's place, so that it gets Ctrl+C and every other signal itself."""
    if os.name == "nt":
        return call([PYTHON, *arguments])
    os.chdir(ROOT)
    os.execv(PYTHON, [PYTHON, *arguments])


def main(command="", *arguments):
    """Do what the command line asks; its exit status."""
    check_python(sys.version_info)
    if command == "run":
        return run(*arguments)
    if command == "serve":
        prepare("run")
        return become(["-m", "scripts.serve", *arguments])
    if command not in COMMANDS:
        sys.exit("python scripts/setup.py " + "|".join(["run", "serve", *COMMANDS]))
    prepare("test")
    if command in ("test", "bench"):
        prepare_programs()
    programs = [line.split() for line in COMMANDS[command]]
    if command == "lint" and not shutil.which("biome", path=str(PYTHON.parent)):
        print("JavaScript and CSS are not checked: the package of their linter is for Linux on x86-64 alone.")
        programs = [program for program in programs if program[0] != "biome"]
    return max([call([PYTHON.with_name(name), *rest, *arguments]) for name, *rest in programs])


if __name__ == "__main__":
    # Stopped by Ctrl+C, it ends without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main(*sys.argv[1:]))
