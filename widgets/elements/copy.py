"""A button that puts text on the clipboard."""

from widgets.elements.component import component


def show_copy_button(name: str, text: str, label: str, done: str) -> None:
    """Show a button that copies `text`, or the page's address where there is none, and says that it is done."""
    show = component(
        "copy",
        "<button type='button'></button><span role='status'></span>",
    )
    show(data={"text": text, "label": label, "done": done}, key=f"copy-{name}")
