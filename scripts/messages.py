"""Write locale/messages.pot: every text that a reader can meet, in code and in data, for those who translate."""

import csv
import json
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from scripts.setup import ROOT

TEMPLATE = ROOT / "locale" / "messages.pot"
FOLDERS = ("analysis", "api", "charts", "exports", "pages", "widgets")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# The columns of data/ whose words are ours and are shown to readers.
TEXT_COLUMNS = {
    "activities.csv": ("definition",),
    "aliases.csv": ("why",),
    "corrections.csv": ("why",),
    "events.csv": ("text",),
    "notes.csv": ("note", "elsewhere"),
}


def collect_messages(root: Path = ROOT) -> Catalog:
    """Every message of the code and the data, without places, so that only a changed text changes the file."""
    catalog = Catalog(project="Operations dashboard", charset="utf-8", fuzzy=False)
    for message, context in code_messages(root):
        catalog.add(message, context=context)
    for text in data_messages(root / "data"):
        catalog.add(text)
    return catalog


def code_messages(root: Path) -> list[tuple[str | tuple[str, ...], str | None]]:
    """The messages that the code marks, each with its context or none; a counted one is its two forms."""
    files = [*root.glob("*.py"), *(file for folder in FOLDERS for file in (root / folder).rglob("*.py"))]
    return [
        (found[1], found[3]) for file in sorted(files) for found in extract_from_file("python", file, keywords=KEYWORDS)
    ]


def data_messages(folder: Path) -> list[str]:
    """The texts that stand in data files, the title of the built-in table among them."""
    texts = [json.loads((folder / "datapackage.json").read_text("utf-8"))["title"]]
    for name, columns in TEXT_COLUMNS.items():
        with (folder / name).open(encoding="utf-8", newline="") as file:
            texts += [row[column] for row in csv.DictReader(file) for column in columns]
    return [text for text in texts if text]


def template() -> bytes:
    """What locale/messages.pot must hold, sorted."""
    written = BytesIO()
    write_po(written, collect_messages(), omit_header=True, no_location=True, sort_output=True, width=110)
    return b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n' + written.getvalue()


def main() -> int:
    """Write the file; always 0."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(template())
    return 0


if __name__ == "__main__":
    sys.exit(main())
