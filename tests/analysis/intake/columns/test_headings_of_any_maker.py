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
        ("secteurprincipal", "secteur principal"),
        ("countrylabel", "country label"),
        ("projectid", "project id"),
        ("valid", "valid"),
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


@pytest.mark.parametrize(
    "heading",
    ["Fin du contrat", "Fecha final de desembolso", "Auszahlungsende", "Дата окончания платежей", "Fim do contrato"],
)
def test_ends_of_money_are_no_ends_in_any_language(heading):
    assert columns_of(f"Country;Start;{heading}", "Mali;2001;2003", "Chad;2002;2005").end is None


@pytest.mark.parametrize(
    ("source", "destination"),
    [("sending_country", "receiving_country"), ("From country", "To country"), ("Pays bailleur", "Pays bénéficiaire")],
)
def test_the_side_that_receives_is_taken_by_any_pair_of_words(source, destination):
    columns = columns_of(f"{source};{destination};Start", "Norway;Mali;2001", "Japan;Chad;2002", "Spain;Togo;2003")
    assert columns.country == destination


def test_a_column_of_dates_under_a_heading_nobody_knows_is_the_end_where_it_never_comes_before_the_start():
    columns = columns_of("Land;Startdatum;Zzz", "Mali;01-02-2015;30-06-2016", "Chad;15-03-2015;31-12-2016")
    assert (columns.start, columns.end) == ("Startdatum", "Zzz")


def test_of_two_levels_with_as_many_values_the_one_that_is_no_part_is_the_region():
    assert columns_of("Zone de santé;Province;Start", "Boga;Ituri;2001", "Luiza;Kasaï;2002").region == "Province"
    columns = columns_of("Country;Sub-region;Region;Start", "Mali;West;Africa;2001", "Nepal;South;Asia;2002")
    assert columns.region == "Region"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("conflict_id;Country;Year", "11;Mali;2010", "11;Mali;2011", "12;Chad;2011"),
            "'conflict_id' names 2 operations",
        ),
        (
            ("Project name;Country;Start;Place", "Wells;Mali;2010;Gao", "Wells;Mali;2010;Kayes", "Roads;Chad;2011;Lac"),
            "'Project name' names 2 operations",
        ),
    ],
)
def test_rows_of_one_operation_are_told_by_an_id_or_by_their_title(lines, said):
    assert any(note.say().startswith(said) for note in intake_of(*lines).notes)


def test_reporting_periods_say_when_where_nothing_else_does():
    columns = columns_of(
        "Country;Reporting start;Reporting end", "Mali;2024-10-01;2024-12-31", "Chad;2025-01-01;2025-03-31"
    )
    assert (columns.start, columns.end) == ("Reporting start", "Reporting end")


def test_a_column_of_two_countries_under_a_heading_nobody_knows_is_that_of_countries():
    assert (
        columns_of("国家;开始日期;结束日期", "马里;2015-02-01;2016-06-30", "乍得;2015-03-15;2016-12-31").country
        == "国家"
    )
