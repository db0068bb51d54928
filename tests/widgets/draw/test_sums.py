"""Sums of a measure in place of counts."""

import pytest

from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from tests.app_texts import chart_titles
from tests.widgets.your_table.test_bring import go_to, open_page, paste
from widgets.draw.map import draw_map

CELLS = """Country;Start;Sector;Budget USD
Kenya;2001;Food;1000000
Kenya;2002;Food;500000
Mali;2003;Cash;20000
Niger;2004;Cash;
Chad;2004;Cash;many
Togo;2004;Cash;7
Benin;2004;Cash;8
"""


@pytest.fixture(scope="module")
def selected():
    return select(read_intake(CELLS.encode(), "a.csv").table, Selection())


def test_the_map_sums_a_measure_in_classes_and_a_blank_is_none(selected):
    chart = draw_map(selected, ".Budget USD", "colour", True)
    sums = chart.table.set_index("ISO3")["Sum of Budget USD"].dropna()
    assert sums.to_dict() == {"BEN": 8, "KEN": 1_500_000, "MLI": 20_000, "TGO": 7}
    classes = [trace["name"] for trace in chart.figure["data"] if trace.get("name")]
    assert classes == ["7", "8", "20,000", "1,500,000", "not known"]
    assert chart.figure["layout"]["legend"]["title"]["text"] == "Sum of Budget USD"


def test_a_number_that_nothing_real_has_breaks_no_map():
    cells = f"Country;Start;Budget\nKenya;2001;{'9' * 40}\nMali;2001;-5\nTogo;2001;\nChad;2001;6\n"
    chart = draw_map(select(read_intake(cells.encode(), "a.csv").table, Selection()), ".Budget", "size", True)
    assert chart.table["Sum of Budget"].dropna().tolist() == [6, 10**15, -5]


def test_sums_take_the_place_of_counts_on_the_overview_and_on_activities():
    app = paste(open_page(), CELLS)
    app.button(key="use-table").click().run()
    counted = chart_titles(app)
    app.query_params["measure"] = ".Budget USD"
    app.run()
    summed = chart_titles(app)
    assert len(summed) == len(counted) + 1 and "Sum of Budget USD by Region." in summed
    assert not set(counted) & {title for title in summed if title.startswith("Sum")}
    go_to(app, "activities")
    app.query_params["measure"] = ".Budget USD"
    app.run()
    assert "Sum of Budget USD by Activity area." in chart_titles(app)
