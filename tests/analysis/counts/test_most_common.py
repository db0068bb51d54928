"""What there is no room for is one row, and an operation counts once in it."""

from analysis.counts.ask import ask
from analysis.counts.most_common import count_most_common


def test_the_rest_is_one_row_in_which_an_operation_counts_once(choose):
    selected = choose([("Kenya", "2004", "CS; DDR; ND"), ("Mali", "2004", "CS; DDR"), ("Chad", "2005", "CS; OCV; ND")])
    folded, left = ask(selected, count_most_common, "activity", 1)
    assert folded.to_numpy().tolist() == [["CS", 3], ["", 3]]
    assert left == 3


def test_a_single_row_more_is_no_rest(choose):
    folded, left = ask(choose([("Kenya", "2004", "CS; DDR")]), count_most_common, "activity", 1)
    assert folded["activity"].tolist() == ["DDR", "CS"]
    assert left == 0
