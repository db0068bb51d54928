"""What was decided about a table, as one value."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from analysis.reading.headings import ROLES
from analysis.text import N_, _

# A file of choices is called as its table, with this in place of the table's own ending.
CHOICES_SUFFIX = ".choices.toml"
# Columns that are put together have names in the language in force; in a file they have these.
MADE_COLUMNS = (N_("Country"), N_("Period"), N_("Start"), N_("End"))


@dataclass(frozen=True)
class Choices:
    """What was decided about a table; what is left out is proposed from the table.

    headings: those of the table that they were made for.  sheet: of a workbook.  country, period: of all rows.
    columns: Columns by name.  guesses: printed countries whose guess was confirmed (true) or rejected (false).
    """

    headings: tuple[str, ...] = ()
    sheet: str | None = None
    as_of: date | None = None
    country: str = ""
    period: str = ""
    columns: Mapping[str, Any] = field(default_factory=dict)
    guesses: Mapping[str, bool] = field(default_factory=dict)

    @property
    def arguments(self) -> dict[str, Any]:
        """They as arguments of `read_intake`."""
        said = {"country": self.country, "period": self.period}
        sheet = {"sheet": self.sheet} if self.sheet else {}
        for_all = {name: text for name, text in said.items() if text}
        return {**sheet, "as_of": self.as_of, "for_all": for_all, "decisions": self.guesses, **self.columns}

    def over(self, other: "Choices") -> "Choices":
        """They, and those of another where they leave something out."""
        both = {each.name: getattr(self, each.name) or getattr(other, each.name) for each in fields(self)}
        columns, guesses = {**other.columns, **self.columns}, {**other.guesses, **self.guesses}
        return Choices(**{**both, "columns": columns, "guesses": guesses})

    def missing(self, headings: Collection[str]) -> list[str]:
        """The columns that they take for a role and that are not among these."""
        taken = [self.columns.get(role) or () for role in (*ROLES, "together")]
        names = [name for value in taken for name in (value if isinstance(value, tuple) else (value,))]
        return [name for name in names if name not in headings]


def made_here(columns: Mapping[str, Any], headings: Collection[str]) -> dict[str, Any]:
    """Columns by name, those that are put together under their names in the language in force."""
    now = {name: _(name) for name in MADE_COLUMNS if name not in headings}
    return {role: rename_columns(value, now) for role, value in columns.items()}


def rename_columns(value: Any, names: Mapping[str, str]) -> Any:
    """A value of Columns with the columns in it under other names."""
    if isinstance(value, tuple):
        return tuple(rename_columns(each, names) for each in value)
    return names.get(value, value) if isinstance(value, str) else value
