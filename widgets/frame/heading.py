"""What a page is about: its name, the selection in words, the conditions to let go, and the link to copy."""

from dataclasses import dataclass

from analysis.selection.conditions import list_conditions
from analysis.selection.select import Selected
from analysis.selection.selection import Selection
from analysis.selection.sentence import describe_conditions
from analysis.text import _, ngettext
from widgets.elements.changes import sent
from widgets.elements.component import component
from widgets.filters.changes import drop_outside
from widgets.frame.navigation import PAGE_TITLES
from widgets.frame.session import hold
from widgets.frame.tables import current_table
from widgets.frame.view import change_selection


def tab_title(page: str, selected: Selected) -> str:
    """The title of the browser's tab: the page and what it speaks of."""
    counted = ngettext("{page}: {count} operation", "{page}: {count} operations", selected.count).format(
        page=_(PAGE_TITLES[page]), count=selected.count
    )
    return " ".join([counted, _(", ").join(describe_conditions(selected))]).strip()


@dataclass(frozen=True, eq=False)
class Heading:
    """The name of a page, the selection in words with notes, what the page says of it beside, and the operations whose
    conditions can be let go."""

    title: str
    sentence: str
    notes: list[str]
    headline: str = ""
    conditions_of: Selected | None = None


def show_heading(heading: Heading) -> None:
    """Show what heads a page.

    The sentence stays in the document from run to run, so that a reader of the screen hears when it changes.
    """
    conditions = list_conditions(heading.conditions_of) if heading.conditions_of else []

    def take_removed() -> None:
        text = sent("heading").get("remove")
        for condition in conditions:
            if condition.text == text:
                selection, dropped = drop_outside(condition.without, current_table())
                hold("dropped", dropped)
                change_selection(selection)
                return

    show = component(
        "heading",
        "<div class='heading'><h1 tabindex='-1'></h1>"
        "<p role='status'><span class='sentence'></span><span class='headline'></span></p>"
        "<p class='notes'></p><ul class='chips'></ul><p class='printed'></p></div>",
    )
    data = {
        "title": heading.title,
        "sentence": heading.sentence,
        "headline": heading.headline,
        "notes": heading.notes,
        "chips": [
            [each.text, _("{condition}: remove this condition").format(condition=each.text)] for each in conditions
        ],
        "clear": _("Clear all"),
    }
    show(
        data=data,
        key="heading",
        on_remove_change=take_removed,
        on_clear_change=lambda: change_selection(Selection()),
    )
