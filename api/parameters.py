"""Every parameter that a page writes to its link, and what it can be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analysis.caches import cached_on_value
from analysis.selection.selection import LONGEST_SEARCH, MATCHES, WHENS, facet_slug
from analysis.selection.settings import (
    PAGE_SETTINGS,
    SECOND_SELECTIONS,
    codes_of_columns,
    setting_codes,
    setting_fields,
)
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary
from analysis.text import N_, _, languages
from analysis.trust.switches import PARAMETER as OFF
from analysis.trust.switches import reading_switches
from analysis.view import LANGUAGE_PARAMETER


@dataclass(frozen=True)
class Parameter:
    """A parameter of a link: its values where they can be listed, else what they look like, in words and as a pattern.

    repeats: it may stand several times.  listed: its values stand in one text, parted by commas.
    blank: an empty text has a meaning.
    """

    name: str
    codes: tuple[str, ...] = ()
    means: str = ""
    pattern: str = ""
    longest: int | None = None
    repeats: bool = False
    listed: bool = False
    blank: bool = False

    def allowed(self, table: Table) -> list[str]:
        """The values that it can have, or what they are in words."""
        return list(self.codes) or [self.describe(table, _)]

    def describe(self, table: Table, translate: Callable[[str], str] = str) -> str:
        """What a value is in words, in English unless they are to be translated."""
        return translate(self.means).format(count=self.longest, date=table.as_of)


def link_parameters(table: Table) -> Mapping[str, Parameter]:
    """Every parameter by name: the selection's, the readings switched off, settings, second selections, language."""
    return _link_parameters(table, languages())


@cached_on_value
def _link_parameters(table: Table, spoken: tuple[str, ...]) -> Mapping[str, Parameter]:
    selection = _selection_parameters(table)
    second = [
        replace(parameter, name=prefix + parameter.name)
        for prefix in SECOND_SELECTIONS.values()
        for parameter in selection
    ]
    language = Parameter(LANGUAGE_PARAMETER, spoken)
    off = Parameter(OFF, tuple(s.code for s in reading_switches(table) if not s.fixed), repeats=True)
    found = (*selection, off, *_setting_parameters(table), *second, language)
    return {parameter.name: parameter for parameter in found}


def setting_pages(name: str) -> list[str]:
    """The pages that have a setting of this name."""
    return [page for page in PAGE_SETTINGS if name in setting_fields(page)]


def _selection_parameters(table: Table) -> list[Parameter]:
    facets = [Parameter(facet, _facet_codes(table, facet), repeats=True) for facet in vocabulary(table)]
    return [
        *facets,
        Parameter("match", MATCHES),
        Parameter("years", means=N_("years such as 1999-2006"), pattern="^[0-9]{4}(-[0-9]{4})?$"),
        Parameter("when", WHENS),
        Parameter("search", means=N_("one text of up to {count} characters"), longest=LONGEST_SEARCH, blank=True),
        Parameter(
            "as_of", means=N_("a date such as {date}, not later than that"), pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        ),
    ]


def _facet_codes(table: Table, facet: str) -> tuple[str, ...]:
    return tuple(facet_slug(facet, code) for code in vocabulary(table)[facet])


def _setting_parameters(table: Table) -> list[Parameter]:
    names = dict.fromkeys(name for page in PAGE_SETTINGS for name in setting_fields(page))
    return [_FREE[name](table) if name in _FREE else Parameter(name, _setting_codes(name, table)) for name in names]


def _setting_codes(name: str, table: Table) -> tuple[str, ...]:
    fields, more = [setting_fields(page)[name] for page in setting_pages(name)], codes_of_columns(table)
    return tuple(dict.fromkeys(code for each in fields for code in setting_codes(each, more)))


def _columns(table: Table) -> Parameter:
    return Parameter("columns", (*OPERATION_COLUMNS, *further_columns(table)), listed=True, blank=True)


def _one_of_combination(name: str) -> Parameter:
    return Parameter(name, means=N_("an activity code"), pattern=r"\S", longest=199)


def _year(name: str) -> Parameter:
    return Parameter(name, means=N_("a year"), pattern="^[0-9]{4}$")


_KEY = N_("start, country, or a column with a point before it")
_FREE = {
    "columns": _columns,
    "row": lambda _table: Parameter("row", means=N_("a number"), pattern="^[0-9]{1,9}$"),
    "key": lambda _table: Parameter("key", means=_KEY, pattern=r"^(start|country|\.[\s\S]+)$", longest=199),
    "iso3": lambda table: Parameter("iso3", tuple(vocabulary(table)["territory"])),
    "with": lambda _table: _one_of_combination("with"),
    "without": lambda _table: _one_of_combination("without"),
    "year": lambda _table: _year("year"),
    "beside": lambda _table: _year("beside"),
}
