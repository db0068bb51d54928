from analysis.events import list_events
from analysis.reference import load_reference


def test_events_stand_in_order_at_the_middle_of_what_their_date_covers():
    events = list_events(load_reference())
    assert [(e.date, round(e.moment, 2), e.iso3) for e in events.itertuples()] == [
        ("2000-01", 2000.04, ""),
        ("2002", 2002.5, ""),
        ("2004-12", 2004.96, "IDN;LKA"),
        ("2005", 2005.5, ""),
        ("2005-10", 2005.79, "PAK"),
        ("2006-06", 2006.45, "TLS"),
    ]


def test_an_event_says_its_date():
    assert list_events(load_reference())["text"].iloc[-1].startswith("2006-06: ")
