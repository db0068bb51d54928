"""What stands on a slide: text, native charts and a native table, none of which can hold a formula."""

import re
from typing import NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from exports.brief.inks import INK, QUIET_INK
from exports.tables.safe_cells import safe_cell

_TITLE_ONLY = 5
_SMALL_COUNT = 6
_HEADER_FILL = "#00539F"
# What XML cannot hold, and what would break a line where none belongs.
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|\r?\n|\t")


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple:
        """left, top, width, height in the units of the file."""
        return tuple(Inches(value) for value in self)


def new_slide(presentation, title: str):
    """A slide with its title at the top left, smaller where it is long."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = Box(0.5, 0.3, 12.33, 0.68).emu
    frame = shape.text_frame
    _set_margins(frame)
    size = 26 if len(title) < 75 else 18 if len(title) < 160 else 13
    _write(frame.paragraphs[0], [(title[:320], size, True)], INK)
    return slide


def add_text(slide, box: Box, paragraphs: list, quiet: bool = False) -> None:
    """Paragraphs of (text, size in points, bold) runs."""
    frame = slide.shapes.add_textbox(*box.emu).text_frame
    _set_margins(frame)
    for position, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        _write(paragraph, runs, QUIET_INK if quiet else INK)


def add_table(slide, box: Box, widths: list[float], rows: list[list[str]]) -> float:
    """A table with a title row, each row as high as the box; the inch below it."""
    frame = slide.shapes.add_table(len(rows), len(widths), *box._replace(height=box.height * len(rows)).emu)
    table = frame.table
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for row in table.rows:
        row.height = Inches(box.height)
    for at, texts in enumerate(rows):
        for position, text in enumerate(texts):
            cell = table.cell(at, position)
            cell.margin_top = cell.margin_bottom = Inches(0.01)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            cell.fill.fore_color.rgb = _colour(_HEADER_FILL if at == 0 else "#FFFFFF" if at % 2 else "#EEF3F8")
            longest = int(widths[position] * 15)
            text = text if len(text) <= longest else text[: longest - 1] + "…"
            _write(
                cell.text_frame.paragraphs[0], [(text, 9.5, at == 0 or position == 0)], "#FFFFFF" if at == 0 else INK
            )
    return box.top + box.height * len(rows)


def add_chart(slide, box: Box, kind: str, title: str, labels: list, counts: list[int], fills: list[str]) -> None:
    """A native chart of one series, bars from the top down or columns; `fills` has one colour or one each."""
    figures = CategoryChartData(number_format="0")
    # The chart carries a workbook of its own, in which a label is a cell like any other.
    figures.categories = [safe_cell(_clean(str(label))) for label in labels]
    figures.add_series(title, counts)
    chart_type = XL_CHART_TYPE.COLUMN_CLUSTERED if kind == "column" else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(chart_type, *box.emu, figures)
    described = ", ".join(f"{label}: {count}" for label, count in zip(labels, counts, strict=True))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _clean(f"{title}: {described}"))
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    _write(chart.chart_title.text_frame.paragraphs[0], [(title, 11, True)], INK)
    chart.font.size = Pt(9)
    plot = chart.plots[0]
    # One or two bars would else be as thick as a table.
    plot.gap_width = 30 if kind == "column" else 45 if len(labels) > 2 else 180
    _set_axes(chart, kind, counts)
    plot.has_data_labels = kind == "bar"
    if kind == "bar":
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for position in range(len(labels)):
        fill = plot.series[0].points[position].format.fill
        fill.solid()
        fill.fore_color.rgb = _colour(fills[position % len(fills)])


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
    skip = labels._element.makeelement(qn("c:tickLblSkip"), {"val": str(max(1, -(-len(counts) // 10)))})
    # The schema wants it right before the last element of the axis.
    labels._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _write(paragraph, runs: list[tuple[str, float, bool]], colour: str) -> None:
    paragraph.alignment = PP_ALIGN.LEFT
    for text, size, bold in runs:
        run = paragraph.add_run()
        run.text = _clean(text)
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = _colour(colour)


def _set_margins(frame) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _clean(text: str) -> str:
    return _NOT_SHOWN.sub(" ", text)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))
