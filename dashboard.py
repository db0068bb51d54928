"""What `streamlit run` runs: page frame, navigation, the page, filters, link."""

from contextlib import suppress
from time import perf_counter

import streamlit as st

from analysis.errors import InputError
from analysis.parts.together import set_check, set_occasion
from analysis.text import _, set_language
from widgets.details import show_details
from widgets.download.embedded import is_embedded, show_alone, show_origin
from widgets.elements.escape import escape_markdown
from widgets.elements.log import log_view
from widgets.elements.sign_out import show_sign_out
from widgets.filters.filters import show_clear_filters, show_filters
from widgets.frame.header import show_table
from widgets.frame.heading import tab_title
from widgets.frame.language import choose_language, show_language_switch
from widgets.frame.link import read_view, write_view
from widgets.frame.marks import show_marks
from widgets.frame.navigation import PAGES_FOLDER, THEME, page_code, show_navigation
from widgets.frame.page import PageEnd
from widgets.frame.session import held, hold, take_held
from widgets.frame.tables import current_table, hold_table
from widgets.frame.view import current_view, select_current

started = perf_counter()
set_language(choose_language())
st.set_page_config(page_title=_("Operations dashboard"), layout="wide", initial_sidebar_state="auto")
st.html(THEME)
if is_embedded():
    show_alone()
page = show_navigation()
# Before the view is read, so that what it says of another table is said on the page that opens.
if target := take_held("go_to"):
    st.switch_page(PAGES_FOLDER / f"{target}.py")
try:
    table = hold_table()
except InputError as error:
    st.error(escape_markdown(str(error)))
    st.stop()
read_view(page_code(page), table)
set_occasion(page_code(page))
# Streamlit ends the run of a view that has been left at the next look at its session.
set_check(lambda: held("view"))
table = current_table()
hold("framed", True)
st.set_page_config(page_title=tab_title(page_code(page), select_current(table)))
show_language_switch()
show_table()
if not is_embedded():
    # The sidebar has its room before the page comes, which then stays where it is.
    show_clear_filters()
try:
    # The page comes first: its numbers are on screen while the browser still draws the filters.
    with suppress(PageEnd):
        page.run()
        show_details(select_current(table))
except InputError as error:
    # Workers that hold the table are not reached, and this view is one that nobody has seen before.
    st.error(escape_markdown(str(error)))
finally:
    show_marks()
    with suppress(InputError):
        if is_embedded():
            show_origin(select_current(table))
        else:
            show_filters(select_current(table))
            show_sign_out()
    write_view()
    log_view(current_view(), perf_counter() - started)
