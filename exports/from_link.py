"""A link, as it was copied from the address line, to what a file of its view is made from."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from analysis.errors import InputError
from analysis.selection.select import select
from analysis.selection.selection import Selection, canonical
from analysis.selection.settings import PAGE_SETTINGS, OperationsSettings, TerritorySettings, read_columns
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary
from analysis.text import _, language, languages
from analysis.trust.switched_off import table_without
from analysis.view import LANGUAGE_PARAMETER, TABLE_PARAMETER, View
from exports.handover import Handover
from exports.version import VERSION

_HOME = ("", "start")
_FRAMING = ("embed", "embed_options")


def split_link(link: str) -> tuple[str, str, dict[str, list[str]]]:
    """The address of a link without its parameters, the code of its page, and the parameters."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        text = _("{link} is no address; copy the link from the address line of a page.")
        raise InputError(text.format(link=link.strip()[:80])) from None
    last = parts.path.rpartition("/")[2]
    page = "overview" if last in _HOME else last
    if page not in PAGE_SETTINGS:
        raise InputError(
            _("{name} is no page of the dashboard; copy the link from its address line.").format(name=page[:80])
        )
    address = parts._replace(query="", fragment="").geturl()
    query = parse_qs(parts.query, keep_blank_values=True)
    # How a page is framed is no part of its view.
    return address if parts.netloc else "", page, {name: query[name] for name in query if name not in _FRAMING}


def link_language(query: Mapping[str, list[str]]) -> str:
    """The language that a link names, the one in force where it names none; InputError where there is no such."""
    (code, *_more) = query.get(LANGUAGE_PARAMETER, [language()])
    if code not in languages():
        raise InputError(_means_nothing(LANGUAGE_PARAMETER, code, ", ".join(languages())))
    return code


def read_link(link: str, source: Table, own: bool = False) -> Handover:
    """The view of a link in a table with all its readings in force; InputError says what in the link means nothing.

    own: whether the table was brought for this link, so that one that names a table of somebody's own is meant.
    """
    address, page, query = split_link(link)
    if not own and (names := query.get(TABLE_PARAMETER)):
        raise InputError(
            _("The link is about a table of somebody's own, {file}: name it by --table.").format(file=names[0][:80])
        )
    view, wrong = View.from_query(page, query, source)
    if wrong:
        raise InputError(wrong[0])
    table = table_without(source, view.off)
    view = replace(view, selection=_page_selection(view, table), table=source.file if own else "")
    columns = (*OPERATION_COLUMNS, *further_columns(table))
    if isinstance(view.settings, OperationsSettings):
        columns = tuple(read_columns(view.settings.columns, table))
    return Handover(select(table, view.selection), view, columns, address or None, version=VERSION)


def _page_selection(view: View, table: Table) -> Selection:
    """The filters of a view; on the page of a territory all its operations, whatever the filters say."""
    if not isinstance(view.settings, TerritorySettings) or not view.settings.iso3:
        return view.selection
    iso3, known = view.settings.iso3.upper(), vocabulary(table)["territory"]
    if iso3 not in known:
        raise InputError(_means_nothing("iso3", view.settings.iso3, _("the ISO3 code of a territory")))
    return canonical(Selection(territory=(iso3,), as_of=view.selection.as_of), table)


def _means_nothing(name: str, value: str, allowed: str) -> str:
    text = _("{name}={value} means nothing here; allowed: {allowed}.")
    return text.format(name=name, value=value[:80], allowed=allowed)
