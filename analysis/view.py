"""A view: page, filters, settings, readings switched off, language. One frozen value, the same as its link.

The session holds it, the link is it, the data API parses it, a file is made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from analysis.selection.selection import Selection, from_query, parameters, to_query
from analysis.selection.settings import (
    PAGE_SETTINGS,
    SECOND_SELECTIONS,
    Settings,
    codes_of_columns,
    read_settings,
    setting_fields,
    settings_query,
)
from analysis.table.table import Table
from analysis.text import _, languages
from analysis.trust.switched_off import table_without
from analysis.trust.switches import PARAMETER as OFF_PARAMETER
from analysis.trust.switches import read_off

LANGUAGE_PARAMETER = "lang"
# Names a session's own table, so that whoever gets the link knows what it is about.
TABLE_PARAMETER = "table"


@dataclass(frozen=True)
class View:
    """What a page shows.

    second: the selection beside the one in force, on pages that compare.  off: the codes of the readings that are
    switched off.  language: "" where nobody chose one.  table: the file of a table of the user's own, "" for the one
    that everyone sees.
    """

    page: str = "overview"
    selection: Selection = field(default_factory=Selection)
    second: Selection = field(default_factory=Selection)
    settings: Settings = field(default_factory=Settings)
    off: tuple[str, ...] = ()
    language: str = ""
    table: str = ""

    @staticmethod
    def from_query(page: str, query: Mapping[str, list[str]], source: Table) -> tuple["View", list[str]]:
        """The view that link parameters name on a page, and a sentence for each value or name that means nothing.

        The source is the table with all its readings in force.
        """
        off, kept_on = read_off(query.get(OFF_PARAMETER, []), source)
        table = table_without(source, off)
        selection, ignored = from_query(query, table)
        settings, unset = read_settings(page, query, codes_of_columns(table))
        second, unset_second = Selection(), list[str]()
        if page in SECOND_SELECTIONS:
            second, unset_second = from_query(query, table, SECOND_SELECTIONS[page])
        language, own = (next(iter(query.get(name, [])), "") for name in (LANGUAGE_PARAMETER, TABLE_PARAMETER))
        # What nobody speaks would be written into each link of the view again.
        view = View(page, selection, second, settings, off, language if language in languages() else "", own)
        unknown = _unknown_language(language) + _unknown_names(page, query, table)
        return view, kept_on + ignored + unset + unset_second + unknown

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of the link that opens the view: codes only, nothing for what is as it is by default."""
        second = to_query(self.second, SECOND_SELECTIONS[self.page]) if self.page in SECOND_SELECTIONS else {}
        further = {
            LANGUAGE_PARAMETER: [self.language] if self.language else [],
            TABLE_PARAMETER: [self.table] if self.table else [],
        }
        off = {OFF_PARAMETER: list(self.off)} if self.off else {}
        settings = settings_query(self.settings, self.page)
        return to_query(self.selection) | off | second | settings | {k: v for k, v in further.items() if v}


def link_to(address: str, query: Mapping[str, list[str]]) -> str:
    """The address with these parameters, written as the pages write them."""
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


def default_view(page: str) -> View:
    """A page with nothing chosen."""
    return View(page, settings=PAGE_SETTINGS[page]())


def _unknown_language(code: str) -> list[str]:
    if not code or code in languages():
        return []
    text = _("{name}={value} means nothing here; allowed: {allowed}.")
    return [text.format(name=LANGUAGE_PARAMETER, value=code[:80], allowed=", ".join(languages()))]


def _unknown_names(page: str, query: Mapping[str, list[str]], table: Table) -> list[str]:
    own = parameters(table)
    second = [SECOND_SELECTIONS[page] + name for name in own] if page in SECOND_SELECTIONS else []
    known = {*own, *setting_fields(page), *second, OFF_PARAMETER, LANGUAGE_PARAMETER, TABLE_PARAMETER}
    return [
        _("{name} is no filter or setting of this page.").format(name=name[:80]) for name in query if name not in known
    ]
