"""A one-page brief as a PowerPoint slide whose charts, map and table can be edited."""

import io
from pathlib import Path

from pptx import Presentation
from pptx.oxml.ns import qn

from analysis.signs import holds_letters_from_right
from analysis.text import from_right, language
from exports.brief.brief import make_brief
from exports.brief.slides.first_slide import MOST_PERIODS, add_first
from exports.brief.slides.slide import plain_text
from exports.brief.slides.timeline_slide import add_second
from exports.handover import Handover
from exports.package.repack import repack_office

_LAYOUT = Path(__file__).with_name("brief.pptx")


def brief_pptx(handover: Handover) -> bytes:
    """The brief of a view as a presentation: a slide, and a second one with the periods of many operations."""
    presentation = Presentation(str(_LAYOUT))
    brief = make_brief(handover)
    add_first(presentation, brief, handover)
    if handover.selected.count > MOST_PERIODS:
        add_second(presentation, brief, handover)
    for slide in presentation.slides:
        _say_language(slide)
        if from_right():
            _mirror(slide, presentation.slide_width)
    facts = presentation.core_properties
    facts.title, facts.author, facts.comments = plain_text(brief.title)[:255], "", handover.link[:255]
    facts.created = facts.modified = handover.made
    facts.last_modified_by, facts.revision, facts.language = "", 1, language()
    file = io.BytesIO()
    presentation.save(file)
    return repack_office(file.getvalue(), handover.made)


def _say_language(slide) -> None:
    """Say of each text which language it is in, and of each paragraph from where it is written."""
    for properties in slide.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        properties.set("lang", language())
    if from_right():
        for paragraph in slide.element.iter(qn("a:p")):
            properties = paragraph.get_or_add_pPr()
            properties.set("algn", "r")
            # 1999 - 2001 reads from the left there too.
            if holds_letters_from_right("".join(paragraph.itertext())):
                properties.set("rtl", "1")


def _mirror(slide, width: int) -> None:
    """Lay out a slide from the right: what stood on the left, and the first column of a table, stand there."""
    for shape in slide.shapes:
        left, top, wide, high = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.top, shape.width, shape.height = width - left - wide, top, wide, high
    for table in slide.element.iter(qn("a:tblPr")):
        table.set("rtl", "1")
