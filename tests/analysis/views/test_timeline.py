import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.views.timeline import lay_out_timeline, year_moment

ROWS = [
    ("Mali", "1996 - 1997", "DDR, CS"),
    ("East Timor", "1999 - 2001; 2006", "CS"),
    ("Sudan", "2004 - on going", "IDPs"),
]


def bars(timeline) -> pd.DataFrame:
    return timeline.bars[["line", "start", "end", "status"]].sort_values(["line", "start"], ignore_index=True)


def test_each_spell_is_a_bar_and_a_gap_stays_open(choose):
    expected = pd.DataFrame(
        {
            "line": [0, 1, 1, 2],
            "start": [1996.0, 1999.0, 2006.0, 2004.0],
            "end": [1998.0, 2002.0, 2007.0, 2007.0],
            "status": ["closed", "closed", "closed", "ongoing"],
        }
    )
    assert_frame_equal(bars(lay_out_timeline(choose(ROWS), "start", "none")), expected, check_dtype=False)


def test_years_since_start_count_from_each_first_start(choose):
    timeline = lay_out_timeline(choose(ROWS), "start", "none", since_start=True)
    assert bars(timeline)[["start", "end"]].values.tolist() == [[0.0, 2.0], [0.0, 3.0], [7.0, 8.0], [0.0, 3.0]]


def test_groups_are_headed_and_an_operation_stands_in_each_of_its_groups(choose):
    lines = lay_out_timeline(choose(ROWS), "start", "activity").lines
    shown = [(line.group, line.heading, None if line.heading else line.name) for line in lines.itertuples(index=False)]
    assert shown == [
        ("IDPs", True, None),
        ("IDPs", False, "Sudan"),
        ("DDR", True, None),
        ("DDR", False, "Mali"),
        ("CS", True, None),
        ("CS", False, "Mali"),
        ("CS", False, "Timor-Leste"),
    ]


def test_what_has_no_room_is_counted(choose):
    timeline = lay_out_timeline(choose(ROWS), "name", "none", most=2)
    assert (timeline.lines["name"].tolist(), timeline.more) == (["Mali", "Sudan"], 1)


def test_the_longest_stand_on_top_when_sorted_by_duration(choose):
    lines = lay_out_timeline(choose(ROWS), "duration", "none").lines
    assert lines["name"].tolist() == ["Timor-Leste", "Sudan", "Mali"]


@pytest.mark.parametrize(
    ("day", "moment"), [("2006-01-01", 2006.0), ("2006-07-02", 2006 + 182 / 365), ("2004-12-31", 2004 + 365 / 366)]
)
def test_a_day_is_a_moment_in_years(day, moment):
    assert year_moment(np.array([day], "datetime64[D]")).tolist() == pytest.approx([moment])
