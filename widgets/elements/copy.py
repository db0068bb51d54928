"""A button that puts text on the clipboard."""

from widgets.elements.component import component


def show_copy_button(text: str, label: str, done: str) -> None:
    """Show a button that copies `text`."""
    show = component(
        "copy",
        "<button type='button'></button>",
        scripts=("elements/copy.js",),
        styles=("elements/copy.css",),
        isolate_styles=True,
    )
    show(data={"text": text, "label": label, "done": done}, key="copy")
