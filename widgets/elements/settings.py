"""The page's own settings, drawn as a row of choices and kept in the link."""

from collections.abc import Callable

from analysis.text import _
from widgets.elements.changes import number_parts, pack_parts, take_changes
from widgets.elements.component import component
from widgets.frame.view import change_settings, current_view


def show_settings(choices: list[tuple[str, str, dict[str, str]]], part: str = "") -> None:
    """A row of choices: the setting's name, its title, its codes with the names to show; `part` names a second row."""
    parts = [
        {
            "kind": "choice",
            "name": name,
            "title": title,
            "options": [{"code": code, "name": text} for code, text in names.items()],
            "value": chosen_option(name, names),
        }
        for name, title, names in choices
    ]
    allowed = {name: set(names) for name, _title, names in choices}

    def take() -> None:
        for name, value in take_changes(key).items():
            if value in allowed.get(name, ()):
                change_settings(**{name: value})

    key = f"settings-{current_view().page}{part}"
    data = number_parts(pack_parts(parts, _("Settings")), key)
    choices_component()(data=data, key=key, on_change_change=take)


def chosen_option(name: str, options: dict[str, str]) -> str:
    """The option of a setting in force, the first where the link names none that there is."""
    value = getattr(current_view().settings, name)
    return value if value in options else next(iter(options), "")


def choices_component() -> Callable:
    """The component of the filters, with its parts in a row."""
    return component(
        "settings",
        "<details class='fold'><summary></summary><div class='filters'></div></details>",
    )
