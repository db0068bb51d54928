"""What Streamlit and plotly say of themselves, in English only; the browser says it in the language in force."""

from analysis.caches import Cache
from analysis.text import N_, _, in_every_language, language

_words = Cache("words of Streamlit")
# By where they stand, so that the same word in somebody's table stays as it is; {} is what differs.
_THEIRS = {
    "a": (N_("Skip to main content"),),
    "header, .stSidebar": (
        N_("Sidebar"),
        N_("Collapse sidebar"),
        N_("Expand sidebar"),
        N_("App pages"),
        N_("Main menu"),
    ),
    "[data-testid=stMainMenuPopover]": (
        N_("Main menu"),
        N_("Theme"),
        N_("System"),
        N_("Light"),
        N_("Dark"),
        N_("Print"),
        N_("Rerun"),
        N_("Settings"),
        N_("Record screen"),
    ),
    "header": (N_("Stop"), N_("Running...")),
    ".stFileUploader": (N_("Upload"), N_("file upload"), N_("{}MB per file"), N_("Remove {}"), N_("Add files")),
    ".stMultiSelect, [role=listbox]": (
        N_("Selected values"),
        N_("Remove {}"),
        N_("Clear all"),
        N_("Open"),
        N_("No results"),
    ),
    ".stSelectbox": (N_("Open"),),
    ".stDialog": (N_("Close"), N_("Dismiss")),
    ".stElementToolbar, .stDataFrame": (
        N_("Show/hide columns"),
        N_("Search"),
        N_("Fullscreen"),
        N_("Close fullscreen"),
    ),
    ".modebar": (N_("Zoom in"), N_("Zoom out"), N_("Reset")),
}


def their_words() -> list[dict]:
    """where, from (in any other language, as they may stand there from before) and to (in the one in force)."""
    return _words.get(language(), _find_words)


def _find_words() -> list[dict]:
    return [
        {"where": where, "from": sorted(in_every_language(word) - {_(word)}), "to": _(word)}
        for where, words in _THEIRS.items()
        for word in words
    ]
