"""The shape of a section of the About page."""

Section = tuple[str, list[str]]


def bullets(items: list[str]) -> str:
    """The items as one Markdown list."""
    return "\n".join(f"- {item}" for item in items)
