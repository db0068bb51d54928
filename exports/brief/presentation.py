"""A one-page brief as a PowerPoint slide whose charts, map and table can be edited."""

import io
from pathlib import Path

from pptx import Presentation

from exports.brief.brief import make_brief
from exports.brief.first_slide import MOST_PERIODS, add_first
from exports.brief.slide import plain_text
from exports.brief.timeline_slide import add_second
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
    facts = presentation.core_properties
    facts.title, facts.author, facts.comments = plain_text(brief.title)[:255], "", handover.link[:255]
    facts.created = facts.modified = handover.made
    facts.last_modified_by, facts.revision = "", 1
    file = io.BytesIO()
    presentation.save(file)
    return repack_office(file.getvalue(), handover.made)
