"""What stands out in a selection, each line leading on to what it speaks of."""

from analysis.counts.ask import ask
from analysis.findings import find_standouts
from analysis.selection.select import Selected
from analysis.text import _
from widgets.elements.changes import sent
from widgets.elements.component import component
from widgets.frame.navigation import PAGE_TITLES
from widgets.frame.view import change_selection, go_to


def show_standouts(selected: Selected) -> None:
    """Show what stands out against chance, a line each; nothing where nothing does."""
    found = ask(selected, find_standouts)
    if not found:
        return

    def take_open() -> None:
        position = sent("standouts").get("open")
        if isinstance(position, int) and 0 <= position < len(found):
            if found[position].selection is not None:
                change_selection(found[position].selection)
            go_to(_page_of(found[position]))

    lines = [
        {"text": finding.text, "lead": _("See {page}").format(page=_(PAGE_TITLES[_page_of(finding)]))}
        for finding in found
    ]
    show = component(
        "standouts",
        "<div class='part'><h2></h2><ul class='standouts'></ul></div>",
    )
    show(data={"title": _("What stands out"), "lines": lines}, key="standouts", on_open_change=take_open)


def _page_of(finding) -> str:
    return finding.page if finding.page in PAGE_TITLES else "operations"
