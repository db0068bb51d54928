"""How a line of the source was read, in sentences."""

from analysis.trust.readings import read_sentences


def test_a_line_says_what_was_read_otherwise_and_then_what_could_not_be_read(make_table):
    table = make_table([("Ivory Coast", "soon", "CS"), ("Kenya", "2000", "CS")])
    assert read_sentences(table, 2) == [
        "country: “Ivory Coast” is read as “Côte d'Ivoire” (English translation of Côte d'Ivoire).",
        "period: “soon” is not a period that can be read.",
    ]


def test_a_line_that_is_read_as_it_is_printed_says_nothing(make_table):
    assert read_sentences(make_table([("Kenya", "2000", "CS")]), 2) == []
