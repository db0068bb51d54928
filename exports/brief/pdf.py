"""A one-page brief as a tagged PDF (PDF/UA-1), set by typst where it is installed."""

import json
from datetime import UTC
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from analysis.errors import InputError
from analysis.text import _, from_right, language
from exports.brief.brief import Brief, make_brief
from exports.brief.rows import BriefRow, brief_more, brief_rows
from exports.brief.slides.slide import plain_text
from exports.brief.svg import spell_strip
from exports.brief.web_page import MOST_ROWS, ROWS_WITH_MEANING, brief_charts, first_year
from exports.handover import Handover

_TEMPLATE = Path(__file__).with_name("brief.typ")
# The first is in the package, so that every machine sets the page the same; the others have further scripts.
_FONTS = ["Libertinus Serif", "Noto Naskh Arabic", "Noto Serif", "DejaVu Sans"]


def check_pdf(_handover: Handover) -> None:
    """InputError says how to have PDFs where what makes them is not installed."""
    if not find_spec("typst"):
        raise InputError(_("For PDFs this needs one more package: pip install -r requirements-pdf.txt."))


def brief_pdf(handover: Handover) -> bytes:
    """The brief of a view as PDF/UA-1: one page of A4, tagged, in the order in which it is read out."""
    check_pdf(handover)
    from typst import TypstError

    told = json.dumps(_plain(_told(make_brief(handover), handover)), ensure_ascii=False)
    try:
        return _set(told, handover, ["ua-1"])
    except TypstError:
        # A letter that no font of this machine has keeps a page from the standard, and nothing else does: it is tagged
        # all the same.
        return _set(told, handover, [])


def _set(told: str, handover: Handover, standards: list[Any]) -> bytes:
    from typst import compile as set_page

    made, inputs = handover.made.replace(tzinfo=UTC), {"brief": told}
    return set_page(_TEMPLATE.read_bytes(), sys_inputs=inputs, timestamp=made, pdf_standards=standards)


def _plain(value: Any) -> Any:
    """The same without letters that no file can hold."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return plain_text(value) if isinstance(value, str) else value


def _told(brief: Brief, handover: Handover) -> dict[str, Any]:
    """All that the template says, in plain values."""
    rows, made = brief_rows(handover, MOST_ROWS), handover.made
    after = handover.selected.snapshot.as_of.year + 1
    return {
        "language": language(),
        "from_right": from_right(),
        "fonts": _FONTS,
        "title": brief.message,
        "subject": brief.subject,
        "made": {"year": made.year, "month": made.month, "day": made.day},
        "tiles": brief.tiles,
        "charts": [chart._asdict() for chart in brief_charts(brief, handover.selected)],
        "standouts_title": _("What stands out"),
        "standouts": brief.standouts,
        "columns": [_("Operation"), _("Activities"), _("Years so far"), _("Period as read")],
        "span": [str(first_year(rows, after)), str(after - 1)],
        "rows": _rows(rows, after),
        "none": _("No operation meets these conditions."),
        "more": [brief_more(handover, count) for count in range(len(rows) + 1)],
        "meanings_title": _("What the activities are"),
        "meanings": _meanings(brief) if handover.selected.count <= ROWS_WITH_MEANING else [],
        "notes": brief.notes,
        "origin": [(label, text, text.startswith(("http://", "https://"))) for label, text in brief.origin],
    }


def _rows(rows: list[BriefRow], after: int) -> list[dict[str, str]]:
    first = first_year(rows, after)
    return [
        {"name": row.name, "activities": row.activities, "years": row.years, "period": row.period,
         "svg": spell_strip(row, first, after)}
        for row in rows
    ]  # fmt: skip


def _meanings(brief: Brief) -> list[tuple[str, str]]:
    told = zip(brief.activities["label"], brief.activities["meaning"], strict=True)
    return [(label, meaning) for label, meaning in told if meaning]
