"""The choices made for a table, taken along as a file and used again."""

from functools import partial
from pathlib import PurePath

import streamlit as st

from analysis.intake.choices.choices import CHOICES_SUFFIX
from analysis.intake.choices.to_toml import write_choices
from analysis.intake.draft import Draft, leave_choices
from analysis.text import _
from widgets.your_table.bring import remake_draft


def show_choices(draft: Draft) -> None:
    """Offer what is chosen as a file; where an earlier table's choices are in force, say so and let them go."""
    if draft.recalled:
        st.info(_("The choices that were made for an earlier table are in force here."))
        anew = partial(leave_choices, draft)
        st.button(_("Propose everything anew"), key="leave-choices", on_click=remake_draft, args=(anew,))
    st.download_button(
        _("Take these choices along"),
        data=lambda: write_choices(draft.choices),
        file_name=f"{PurePath(draft.file).stem}{CHOICES_SUFFIX}",
        mime="application/toml",
        on_click="ignore",
        help=_(
            "A small text file. Bring it here with the next table of these columns, give it to the command line, or lay"
            " it beside the table that everyone sees."
        ),
    )
