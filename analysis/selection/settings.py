"""The settings of each page: one frozen value a page, each field in the short stable codes that links hold."""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from types import MappingProxyType

from analysis.table.columns import OPERATION_COLUMNS, OPERATION_SORTS, further_columns, shown_first
from analysis.table.measures import OPERATIONS, own_measures
from analysis.table.table import Table
from analysis.table.vocabulary import own_facets
from analysis.text import N_, _

# Pages with a selection beside the one in force, and what its parameters begin with.
SECOND_SELECTIONS = {"compare": "b."}
_LONGEST = 200
_A_NUMBER = N_("a number")
_MAP_MEASURES = (OPERATIONS, "ongoing", "years_active", "activities", "first_year")


def _one_of(*codes: str) -> str:
    """A setting with these codes, the default first."""
    return field(default=codes[0], metadata={"codes": codes})


def _one_facet_of(*codes: str) -> str:
    """A setting with these codes, the default first, or with a facet of the user's own."""
    return field(default=codes[0], metadata={"codes": codes, "own": True})


def _text(check: Callable[[str], bool], means: str = _A_NUMBER, name: str = "") -> str:
    """A setting with any text that passes a check, empty by default; means says what it is, name how links call it."""
    return field(default="", metadata={"check": check, "means": means, "name": name})


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4


def _is_code(text: str) -> bool:
    return 0 < len(text) < _LONGEST


def _is_key(text: str) -> bool:
    return text in ("start", "country") or (text.startswith(".") and 1 < len(text) < _LONGEST)


@dataclass(frozen=True)
class Settings:
    """The settings of a page; this one has none."""


@dataclass(frozen=True)
class MeasureSettings(Settings):
    """What is counted or summed, and how an operation in several groups is."""

    measure: str = field(default=OPERATIONS, metadata={"codes": (OPERATIONS,), "measures": True})
    several: str = _one_of("whole", "shared")


@dataclass(frozen=True)
class OverviewSettings(MeasureSettings):
    """Which facet of the user's own has a chart, the first one where none is named."""

    by: str = _one_facet_of("first")


@dataclass(frozen=True)
class TimelineSettings(Settings):
    """How the lines of the timeline stand, and what colours and marks tell."""

    sort: str = _one_of("start", "end", "duration", "name", "region")
    group: str = _one_facet_of("none", "region", "activity")
    colour: str = _one_facet_of("region", "status", "activity")
    axis: str = _one_of("calendar", "since-start")
    events: str = _one_of("shown", "hidden")


@dataclass(frozen=True)
class OperationsSettings(Settings):
    """Which columns rows have, parted by commas, in which order rows stand, and the line of the one that is open."""

    sort: str = _one_of(*OPERATION_SORTS)
    order: str = _one_of("ascending", "descending")
    columns: str = field(default="", metadata={"codes": tuple(OPERATION_COLUMNS), "listed": True})
    row: str = _text(lambda text: text.isdecimal() and len(text) < 10)

    @property
    def descending(self) -> bool:
        """Whether the last of the order stands first."""
        return self.order == "descending"


@dataclass(frozen=True)
class TerritorySettings(Settings):
    """The territory whose page it is."""

    iso3: str = _text(
        lambda text: len(text) == 3 and text.isascii() and text.isalpha(), N_("the ISO3 code of a territory")
    )


@dataclass(frozen=True)
class ComparisonSettings(MeasureSettings):
    """Whether operations in both selections are counted in both or left out."""

    shared: str = _one_of("counted", "left-out")


@dataclass(frozen=True)
class ActivitiesSettings(MeasureSettings):
    """What activities are parted by, how places are sorted, and the question of one activity without another."""

    by: str = _one_of("region", "subregion", "start")
    sort: str = _one_of("count", "region", "name")
    having: str = _text(_is_code, name="with")
    lacking: str = _text(_is_code, name="without")


@dataclass(frozen=True)
class DurationsSettings(Settings):
    """What spells are grouped by, and how operations are sorted."""

    by: str = _one_facet_of("activity", "region", "start")
    sort: str = _one_of("duration", "start", "name", "region")


