"""Bytes to text: which encoding they are in, and where they are broken."""

import codecs
import io

from analysis.errors import InputError
from analysis.text import _

_BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def open_text(content: bytes) -> tuple[io.TextIOWrapper, str]:
    """The content as text to read through, line ends untouched, and the encoding; InputError where it is none."""
    encoding = find_encoding(content)
    return io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline=""), encoding


def find_encoding(content: bytes) -> str:
    """The encoding that the whole content can be read in; InputError names the line where it cannot."""
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None) or _without_bom(content)
    broken = _broken_at(content, encoding)
    if broken is None:
        return encoding
    line = content[:broken].count(b"\n") + 1
    raise InputError(
        _("Line {line}: this is not {encoding} text. Save the table once more.").format(
            line=line, encoding=encoding.removesuffix("-sig").upper()
        )
    )


def _without_bom(content: bytes) -> str:
    head = content[:4000]
    if b"\x00" in head:
        for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
            if len(zeros) > 1 and zeros.count(0) > 0.6 * len(zeros):
                return name
    if (zero := content.find(b"\x00")) >= 0:
        line = content[:zero].count(b"\n") + 1
        raise InputError(
            _("Line {line} holds a zero byte: this is no text. Save the table as .xlsx or CSV.").format(line=line)
        )
    broken = _broken_at(content, "utf-8")
    if broken is None:
        return "utf-8"
    if broken >= len(content) - 3 and _is_cut(content[broken:]):
        line = content[:broken].count(b"\n") + 1
        raise InputError(
            _("Line {line}: the file is cut off in the middle of a letter. Get it whole.").format(line=line)
        )
    # A file that is UTF-8 elsewhere is a broken one, not a Windows one.
    if not content[:broken].isascii() or _broken_at(content, "cp1252") is not None:
        return "utf-8"
    return "cp1252"


def _broken_at(content: bytes, encoding: str) -> int | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    step = 1 << 20
    for begin in range(0, len(content), step):
        try:
            decoder.decode(content[begin : begin + step], final=begin + step >= len(content))
        except UnicodeDecodeError as error:
            # The decoder counts from what it kept of the step before.
            kept = len(error.object) - len(content[begin : begin + step])
            return begin - kept + error.start
    return None


def _is_cut(tail: bytes) -> bool:
    needed = {0xC: 2, 0xD: 2, 0xE: 3, 0xF: 4}.get(tail[0] >> 4, 0)
    return len(tail) < needed and all(0x80 <= byte < 0xC0 for byte in tail[1:])
