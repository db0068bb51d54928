"""What there is no room for is one row, and an operation counts once in it."""

from analysis.counts.count import count_activities, fold_rest


def test_the_rest_is_one_row_in_which_an_operation_counts_once(choose):
    selected = choose([("Kenya", "2004", "CS; DDR; ND"), ("Mali", "2004", "CS; DDR"), ("Chad", "2005", "CS; OCV; ND")])
    folded, left = fold_rest(selected, count_activities(selected), most=1)
    assert folded.to_numpy().tolist() == [["CS", 3], ["", 3]]
    assert left == 3


def test_a_single_row_more_is_no_rest(choose):
    counts = count_activities(selected := choose([("Kenya", "2004", "CS; DDR")]))
    folded, left = fold_rest(selected, counts, most=1)
    assert folded["activity"].tolist() == ["DDR", "CS"]
    assert left == 0