@dataclass(frozen=True)
class ChangesSettings(Settings):
    """The other table, which of the two is the later one, what rows are paired by and which are listed."""

    key: str = _text(_is_key, N_("start, country, or a column with a point before it"))
    other: str = _one_of("uploaded", "built-in")
    this: str = _one_of("later", "earlier")
    rows: str = _one_of("changed", "all")


@dataclass(frozen=True)
class MapSettings(Settings):
    """What the map shows and how, and the years that it shows, one beside the other."""

    measure: str = field(default=OPERATIONS, metadata={"codes": _MAP_MEASURES, "measures": True})
    by: str = _one_of("size", "colour")
    shapes: str = _one_of("on", "off")
    year: str = _text(_is_year, N_("a year"))
    beside: str = _text(_is_year, N_("a year"))


PAGE_SETTINGS: dict[str, type[Settings]] = {
    "overview": OverviewSettings,
    "timeline": TimelineSettings,
    "operations": OperationsSettings,
    "country": TerritorySettings,
    "compare": ComparisonSettings,
    "activities": ActivitiesSettings,
    "durations": DurationsSettings,
    "your_table": Settings,
    "quality": Settings,
    "changes": ChangesSettings,
    "about": Settings,
    "map": MapSettings,
}


def setting_fields(page: str) -> dict[str, Field]:
    """The settings of a page by their names in links, in the order in which links have them."""
    return {each.metadata.get("name") or each.name: each for each in fields(PAGE_SETTINGS[page])}


def codes_of_columns(table: Table) -> dict[str, tuple[str, ...]]:
    """What settings can be beside their own codes, of the columns that a table has: by what a setting's metadata say
    that it takes."""
    return {
        "listed": tuple(further_columns(table)), "own": tuple(own_facets(table)), "measures": tuple(own_measures(table))
    }  # fmt: skip


def setting_codes(setting: Field, more: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> tuple[str, ...]:
    """The codes that a setting can be, with those of `codes_of_columns` that it takes."""
    beside = (code for kind, codes in more.items() if setting.metadata.get(kind) for code in codes)
    return (*setting.metadata.get("codes", ()), *beside)


def read_settings(
    page: str, query: Mapping[str, list[str]], more: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> tuple[Settings, list[str]]:
    """A page's settings that link parameters name, and a sentence for each value that means nothing.

    more: what `codes_of_columns` gives of the table.
    """
    chosen, ignored = {}, []
    for name, setting in setting_fields(page).items():
        for value in filter(None, query.get(name, [])):
            unknown = _unknown_part(setting, value, more)
            if unknown != value:
                chosen[setting.name] = value
            if unknown:
                ignored.append(_explain(name, setting, unknown, more))
    return PAGE_SETTINGS[page](**chosen), ignored


def settings_query(settings: Settings, page: str) -> dict[str, list[str]]:
    """The settings of a page as link parameters: nothing for what is as it is by default."""
    values = {name: (getattr(settings, each.name), each.default) for name, each in setting_fields(page).items()}
    return {name: [value] for name, (value, default) in values.items() if value != default}


def read_columns(text: str, table: Table) -> list[str]:
    """The column codes in a link's list that this table has, each once; the first ones shown where it names none."""
    known = {*OPERATION_COLUMNS, *further_columns(table)}
    return [name for name in dict.fromkeys(text.split(",")) if name in known] or shown_first(table)


def _unknown_part(setting: Field, value: str, more: Mapping[str, tuple[str, ...]]) -> str:
    """What of a value means nothing: all of it, or of a list of columns those that are not there."""
    if check := setting.metadata.get("check"):
        return "" if check(value) else value
    listed = setting.metadata.get("listed", False)
    return ",".join(
        part for part in (value.split(",") if listed else [value]) if part not in setting_codes(setting, more)
    )


def _explain(name: str, setting: Field, value: str, more: Mapping[str, tuple[str, ...]]) -> str:
    means = setting.metadata.get("means", "")
    allowed = ", ".join(setting_codes(setting, more)) or _(means)
    return _("{name}={value} means nothing here; allowed: {allowed}.").format(
        name=name, value=value[:80], allowed=allowed
    )
