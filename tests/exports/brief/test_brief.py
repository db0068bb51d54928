"""The brief says the same in a web page and on a slide, and neither can run or fetch anything."""

import html
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from analysis.text import in_language
from exports.brief.brief import brief_places, brief_tiles, make_brief
from exports.brief.rows import brief_more, brief_rows
from exports.brief.slides.first_slide import _fitting
from exports.brief.slides.presentation import brief_pptx
from exports.brief.web_page import brief_html
from exports.handover import Handover
from tests.handovers import handover
from tests.soffice import convert

PAGE = "http://127.0.0.1:8501/operations"
HOSTILE = [
    ("<script>alert(1)</script>", "1999 - 2001", "=cmd|x, <b>CS</b>"),
    ('"><img src=x onerror=alert(1)>', "2001 - on going", "a\x00b, \uffff"),
    ("Mali & Chad", "2002", "javascript:x"),
]


def html_texts(view: Handover) -> str:
    """What a reader of the page reads."""
    page = brief_html(view).decode()
    return html.unescape(re.sub("<[^>]+>", "\n", page.split("</style>")[1]))


def slide_texts(view: Handover) -> str:
    """What a reader of the slide reads, labels of its charts and cells of its table included."""
    slide = Presentation(io.BytesIO(brief_pptx(view))).slides[0]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    texts += [label for chart in charts for label in chart.plots[0].categories]
    texts += [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def slide_charts(view: Handover) -> dict:
    """The charts of the first slide by their titles, "" for the timeline."""
    slide = Presentation(io.BytesIO(brief_pptx(view))).slides[0]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    return {chart.chart_title.text_frame.text if chart.has_title else "": chart for chart in charts}


def slide_map(view: Handover) -> dict[str, str]:
    """The places that are coloured on the map of the first slide, with their colours."""
    slide = Presentation(io.BytesIO(brief_pptx(view))).slides[0]
    (drawn,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    named = {shape.element.nvSpPr.cNvPr.get("descr"): shape for shape in drawn.shapes}
    return {text: str(shape.fill.fore_color.rgb) for text, shape in named.items() if text}


@pytest.mark.parametrize("texts", [html_texts, slide_texts])
def test_a_brief_of_a_country_says_all_that_matters(choose_built_in, texts):
    view = handover(choose_built_in(territory=("TLS",)), address=PAGE, made_at="2026-01-02", version="1.2")
    told = texts(view)
    for fact in [
        "1 of 32 operations: in Timor-Leste",
        "As of 2006-12-31",
        "“1999 - 22001” is read as “1999 - 2001”",
        "Dated facts of the source: 2006-06: Violence breaks out again in East Timor",
        "IDPs · Internally Displaced People",
        "all of them ended",
        "undated leaflet",
        "IOM did not publish it",
        "2026-01-02",
        "1.2",
        f"{PAGE}?territory=TLS",
    ]:
        assert fact in told


@pytest.mark.parametrize("texts", [html_texts, slide_texts])
def test_a_brief_of_all_has_the_notes_on_names(choose_built_in, texts):
    told = texts(handover(choose_built_in()))
    assert "7 values are read otherwise than printed" in told and "UNSCR 1244/1999" in told
    assert (
        "All 32 operations" in told
        and "fewer than half" in told
        and "not reached" not in told
        and "24, in 2004" in told
    )


@pytest.mark.parametrize("texts", [html_texts, slide_texts])
def test_a_brief_of_nothing_says_so(choose_built_in, texts):
    told = texts(handover(choose_built_in(search="nowhere")))
    assert "No operation meets these conditions." in told
    assert not any(heading in told for heading in ("Where", "What the activities are", "Active operations per year"))


@pytest.mark.parametrize("texts", [html_texts, slide_texts])
def test_up_to_when_a_brief_speaks_stands_once_below_its_title(choose_built_in, texts):
    selected = choose_built_in(region=("Asia",), as_of=date(2001, 6, 30))
    told = texts(handover(selected))
    assert told.lower().count("as of 2001-06-30") == 1
    # It does not fall out where there is little room for many conditions.
    assert "As of 2006-12-31" in texts(handover(choose_built_in(search="a word " * 40)))


def test_the_page_has_the_map_of_the_slide(choose_built_in):
    view = handover(choose_built_in(territory=("XKX",)))
    told = brief_html(view).decode()
    assert 'aria-label="Kosovo*: 1; North Macedonia: 1"' in told and "UN Geodata" in told
    # Each place in the colour of its region; what the filter leaves out of an operation is paler.
    assert re.findall('<circle[^>]*fill="(.*?)"', told) == ["#AE3D66", "#D69EB2"] and '<path d="M' in told
    assert ("Southern Europe 1" in html_texts(view)) and "Where" in html_texts(view)
    nowhere = html_texts(handover(choose_built_in(search="nowhere")))
    assert "UN Geodata" not in nowhere


def test_the_page_shows_all_operations_of_the_leaflet(choose_built_in):
    view = handover(choose_built_in(), sort="name")
    told = html_texts(view)
    assert all(name in told for name in view.rows["name"]) and "more operation" not in told


def test_few_operations_stand_on_the_slide_in_words_and_with_their_periods(choose_built_in):
    view = handover(choose_built_in(region=("Americas",)), sort="name")
    told = slide_texts(view)
    assert all(word in told for word in ("Colombia", "Internally Displaced People", "2000 - ongoing", "7+"))
    assert list(slide_charts(view)[""].plots[0].categories) == ["Colombia", "Guatemala", "Haiti"]


def test_a_dozen_operations_have_their_periods_on_the_one_slide(choose_built_in):
    view = handover(choose_built_in(region=("Africa",)), sort="name")
    assert len(Presentation(io.BytesIO(brief_pptx(view))).slides) == 1
    assert list(slide_charts(view)[""].plots[0].categories) == view.rows["name"].tolist()


@pytest.mark.parametrize("texts", [html_texts, slide_texts])
def test_many_operations_leave_room_for_what_stands_out(choose, texts):
    rows = [("Mali", "2001", "CS")] * 12 + [("Iraq", "2001", "DDR")] * 12
    told = texts(handover(choose(rows)))
    assert "What stands out" in told and "None of the 12 operations in Africa" in told


def test_notes_that_do_not_fit_are_counted_and_none_is_cut(choose_built_in):
    view = handover(choose_built_in())
    notes = make_brief(view).notes
    told = slide_texts(view)
    assert all(note in told for note in notes)
    assert _fitting(notes * 3).endswith("more notes in the Excel file")
    assert all(part in notes for part in _fitting(notes * 3).split(" · ")[:-1])


def test_the_map_colours_the_places_of_the_operations_by_their_regions(choose_built_in):
    africa, europe = "D77969", "AE3D66"
    drawn = slide_map(handover(choose_built_in(territory=("SDN", "HRV"))))
    assert drawn == {"Sudan: 1": africa, "Croatia: 1": europe}
    # What the filter leaves out of an operation is paler.
    assert slide_map(handover(choose_built_in(territory=("XKX",)))) == {
        "Kosovo*: 1": europe, "North Macedonia: 1": "D69EB2",
    }  # fmt: skip
    told = slide_texts(handover(choose_built_in()))
    assert "Africa 13" in told and "UN Geodata" in told and "do not imply official endorsement" in told


def test_charts_on_the_slide_hold_the_count_tables(choose_built_in):
    charts = slide_charts(handover(choose_built_in()))
    assert list(charts["Active operations per year"].plots[0].categories)[-1] == "2006"
    activities = slide_charts(handover(choose_built_in(region=("Africa",))))["Operations by activity"]
    assert dict(zip(activities.plots[0].categories, activities.plots[0].series[0].values, strict=True)) == {
        "CS · Community Stabilization": 12,
        "DDR · Disarmament, Demobilization and Reintegration": 7,
        "IDPs · Internally Displaced People": 9,
    }
    told = slide_texts(handover(choose_built_in(region=("Africa",))))
    assert "Sub-Saharan Africa 12" in told and "Northern Africa 1" in told


def test_the_slide_can_run_nothing(choose):
    content = brief_pptx(handover(choose(HOSTILE), address="javascript:alert(1)"))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert b"hlinkClick" not in parts.read(name)
        books = [parts.read(name) for name in parts.namelist() if name.endswith(".xlsx")]
    assert len(books) == 2
    for book in books:
        for row in openpyxl.load_workbook(io.BytesIO(book)).active.iter_rows():
            assert all(cell.data_type != "f" and not str(cell.value).startswith("=") for cell in row)


def test_the_page_holds_no_script_no_link_and_no_markup_of_the_table(choose):
    page = brief_html(handover(choose(HOSTILE), address="javascript:alert(1)")).decode()
    assert not re.search("<script|<img|<a |href|<b>CS|url\\(|@import", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_same_view_gives_the_same_bytes(choose_built_in):
    selected = choose_built_in(region=("Africa",))
    for write in (brief_html, brief_pptx):
        first, second = (write(handover(selected, made_at="2026-01-02")) for _again in range(2))
        assert first == second


def test_libreoffice_opens_each_slide_as_one_page(choose_built_in, tmp_path):
    pdf = convert(brief_pptx(handover(choose_built_in())), "pptx", "pdf", tmp_path).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


def test_the_title_of_the_slide_is_what_is_true_of_the_selection(choose_built_in):
    slides = Presentation(io.BytesIO(brief_pptx(handover(choose_built_in(region=("Africa",)))))).slides
    assert [slide.shapes.title.text for slide in slides] == [
        "7 still run; most at once, 10, ran in 2004.",
    ]
    slides = Presentation(io.BytesIO(brief_pptx(handover(choose_built_in(activity=("CS",)))))).slides
    assert [slide.shapes.title.text for slide in slides][1] == "When: 26 of 32 operations: with Community Stabilization"
    (slide,) = Presentation(io.BytesIO(brief_pptx(handover(choose_built_in(search="nowhere"))))).slides
    (one,) = Presentation(io.BytesIO(brief_pptx(handover(choose_built_in(territory=("TLS",)))))).slides
    assert one.shapes.title.text == "Timor-Leste: 1999 - 2001; 2006"
    assert slide.shapes.title.text == "0 of 32 operations: named like “nowhere”"


def test_a_title_is_as_large_as_its_lines_have_room(choose):
    def size_of(name: str, period: str) -> float:
        (slide,) = Presentation(io.BytesIO(brief_pptx(handover(choose([(name, period, "CS")]))))).slides
        return slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt

    assert [size_of("x" * letters, "2001") for letters in (20, 55)] == [26, 20]
    assert size_of("Mali", "; ".join(str(year) for year in range(1980, 2005, 2))) == 16


def test_a_second_slide_has_the_periods_of_all_operations(choose_built_in):
    _first, second = Presentation(io.BytesIO(brief_pptx(handover(choose_built_in(), sort="name")))).slides
    (chart,) = [shape.chart for shape in second.shapes if shape.has_chart]
    plot = chart.plots[0]
    assert len(plot.categories) == 32 and len(plot.series) == 4
    at = list(plot.categories).index("Timor-Leste")
    assert [series.values[at] for series in plot.series] == [1999, 3, 4, 1]
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (1980, 2007)
    texts = "\n".join(shape.text_frame.text for shape in second.shapes if shape.has_text_frame)
    assert "Kosovo*: this designation" in texts and "■ Africa" in texts and "more operation" not in texts


def test_links_of_a_brief_can_be_followed_and_no_hash_is_in_it(choose_built_in):
    view = handover(choose_built_in(territory=("TLS",)), address=PAGE)
    (slide,) = Presentation(io.BytesIO(brief_pptx(view))).slides
    runs = [
        run
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [f"{PAGE}?territory=TLS"]
    assert f'<a href="{PAGE}?territory=TLS">' in brief_html(view).decode()
    for told in (html_texts(view), slide_texts(view)):
        assert view.selected.snapshot.table.content_hash not in told


def test_names_stand_whole_over_their_bars_and_years_beside_the_periods(choose_built_in):
    told = html_texts(handover(choose_built_in()))
    assert "DDR · Disarmament, Demobilization and\nReintegration" in told.replace("\n\n", "\n")
    assert "1999 - 2001; 2006" in told and "…" not in told


def test_tiles_of_a_selection(choose):
    rows = [("Mali", "1996 - 1997", "CS"), ("Chad", "2004 - on going", "CS")]
    assert brief_tiles(choose(rows)) == [
        ("2", "operations"),
        ("2", "countries and territories"),
        ("1", "ongoing at the as-of date"),
        ("1, in 5 years, the first 1996", "most active at once"),
        ("1 of 2", "periods have ended"),
    ]
    assert brief_tiles(choose(rows[:1]))[-1] == ("1", "period, ended")
    assert brief_tiles(choose([]))[-1] == ("0", "periods have ended")
    most = choose([*rows[:1] * 5, *rows[1:]])
    assert brief_tiles(most)[-1] == ("5 of 6", "periods have ended, half end within 2 years")


def test_rows_hold_spells_in_years(choose):
    (row,) = brief_rows(handover(choose([("Mali", "1999 - 2001; 2006 - on going", "CS")])), 5)
    assert row.activity_names == "Community Stabilization"
    assert row[:5] == ("Mali", "CS", "1999 - 2001; 2006 - ongoing", "ongoing", "4+")
    assert row.spells == ((1999, 2002, False), (2006, 2007, True))


def test_one_region_is_shown_by_its_parts(choose):
    rows = [("Mali", "2001", "CS"), ("Sudan", "2001", "CS"), ("Chad", "2001", "CS")]
    africa, asia = "#D77969", "#1A9A98"
    assert brief_places(choose(rows)).to_numpy().tolist() == [
        ["Sub-Saharan Africa", 2, africa],
        ["Northern Africa", 1, africa],
    ]
    further = choose([*rows, ("Iraq", "2001", "CS")])
    assert brief_places(further).to_numpy().tolist() == [["Africa", 3, africa], ["Asia", 1, asia]]


def test_what_is_left_out_is_counted(choose):
    view = handover(choose([("Mali", "2001", "CS")] * 3))
    assert brief_more(view, 3) == ""
    assert brief_more(view, 2).startswith("and 1 more operation,")


def test_an_activity_of_a_further_table_has_a_colour_and_no_meaning(choose):
    activities = make_brief(handover(choose([("Mali", "2001", "CS, Wells")]))).activities
    assert activities[["activity", "colour", "meaning"]].iloc[1].tolist() == ["Wells", "#CC79A7", ""]


def test_long_names_and_periods_stand_whole_on_the_page_and_take_the_room_of_more_rows(choose):
    named = "Integrated response in the border regions of the north in phase 2"
    view = handover(choose([("Mali", "2001-03-15 - 2002-08-15", f"{named}; Health")] * 40))
    told = html_texts(view)
    assert told.count("2001-03-15 - 2002-08-15") == told.count(f"Health, {named}\n") < 12
    assert f"and {40 - told.count('2001-03-15 - 2002-08-15')} more operations" in told and "…" not in told


def test_a_brief_says_its_language_and_reads_from_the_right_in_arabic(choose_built_in):
    view = handover(choose_built_in(region=("Europe",)))
    with in_language("fr"):
        french = Presentation(io.BytesIO(brief_pptx(view)))
        assert b'<html lang="fr" dir="ltr">' in brief_html(view)
    with in_language("ar"):
        arabic = Presentation(io.BytesIO(brief_pptx(view)))
        assert b'<html lang="ar" dir="rtl">' in brief_html(view)
    for presentation, code in ((french, "fr"), (arabic, "ar")):
        assert presentation.core_properties.language == code
        runs = presentation.slides[0].element.iter(qn("a:rPr"))
        assert {properties.get("lang") for properties in runs} == {code}
    # The map stands first: on the left in French, on the right in Arabic.
    french_map, arabic_map = (
        next(shape for shape in p.slides[0].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)
        for p in (french, arabic)
    )
    assert arabic_map.left == arabic.slide_width - french_map.left - french_map.width > french_map.left
    paragraphs = {p.text: p._p.get_or_add_pPr() for p in paragraphs_of(arabic.slides[0])}
    assert paragraphs["العملية"].get("rtl") == "1" and paragraphs["IDPs, DDR, OCV, CS"].get("rtl") is None
    assert {properties.get("algn") for properties in paragraphs.values()} == {"r"}


def paragraphs_of(slide) -> list:
    """The paragraphs of the table of a slide."""
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.text_frame.paragraphs]
