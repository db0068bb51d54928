"""Glued, foreign and paired headings, and columns that look like another: the rules, each on tables of its own."""

import pytest

from analysis.intake.columns.guess_columns import Columns
from analysis.intake.read import Intake, read_intake
from analysis.reading.headings import is_source_side, plain_heading


def intake_of(*lines: str) -> Intake:
    """What is understood of a table of these lines, parted by semicolons."""
    return read_intake("\n".join(lines).encode())


def columns_of(*lines: str) -> Columns:
    """The columns taken of a table of these lines."""
    return intake_of(*lines).columns


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("completiondate", "completion date"),
        ("missionname", "mission name"),
        ("countryshortname", "country short name"),
        ("startyear", "start year"),
        ("sectorname2", "sector name2"),
        ("organisation", "organisation"),
        ("household", "household"),
        ("legend", "legend"),
        ("dateUNApproval", "date un approval"),
        ("countryISO3", "country iso3"),
        ("projectIDs", "project ids"),
        ("Дата_начала", "дата начала"),
    ],
)
def test_a_glued_heading_is_parted_where_the_whole_is_made_of_known_words(heading, plain):
    assert plain_heading(heading) == plain


def test_glued_headings_give_all_roles():
    columns = columns_of(
        "missionname;countryname;launchdate;completiondate;missionstatus;sectorname",
        "Bridges;Peru;2003-02-01;2005-03-01;Closed;Roads",
        "Latrines;Cuba;2004-02-01;2006-03-01;Closed;Water",
    )
    assert columns == Columns(
        country="countryname",
        start="launchdate",
        end="completiondate",
        status="missionstatus",
        activity=("sectorname",),
        title="missionname",
    )


@pytest.mark.parametrize("giver", ["Funding agency", "Implementing organisation", "Sponsor", "Website", "Donor"])
def test_who_gives_or_acts_is_never_the_country(giver):
    columns = columns_of(
        f"{giver};Start;End", "Norway;2001;2002", "Sweden;2001;2003", "Norway;2002;2003", "Japan;2002;2003"
    )
    assert columns.country is None


def test_recipients_are_countries_even_where_many_are_groups():
    columns = columns_of("Funder;Recipient;Year", "Norway;Peru;2001", "Norway;Africa;2002", "Norway;Cuba;2003")
    assert columns.country == "Recipient"


def test_of_pairs_of_source_and_destination_the_destination_is_read():
    columns = columns_of(
        "source_country;source_start;source_end;target_country;target_start;target_end",
        "Norway;2001;2001;Peru;2002;2004",
        "Japan;2001;2002;;2003;2004",
        "Norway;2001;2002;;2003;2005",
    )
    assert (columns.country, columns.start, columns.end) == ("target_country", "target_start", "target_end")


def test_a_source_without_its_pair_is_no_side():
    assert not is_source_side("source_start", ["source_start", "start", "source_end"])


@pytest.mark.parametrize("money", ["disbursement_end", "Contract end date", "Budget end year"])
def test_ends_of_money_are_no_ends_of_operations(money):
    intake = intake_of(f"Country;Start;{money}", "Peru;2001;2002", "Cuba;2002;2003")
    assert intake.columns.end is None
    said = [note.say() for note in intake.notes]
    assert said == ["There is no column of ends: 2 of 2 rows count as ongoing."]


def test_rows_of_a_table_without_ends_that_a_status_closes_are_not_called_ongoing():
    intake = intake_of("Country;Start;Status", "Peru;2001;Closed", "Cuba;2002;Ongoing", "Mali;2003;Ongoing")
    said = [note.say() for note in intake.notes]
    assert said == ["There is no column of ends: 2 of 3 rows count as ongoing."]


def test_columns_that_never_say_yes_and_counts_of_people_are_no_activities():
    head = "Country;Start;End;deaths;injured;Roof;Wall;Door"
    columns = columns_of(head, "Peru;2001;2002;1;0;0;0;0", "Cuba;2002;2003;0;1;0;0;0")
    assert columns.activity == ()
    columns = columns_of(head, "Peru;2001;2002;1;0;1;0;1", "Cuba;2002;2003;0;1;0;1;0")
    assert columns.activity == ("Roof", "Wall", "Door")


def test_two_columns_of_dates_of_which_one_is_never_earlier_are_start_and_end():
    columns = columns_of("Country;Alpha;Beta", "Peru;2004-01-01;2003-01-01", "Cuba;2005-01-01;2005-01-01")
    assert (columns.start, columns.end) == ("Beta", "Alpha")


def test_two_columns_of_dates_in_no_order_are_neither():
    with pytest.raises(Exception, match="No column was recognised"):
        columns_of("Country;Alpha;Beta", "Peru;2004-01-01;2003-01-01", "Cuba;2005-01-01;2006-01-01")


@pytest.mark.parametrize(
    "headings",
    [
        ("Einsatzland", "Startdatum", "Enddatum", "Bereich"),
        ("Paese", "Data di inizio", "Data di fine", "Settore"),
        ("País", "Data de início", "Data de término", "Setor"),
        ("Страна", "Дата начала", "Дата окончания", "Сектор"),
        ("Країна", "Дата початку", "Дата завершення", "Галузь"),
        ("البلد", "تاريخ البدء", "تاريخ الانتهاء", "القطاع"),
    ],
    ids=["de", "it", "pt", "ru", "uk", "ar"],
)
def test_headings_of_further_languages(headings):
    rows = ["Peru;01.02.2015;31.12.2016;A", "Mali;05.03.2016;30.06.2017;B", "Cuba;05.03.2016;30.06.2017;B"]
    columns = columns_of(";".join(headings), *rows)
    assert (columns.country, columns.start, columns.end, *columns.activity) == headings


def test_the_coarsest_of_several_areas_is_the_region():
    columns = columns_of(
        "Country;Zone;State;Start", "Mali;a1;A;2001", "Mali;a2;A;2001", "Mali;b1;B;2002", "Mali;b2;B;2003"
    )
    assert columns.region == "State"
