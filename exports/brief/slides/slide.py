"""What stands on a slide: text, native charts and a native table, none of which can hold a formula."""

import re
from typing import NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from exports.brief.inks import INK, QUIET_INK
from exports.tables.safe_cells import safe_cell

# The layout, `brief.pptx`, has places for what a brief always has; where they lie is changed there.
AS_OF, WHEN, ACTIVITIES, WHERE, OPERATIONS, NOTES = range(13, 19)
_SMALL_COUNT = 6
_FEW_COLUMNS = 6
# The size of a table's letters in points, and the height of a row of one line in inches.
_CELL, _ROW = 9.5, 0.24
# The sizes of a title, the largest first, and on how many lines there is room for each; the width of a slide's texts.
_TITLES, _WIDTH = ((26, 1), (20, 1), (16, 2)), 12.33
_HEADER_FILL = "#00539F"
# What XML cannot hold, and what would break a line where none belongs.
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|\r?\n|\t")


class Box(NamedTuple):
    """A rectangle on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple:
        """left, top, width, height in the units of the file."""
        return tuple(Inches(value) for value in self)


def new_slide(presentation, title: str):
    """A slide of the layout `brief.pptx` has, with its title, smaller where it is long."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    size = next((size for size, lines in _TITLES if text_lines(title, size, _WIDTH) <= lines), 13)
    _write(slide.shapes.title.text_frame.paragraphs[0], [(title[:320], size, True)], INK)
    return slide


def fill_text(slide, holder: int, paragraphs: list) -> None:
    """Paragraphs of (text, size in points, bold) runs in a placeholder of the layout."""
    _write_paragraphs(slide.placeholders[holder].text_frame, paragraphs, QUIET_INK)


def place_of(slide, holder: int) -> Box:
    """Where a placeholder of the layout lies."""
    shape = slide.placeholders[holder]
    return Box(*(side / Inches(1) for side in (shape.left, shape.top, shape.width, shape.height)))


def text_lines(text: str, size: float, width: float) -> int:
    """On how many lines a text of a size in points may stand, of a width in inches, by a wide font's letters."""
    return -(-len(text) // int(width * 72 / (0.58 * size)))


def drop_holder(slide, holder: int) -> None:
    """Take away a placeholder that has nothing to hold, which would else ask to be filled."""
    element = slide.placeholders[holder]._element
    element.getparent().remove(element)


def add_text(slide, box: Box, paragraphs: list, quiet: bool = False) -> None:
    """Paragraphs of (text, size in points, bold) runs, each perhaps with a colour of its own."""
    frame = slide.shapes.add_textbox(*box.emu).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write_paragraphs(frame, paragraphs, QUIET_INK if quiet else INK)


def table_heights(widths: list[float], rows: list[list[str]]) -> list[float]:
    """How high the rows of a table are, in inches, each with room for the lines of its cells."""
    lines = [max(text_lines(text, _CELL, width - 0.2) for text, width in zip(row, widths, strict=True)) for row in rows]
    return [_ROW + (count - 1) * _CELL * 1.2 / 72 for count in lines]


def fill_table(slide, holder: int, widths: list[float], rows: list[list[str]]) -> float:
    """A table with a title row in a placeholder; the inch below it."""
    frame = slide.placeholders[holder].insert_table(len(rows), len(widths))
    table = frame.table
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    heights = table_heights(widths, rows)
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Inches(height)
    for at, texts in enumerate(rows):
        for position, text in enumerate(texts):
            cell = table.cell(at, position)
            cell.margin_top = cell.margin_bottom = Inches(0.01)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            cell.fill.fore_color.rgb = _colour(_HEADER_FILL if at == 0 else "#FFFFFF" if at % 2 else "#EEF3F8")
            bold = at == 0 or position == 0
            _write(cell.text_frame.paragraphs[0], [(text, _CELL, bold)], "#FFFFFF" if at == 0 else INK)
    return frame.top / Inches(1) + sum(heights)


def fill_chart(slide, holder: int, kind: str, title: str, labels: list, counts: list[int], fills: list[str]) -> None:
    """A native chart of one series in a placeholder, bars from the top down or columns.

    `fills` has one colour or one each.
    """
    figures = CategoryChartData(number_format="0")
    # The chart carries a workbook of its own, in which a label is a cell like any other.
    figures.categories = [safe_cell(plain_text(str(label))) for label in labels]
    figures.add_series(title, counts)
    chart_type = XL_CHART_TYPE.COLUMN_CLUSTERED if kind == "column" else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.placeholders[holder].insert_chart(chart_type, figures)
    described = ", ".join(f"{label}: {count}" for label, count in zip(labels, counts, strict=True))
    describe(frame, f"{title}: {described}")
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    _write(chart.chart_title.text_frame.paragraphs[0], [(title, 11, True)], INK)
    chart.font.size = Pt(9)
    plot = chart.plots[0]
    plot.gap_width = _gap(kind, len(labels))
    _set_axes(chart, kind, counts)
    plot.has_data_labels = kind == "bar"
    if kind == "bar":
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    series = plot.series[0]
    for bar, colour in zip([series] if len(fills) == 1 else series.points, fills, strict=False):
        fill = bar.format.fill
        fill.solid()
        fill.fore_color.rgb = _colour(colour)


def _gap(kind: str, bars: int) -> int:
    """The room between bars in percent of their width: a few would else be as thick as a table."""
    if kind == "column":
        return 30 if bars > _FEW_COLUMNS else 500 // bars
    return 45 if bars > 2 else 180


def describe(frame, text: str) -> None:
    """Give a chart the text that is read out in its place."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain_text(text))


def _set_axes(chart, kind: str, counts: list[int]) -> None:
    values, labels = chart.value_axis, chart.category_axis
    values.minimum_scale = 0
    values.has_major_gridlines = kind == "column"
    labels.major_tick_mark = XL_TICK_MARK.NONE
    if kind == "bar":
        labels.reverse_order = True
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        values.visible = False
        return
    if max(counts) <= _SMALL_COUNT:
        # There is no half an operation.
        values.major_unit = 1
    values.major_gridlines.format.line.color.rgb = _colour("#DDDDDD")
    values.format.line.fill.background()
    show_each(labels, max(1, -(-len(counts) // 10)))


def leave_room(chart, share: float) -> None:
    """Leave this share of a chart's width to the names on its left, which would else be broken or left out."""
    area = chart._chartSpace.chart.plotArea
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{share:.3f}"/><c:y val="0.08"/><c:w val="{0.98 - share:.3f}"/>'
        '<c:h val="0.9"/></c:manualLayout></c:layout>'
    )
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)


def show_each(labels, every: int) -> None:
    """Let an axis show each label, or one of so many, whatever the program that draws it thinks of their room."""
    skip = labels._element.makeelement(qn("c:tickLblSkip"), {"val": str(every)})
    # The schema wants it right before the last element of the axis.
    labels._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _write_paragraphs(frame, paragraphs: list, colour: str) -> None:
    for position, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        _write(paragraph, runs, colour)


def _write(paragraph, runs: list[tuple], colour: str) -> None:
    paragraph.alignment = PP_ALIGN.LEFT
    for text, size, bold, *own in runs:
        run = paragraph.add_run()
        run.text = plain_text(text)
        if text.startswith(("http://", "https://")):
            run.hyperlink.address = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = _colour(own[0] if own else colour)


def plain_text(text: str) -> str:
    """A text without what a file cannot hold and without breaks."""
    return _NOT_SHOWN.sub(" ", text)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))
