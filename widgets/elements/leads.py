"""Lines of text, each with a button that leads on."""

from collections.abc import Callable

from widgets.elements.changes import sent
from widgets.elements.component import component


def show_leads(
    key: str, title: str, leads: list[tuple[str, str]], choose: Callable[[int], None], in_row: bool = False
) -> None:
    """Show (button, text) pairs under a title; `choose` gets the place of the one that is pressed."""

    def take() -> None:
        position = sent(key).get("choose")
        if isinstance(position, int) and 0 <= position < len(leads):
            choose(position)

    html = "<div class='leads'><h2></h2><ul></ul></div>"
    show = component("leads", html)
    show(data={"title": title, "leads": leads, "inRow": in_row}, key=key, on_choose_change=take)
