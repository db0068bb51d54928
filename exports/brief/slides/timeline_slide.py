"""The slide of the operations' periods: a native chart of one bar an operation, that can be edited as any other."""

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.util import Pt

from analysis.text import _
from analysis.views.palette import OTHER_COLOUR, REGION_COLOURS
from exports.brief.brief import Brief
from exports.brief.rows import BriefRow, brief_more, brief_rows
from exports.brief.slides.slide import (
    ACTIVITIES,
    AS_OF,
    NOTES,
    OPERATIONS,
    WHEN,
    WHERE,
    Box,
    add_text,
    describe,
    drop_holder,
    fill_text,
    leave_room,
    new_slide,
    plain_text,
    show_each,
)
from exports.handover import Handover
from exports.tables.safe_cells import safe_cell

_BOX, _KEY = Box(0.5, 1.25, 12.33, 5.5), Box(0.5, 6.72, 12.33, 0.3)
# An operation with more periods than these has the rest on pages and in other files.
_MOST_PERIODS = 4
_MOST_BARS = 32


def add_second(presentation, brief: Brief, handover: Handover) -> None:
    """A slide with the periods of all operations as far as they fit, where the first one has not room for them."""
    slide = new_slide(presentation, _("When: {title}").format(title=brief.title))
    fill_text(slide, AS_OF, [[(brief.as_of, 12, False)]])
    for holder in (WHEN, ACTIVITIES, WHERE, OPERATIONS, NOTES):
        drop_holder(slide, holder)
    rows = brief_rows(handover, _MOST_BARS)
    add_timeline(slide, rows, handover.selected.snapshot.as_of.year + 1, _BOX)
    _add_key(slide, rows)
    # A name with a star stands nowhere without its note.
    starred = any("*" in row.name for row in rows)
    noted = [note for note in brief.notes if starred and note.partition(":")[0].endswith("*")]
    below = [[(text, 9, False)] for text in filter(None, [brief_more(handover, _MOST_BARS), *noted])]
    if below:
        add_text(slide, Box(0.5, 7.0, 12.33, 0.4), below, quiet=True)


def add_timeline(slide, rows: list[BriefRow], after: int, box: Box) -> None:
    """Bars of the periods of these operations up to the year `after`, in the colours of their regions."""
    figures = CategoryChartData(number_format="0.0")
    # The chart carries a workbook of its own, in which a label is a cell like any other.
    figures.categories = [safe_cell(plain_text(row.name)) for row in rows]
    periods = max((min(len(row.spells), _MOST_PERIODS) for row in rows), default=0)
    for number in range(periods):
        figures.add_series(_("before"), [_gap(row, number) for row in rows])
        figures.add_series(_("Years"), [_length(row, number) for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box.emu, figures)
    said = "; ".join(f"{row.name}: {row.period}" for row in rows)
    describe(frame, said)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    # As large as the lines are apart.
    chart.font.size = Pt(max(min(9, int(box.height * 52 / max(len(rows) + 2, 1))), 7))
    longest = max(len(row.name) for row in rows)
    leave_room(chart, min(0.42, (longest + 2) * 0.6 * 8 / 72 / box.width))
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = max(35, 500 // len(rows)), 100
    for position, series in enumerate(plot.series):
        if position % 2 == 0:
            series.format.fill.background()
            continue
        for point, row in enumerate(rows):
            if position // 2 >= len(row.spells):
                continue
            fill = series.points[point].format.fill
            fill.solid()
            fill.fore_color.rgb = RGBColor.from_string(_colour(row).removeprefix("#"))
    first = min((int(row.spells[0][0]) for row in rows if row.spells), default=after - 1)
    _set_axes(chart, first, after, int(box.width))


def _add_key(slide, rows: list[BriefRow]) -> None:
    """The names of the regions of these operations in their colours, below the bars."""
    frame = slide.shapes.add_textbox(*_KEY.emu).text_frame
    for row in {row.region: row for row in rows if row.region}.values():
        mark, name = (frame.paragraphs[0].add_run() for _part in range(2))
        mark.text, name.text = "■ ", f"{plain_text(row.region)}    "
        mark.font.size = name.font.size = Pt(10)
        mark.font.color.rgb = RGBColor.from_string(_colour(row).removeprefix("#"))


def _set_axes(chart, first: int, after: int, most: int) -> None:
    years, names = chart.value_axis, chart.category_axis
    unit = next(unit for unit in (1, 2, 5, 10, 20, 50, 100, 1000) if (after - first) / unit <= most)
    # A scale that begins at a multiple of its unit names round years.
    years.minimum_scale, years.maximum_scale = first // unit * unit, after
    years.tick_labels.number_format, years.tick_labels.number_format_is_linked = "0", False
    years.major_unit = unit
    years.major_gridlines.format.line.color.rgb = RGBColor.from_string("DDDDDD")
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    show_each(names, 1)


def _gap(row: BriefRow, number: int) -> float:
    """The years between a period and the one before it; from the year 0 for the first."""
    if number >= len(row.spells):
        return 0
    return row.spells[number][0] - (row.spells[number - 1][1] if number else 0)


def _length(row: BriefRow, number: int) -> float:
    return row.spells[number][1] - row.spells[number][0] if number < len(row.spells) else 0


def _colour(row: BriefRow) -> str:
    return {_(region): colour for region, colour in REGION_COLOURS.items()}.get(row.region, OTHER_COLOUR)
