"""Bytes to text: which encoding they are in, where they are broken, and texts that were read in a wrong one before."""

import codecs
import io
import re

import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.sheet import Note
from analysis.reading.headings import is_heading
from analysis.text import N_, _

MIXED = N_("The file is in two encodings: from line {line} on {count:,} of its lines are read as {encoding}.")
CYRILLIC = N_("The file is read as Windows-1251, the Cyrillic letters of Windows.")
ASSUMED = N_("The file is no UTF-8 text; it is read as {encoding}.")
_NAMES = {
    "cp1256": "Windows-1256", "koi8-r": "KOI8-R", "cp1250": "Windows-1250", "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
}  # fmt: skip
_LONGEST_LINE = 2_000
# So many letters show which they are.
_FEW_LETTERS = 12
MENDED = N_("{count:,} texts were read in the wrong encoding before they came here and are mended: {was!r} is {now!r}.")
# The letter that the first byte of a letter of two or three bytes becomes, before one that a later byte becomes.
_SIGN = (
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
# Cyrillic letters in UTF-8 begin with bytes that Windows-1251 has as these.
_CYRILLIC_SIGN = "(?:[РСТ][\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2013-\u203a\u20ac\u2116\u2122\u0490\u0491]){2}"
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


def settle_encoding(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """The content in one encoding, and what is said of it: UTF-8 and Windows lines in one file, Cyrillic of Windows."""
    # Who wrote a mark of UTF-8 may still have pasted lines of another encoding behind it.
    content = content.removeprefix(codecs.BOM_UTF8) if _broken_at(content, "utf-8") is not None else content
    if content.startswith(tuple(bom for bom, _name in _BOMS)) or b"\x00" in content:
        return content, ()
    broken = _broken_at(content, "utf-8")
    if broken is None or (broken >= len(content) - 3 and _is_cut(content[broken:])):
        return content, ()
    high = [line for line in content.split(b"\n") if not line.isascii()]
    if all(_broken_at(line, "utf-8") is not None for line in high):
        if encoding := _known_by_headings(content):
            return content.decode(encoding, "replace").encode(), (Note(ASSUMED, (("encoding", _NAMES[encoding]),)),)
        if not _is_cyrillic(high):
            assumed = (Note(ASSUMED, (("encoding", "Windows-1252"),)),)
            return content, assumed if _broken_at(content, "cp1252") is None else ()
        return content.decode("cp1251", "replace").encode(), (Note(CYRILLIC),)
    return _mixed(content)


def _known_by_headings(content: bytes) -> str:
    """The encoding other than those of west and Cyrillic Windows in which more words of the first line that is not
    ASCII are known headings; "" where there is none."""
    line = next((line for line in content.split(b"\n") if not line.isascii()), b"")[:_LONGEST_LINE]
    known = {name: _count_headings(line.decode(name, "replace")) for name in ("cp1251", "cp1252", *_NAMES)}
    best = max(known, key=lambda name: known[name])
    return best if best in _NAMES else ""


def _count_headings(line: str) -> int:
    return sum(is_heading(cell.strip(' "\r')) for cell in re.split(r"[,;\t|]", line))


def _is_cyrillic(lines: list[bytes]) -> bool:
    """Whether letters beyond ASCII stand in words of their own, as Cyrillic ones do; those of the west stand singly."""
    words = [word for line in lines for word in re.findall(rb"[\xa5\xa8\xaa\xaf\xb2-\xb4\xb8\xba\xbf-\xff]+", line)]
    letters = sum(map(len, words))
    return letters >= _FEW_LETTERS and sum(len(word) for word in words if len(word) > 2) >= 0.8 * letters


def _mixed(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """Each line in the encoding that it is in; the fewer of both kinds are named."""
    lines = content.split(b"\n")
    windows = [number for number, line in enumerate(lines) if _broken_at(line, "utf-8") is not None]
    if any(_broken_at(lines[number], "cp1252") is not None for number in windows):
        return content, ()
    for number in windows:
        lines[number] = lines[number].decode("cp1252").encode()
    utf8 = [number for number, line in enumerate(lines) if not line.isascii() and number not in set(windows)]
    fewer, name = (windows, "Windows-1252") if len(windows) <= len(utf8) else (utf8, "UTF-8")
    named = (("count", len(fewer)), ("line", fewer[0] + 1), ("encoding", name))
    return b"\n".join(lines), (Note(MIXED, named),)


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


def mend_texts(header: list[str], cells: pd.DataFrame) -> tuple[list[str], pd.DataFrame, tuple[Note, ...]]:
    """Headings and cells with such texts mended, and a note where there were any."""
    mended: dict[str, str] = {}
    for column in cells:
        for text in cells[column][cells[column].str.contains(f"{_SIGN}|{_CYRILLIC_SIGN}", regex=True)].unique():
            if (now := _mend(text)) != text:
                mended[text] = now
    headed = [_mend(heading) for heading in header]
    mended |= {was: now for was, now in zip(header, headed, strict=True) if was != now}
    if not mended:
        return header, cells, ()
    was, now = next(iter(mended.items()))
    note = Note(MENDED, (("count", len(mended)), ("was", was[:60]), ("now", now[:60])))
    return headed, cells.apply(lambda column: column.replace(mended)), (note,)


def _mend(text: str) -> str:
    """The text read rightly; as it stands where it would be no UTF-8, as words with such letters are."""
    for encoding, sign in (("cp1252", _SIGN), ("cp1251", _CYRILLIC_SIGN)):
        if not re.search(sign, text):
            continue
        try:
            # What was read twice so is mended twice.
            return _mend(text.encode(encoding).decode("utf-8"))
        except UnicodeError:
            continue
    return text
