"""What kind of file some bytes are, by their content and never by a name."""

import io
import lzma
import re
import struct
import zipfile
import zlib

from analysis.errors import InputError
from analysis.text import N_, _

_MAGIC = [
    (b"\x1f\x8b", N_("This is a gzip file, packed. Unpack it and bring the table that is inside.")),
    (b"BZh", N_("This is a bzip2 file, packed. Unpack it and bring the table that is inside.")),
    (b"\xfd7zXZ", N_("This is an xz file, packed. Unpack it and bring the table that is inside.")),
    (b"\x28\xb5\x2f\xfd", N_("This is a zstd file, packed. Unpack it and bring the table that is inside.")),
    (b"7z\xbc\xaf", N_("This is a 7z file, packed. Unpack it and bring the table that is inside.")),
    (b"Rar!", N_("This is a RAR file, packed. Unpack it and bring the table that is inside.")),
    (b"%PDF", N_("This is a PDF, not a table. Ask for the table behind it as .xlsx or CSV.")),
    (b"\x89PNG", N_("This is a picture, not a table. Ask for the table behind it as .xlsx or CSV.")),
    (b"\xff\xd8\xff", N_("This is a picture, not a table. Ask for the table behind it as .xlsx or CSV.")),
    (b"SQLite format 3", N_("This is an SQLite database. Export the table you need from it as CSV.")),
    (b"ARROW1", N_("This is an Arrow file. Save it as Parquet or CSV.")),
    (b"{\\rtf", N_("This is a text document (RTF), not a table. Save the table in it as .xlsx or CSV.")),
]
_HTML = re.compile(
    r"\s*+(?><!--(?>[^-]++|-(?!->))*+-->\s*+)*+<(!doctype|html|head|body|table|meta|div)\b", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml|\s*<[a-z][\w:-]*[\s>/]", re.IGNORECASE)
_OUR_JSON = re.compile(rb'\{"about": \{')
_JSON = re.compile(r"\s*(\{\s*(\"|\})|\[\s*(\{|\[|\]|\"|-?\d+\s*[,\]]))")


# What Python's reading of ZIP files may raise where one is damaged.
DAMAGED = (
    zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error, lzma.LZMAError,
    struct.error,
)  # fmt: skip


def find_kind(content: bytes) -> str:
    """text, excel, parquet, or package or json of ours; InputError says what else the content is."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError(_("The file is empty: there is no table in it."))
    for magic, sentence in _MAGIC:
        if content.startswith(magic):
            raise InputError(_(sentence))
    if content.startswith(b"PAR1"):
        return "parquet"
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise InputError(_(_ole_sentence(content)))
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(content)
    # Any other JSON is refused as the text that it is.
    return "json" if _OUR_JSON.match(content) else "text"


def check_text(text: str) -> None:
    """Raise InputError where the beginning of a text shows that it is HTML, XML or JSON."""
    if _HTML.match(text):
        raise InputError(
            _("This is a web page (HTML), not a table. Open it in a spreadsheet and save it as .xlsx or CSV.")
        )
    if _XML.match(text):
        raise InputError(_("This is XML, not a table. Open it in a spreadsheet and save it as .xlsx or CSV."))
    if _JSON.match(text):
        raise InputError(_("This is JSON, not a table. Save it as .xlsx or CSV with one row for each operation."))


def _ole_sentence(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return N_("This workbook is protected by a password. Save it without one and bring it again.")
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return N_("This is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as .xlsx.")
    return N_("This is an old Office file, not a table. Save the table in it as .xlsx or CSV.")


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            kinds = _beginning(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
            mimetype = _beginning(archive, "mimetype") if "mimetype" in names else b""
    except DAMAGED:
        raise InputError(_("This is a damaged ZIP or Excel file. Save it once more and bring it again.")) from None
    if "xl/vbaProject.bin" in names or b"ms-excel.sheet.macroEnabled.main+xml" in kinds:
        raise InputError(_("This workbook holds macros (.xlsm). Save it as .xlsx, without them, and bring it again."))
    if b"opendocument" in mimetype:
        raise InputError(_("This is an OpenDocument file (.ods). Save it as .xlsx or CSV and bring it again."))
    if "xl/workbook.bin" in names:
        raise InputError(_("This is a binary workbook (.xlsb). Save it as .xlsx and bring it again."))
    if "xl/workbook.xml" in names or b"spreadsheetml.sheet.main" in kinds:
        return "excel"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise InputError(_("This is a document, not a workbook. Save the table in it as .xlsx or CSV."))
    if {"datapackage.json", "operations.csv"} <= names:
        return "package"
    raise InputError(_("This is a ZIP file, packed. Unpack it and bring the table that is inside."))


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a packed file; the whole may be as large as someone hostile likes."""
    with archive.open(name) as stream:
        return stream.read(200_000)
