"""The sheet that sums a view up: key numbers, count tables, and charts that Excel draws from them."""

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from analysis.counts.ask import ask
from analysis.counts.count import count_facet, count_years
from analysis.counts.key_numbers import find_key_numbers
from analysis.selection.sentence import selection_sentence
from analysis.text import _
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR, REGION_COLOURS, activity_colours
from analysis.writing import say_date
from exports.brief.inks import QUIET_INK
from exports.excel.sheets import Book, sheet_text
from exports.handover import Handover
from exports.numbers import activity_table, label_activities, region_table, status_table, summary_numbers

_CHART_COLUMN = 5
_CHART_ROWS = 15
_FEW_BARS = 5


def write_summary(book: Book, sheet: Worksheet, handover: Handover) -> None:
    """Key numbers first, then the count tables one below the other with their charts beside them."""
    selected = handover.selected
    sheet.set_column(0, 0, 50)
    sheet.set_column(1, 3, 12)
    book.write(sheet, 0, 0, selection_sentence(selected), "heading")
    as_of = _("As of {date}").format(date=say_date(selected.snapshot.as_of))
    book.write(sheet, 1, 0, as_of)
    if not selected.count:
        book.write(sheet, 2, 0, _("No operation meets these conditions."), "bold")
    row = 3
    total = _("Years so far, in all"), ask(selected, find_key_numbers).years_total
    for label, value in dict([*summary_numbers(selected), total]).items():
        book.write(sheet, row, 0, label)
        look = "left" if isinstance(value, str) else "0" if value % 1 == 0 else "0.0"
        book.write(sheet, row, 1, value, look)
        row += 1
    charts = _Charts(book, sheet)
    activities, regions, years = activity_table(selected), region_table(selected), ask(selected, count_years)
    shades = activity_colours(selected.snapshot.table)
    colours = [shades[code] for code in activities["activity"]]
    activities = label_activities(activities)
    areas = [REGION_COLOURS.get(region, OTHER_COLOUR) for region in ask(selected, count_facet, "region")["region"]]
    row = _write_counts(book, sheet, row + 1, activities, [_("Activity area"), _("Operations")])
    charts.add_bars(_("Operations by activity"), row - len(activities), activities, colours)
    row = _write_counts(book, sheet, row + 1, regions, [_("Region"), _("Operations")])
    charts.add_bars(_("Operations by region"), row - len(regions), regions, areas)
    row = _write_counts(book, sheet, row + 1, status_table(selected), [_("Status"), _("Operations")])
    row = _write_counts(book, sheet, row + 1, years, [_("Year"), _("Active"), _("Started"), _("Ended")])
    charts.add_columns(_("Active operations per year"), row - len(years), years)


def _write_counts(book: Book, sheet: Worksheet, row: int, counts: pd.DataFrame, titles: list[str]) -> int:
    """Write a count table under its titles; the row after its last."""
    for position, title in enumerate(titles):
        book.write(sheet, row, position, title, "title")
    for values in counts.itertuples(index=False):
        row += 1
        for position, value in enumerate(values):
            # A year is a number that stands where labels do.
            book.write(sheet, row, position, value, "0" if position else "left")
    return row + 1


class _Charts:
    """Charts down the right of a sheet, each with the values in it, so that a preview shows them too."""

    def __init__(self, book: Book, sheet: Worksheet):
        self._book, self._sheet, self._row = book, sheet, 2

    def add_bars(self, title: str, row: int, counts: pd.DataFrame, colours: list) -> None:
        """Horizontal bars, the first on top."""
        chart = self._new_chart("bar", title, row, counts, [{"fill": {"color": c}} for c in colours])
        chart.set_y_axis({"reverse": True, "major_tick_mark": "none"})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        self._insert(chart, counts)

    def add_columns(self, title: str, row: int, counts: pd.DataFrame) -> None:
        """Upright bars, one a year."""
        points = [{"fill": {"color": MAIN_COLOUR}}] * len(counts)
        chart = self._new_chart("column", title, row, counts, points)
        chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}, "min": 0})
        chart.set_x_axis({"major_tick_mark": "none", "interval_unit": max(1, len(counts) // 8)})
        self._insert(chart, counts)

    def _new_chart(self, kind, title, row, counts: pd.DataFrame, points: list):
        chart = self._book.workbook.add_chart({"type": kind})
        last, name = row + len(counts) - 1, self._sheet.get_name()
        chart.add_series(
            {
                "name": _("Operations"),
                "categories": [name, row, 0, last, 0],
                "values": [name, row, 1, last, 1],
                "categories_data": [sheet_text(str(text)) for text in counts.iloc[:, 0]],
                "values_data": counts.iloc[:, 1].tolist(),
                "points": points,
                # A few bars would else be as thick as a table.
                "gap": 40 if len(counts) > _FEW_BARS else 500 // max(len(counts), 1),
                "data_labels": {"value": True, "font": {"color": QUIET_INK}} if kind == "bar" else {},
            }
        )
        chart.set_title({"name": title, "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        return chart

    def _insert(self, chart, counts: pd.DataFrame) -> None:
        if len(counts):
            chart.set_size({"width": 620, "height": 280})
            self._sheet.insert_chart(self._row, _CHART_COLUMN, chart)
            self._row += _CHART_ROWS
