"""The workbook to fill in, as a download."""

import streamlit as st

from analysis.text import _
from exports.excel.blank_template import template_xlsx
from widgets.frame.tables import current_table


def show_template() -> None:
    """Offer the workbook to fill in."""
    table = current_table()
    st.download_button(
        _("Download a template (Excel)"),
        data=lambda: template_xlsx(table),
        file_name="operations_template.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        help=_("A workbook to fill in, with lists to choose from and a sheet that explains."),
    )
