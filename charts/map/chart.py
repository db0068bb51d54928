"""The map of a selection with the statement it makes and the table behind it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.reading.reference import Reference, territory_notes
from analysis.records import titled
from analysis.text import N_, _, ngettext
from analysis.views.map.classes import add_class, measure_classes
from analysis.views.map.drawn import MapCounts, is_hatched
from analysis.views.map.notes import map_notes
from analysis.views.palette import STATUS_COLOURS
from analysis.views.rows import show_status
from charts.common.chart import Chart
from charts.map.figure import world_map
from charts.map.frames import year_movie
from charts.map.hover import hover_texts
from charts.map.outlines import outline_url

MEASURE_NAMES = {
    "operations": N_("Operations"),
    "ongoing": N_("Ongoing operations"),
    "years_active": N_("Years active"),
    "activities": N_("Number of activities"),
    "first_year": N_("First year"),
}
# Frames of a large table would be most of what the page sends.
MOST_SIZES = 40_000


def map_chart(
    counts: MapCounts,
    reference: Reference,
    measure: str = "operations",
    by: str = "size",
    filled: bool = True,
    year: int | None = None,
    played: bool = True,
    names: Mapping[str, str] = MEASURE_NAMES,
) -> Chart:
    """The map of all years of the selection, which the browser can play year by year; of one year where it is given.

    reference: what its territories are called and what is noted on them.  names: of the measures that its points have.
    """
    points, year_counts = counts.points, counts.by_year
    with_sudan = "SDN" in points["iso3"].to_numpy()
    if year is not None:
        active = _active(year_counts, year)
        points = points[active].reset_index(drop=True)
        year_counts = year_counts[active]
    classes = measure_classes(points[measure], measure)
    points = add_class(points, measure, classes)
    figure = world_map(
        points,
        classes,
        hover_texts(points, counts.operations),
        measure_name=_(names[measure]),
        by=by,
        filled=filled,
        hatched=with_sudan and is_hatched(year if year is not None else counts.first_year),
    )
    movie = {}
    if played and year is None and year_counts.shape[1] > 1 and year_counts.size <= MOST_SIZES:
        played_years = year_counts[[each for each in year_counts if counts.is_chosen(each)]]
        movie = year_movie(played_years, _year_statements(counts, played_years))
    return Chart(
        figure,
        map_statement(counts, len(points), year),
        _table(points, reference, names),
        counts_overlap=points["operations"].sum() > counts.total,
        opens=tuple(points["iso3"]),
        config=_config(),
        movie=movie,
        notes=tuple(map_notes(reference, points["iso3"].tolist())),
        key=_status_key(points) if by == "size" else (),
    )


def _status_key(points: pd.DataFrame) -> tuple[tuple[str, str, str], ...]:
    holds = {"ongoing": (points["ongoing"] > 0).any(), "closed": (points["ongoing"] == 0).any()}
    found = [name for name, holds_any in holds.items() if holds_any]
    return tuple(("■", STATUS_COLOURS[name], show_status(name)) for name in found)


def map_statement(counts: MapCounts, points: int, year: int | None = None) -> str:
    """How many operations in how many places: "32 operations in 33 places"."""
    if year is None:
        return _counted(points, counts.drawn)
    return _year_statement(year, points, counts.drawn_by_year.get(year, 0))


def _year_statements(counts: MapCounts, year_counts: pd.DataFrame) -> dict[str, str]:
    points = (year_counts > 0).sum()
    return {
        str(year): _year_statement(year, int(points[year]), counts.drawn_by_year.get(year, 0)) for year in year_counts
    }


def _year_statement(year: int, points: int, operations: int) -> str:
    return _("{year}: {counted}").format(year=year, counted=_counted(points, operations))


def _counted(points: int, operations: int) -> str:
    return _("{operations} in {places}").format(
        places=ngettext("{count} place", "{count} places", points).format(count=points),
        operations=ngettext("{count} operation", "{count} operations", operations).format(count=operations),
    )


def _active(year_counts: pd.DataFrame, year: int) -> np.ndarray:
    if year not in year_counts:
        return np.zeros(len(year_counts), bool)
    return (year_counts[year] > 0).to_numpy()


def _table(points: pd.DataFrame, reference: Reference, names: Mapping[str, str]) -> pd.DataFrame:
    places = {"iso3": _("ISO3"), "name": _("Country or territory")}
    titles = places | {code: _(name) for code, name in names.items()}
    noted = set(reference.notes["iso3"])
    notes = [" ".join(territory_notes(reference, [iso3])) if iso3 in noted else "" for iso3 in points["iso3"]]
    return titled(points, titles).assign(**{_("Note"): notes})


def _config() -> dict:
    return {
        "topojsonURL": outline_url(),
        "scrollZoom": False,
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["zoomInGeo", "zoomOutGeo", "resetGeo"]],
    }
