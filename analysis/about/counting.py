"""The words of the About page on how things are read and counted."""

from analysis.about.section import Section
from analysis.text import _


def counting_section() -> Section:
    """How the table is read, counted and measured, one short paragraph for each rule."""
    return _("How things are counted"), [*reading_rules(), *time_rules(), *counting_rules(), *filter_rules()]


def reading_rules() -> list[str]:
    """How what is printed becomes what is counted."""
    return [
        _(
            "**Readings.** What is printed is kept. Where it has to be read otherwise (22001 as 2001, a"
            " repeated digit), the reading is shown beside it with its reason. An end before its start is"
            " reported, never swapped. A row that cannot be read whole stays in the table and is left out"
            " only of the counts that need the missing part; those counts say so."
        ),
        _(
            "**Names.** Countries and territories carry their current UN short names with the printed name"
            " beside them, and search finds both, ignoring case and accents."
        ),
        _(
            "**Kosovo.** It is always written Kosovo*: this designation is without prejudice to positions"
            " on status, and is in line with UNSCR 1244/1999. The FYROM of the printed row belongs to"
            " Macedonia, now North Macedonia."
        ),
        _(
            "**Sudan and Congo.** Sudan in 2006 includes what is South Sudan today. Congo means the Congo"
            " whose capital is Brazzaville, not the Democratic Republic of the Congo."
        ),
    ]


def time_rules() -> list[str]:
    """Spells, status, the as-of date and durations."""
    return [
        _(
            "**Spells.** A spell is one unbroken stretch of a period, from the first day of its first year"
            " to the last day of its last. Stretches that touch or overlap are one; Timor-Leste's 1999 to"
            " 2001 and 2006 are two."
        ),
        _(
            "**As-of date.** The day up to which the table speaks. You can move it back but not past the"
            " table's own: spells that start later do not exist yet, and operations with no other spell are"
            " listed as not yet started."
        ),
        _(
            "**Status.** A spell is ongoing if it has no end or ends after the as-of date; one that ends"
            " on that day is closed. An operation is ongoing if any of its spells is. Where a row says that"
            " a spell has ended but not when, the spell is active in its start year only and durations"
            " leave it out; an operation with such a spell and no ongoing one has an unknown status."
        ),
        _(
            "**Active in a year.** An operation is active in every year of which one of its spells covers"
            " a day. Started and ended count operations with a spell that starts or ends in that year."
        ),
        _(
            "**Durations.** Years of activity, gaps left out and no day counted twice; 2004 to 2005 is 2"
            " years. For an ongoing operation that is the time so far, written 5+; the mean, median and"
            " total of operations are years so far as well."
        ),
        _(
            "**How long operations last.** Averages over ongoing and closed spells mislead, because the"
            " ongoing ones are not over. The Kaplan-Meier estimate uses each ongoing spell for as long as"
            " it has run and shows the share of spells that go on longer than so many years, with a band of"
            " 95 percent confidence."
        ),
        _(
            "**Median duration.** The first duration at which that share is half or less; if the curve"
            " never gets there, the median is not reached. Fewer than 5 spells are too few to say."
        ),
    ]


def counting_rules() -> list[str]:
    """What counts once, and where counts add up to more than the total."""
    return [
        _(
            "**Counting once.** An operation counts once in any total. By territory, activity, region or"
            " year it counts once in each that it belongs to, so such counts may add up to more than the"
            " total."
        ),
        _(
            "**Territories.** One row of the table covers Kosovo* and North Macedonia: one operation, two"
            " territories, one region. The 32 operations therefore cover 33 territories, and choosing"
            " either of the two keeps the whole operation."
        ),
        _(
            "**Regions.** Regions and sub-regions are those of the UN's M49 standard, which is why"
            " Armenia, Azerbaijan and Georgia count in Asia."
        ),
    ]


def filter_rules() -> list[str]:
    """How filters combine, and what the numbers beside them mean."""
    return [
        _(
            "**Filters.** Different filters must all be met; within one, any of the choices will do."
            " Activities can also be asked for all together, none of them, or exactly the chosen set. An"
            " empty filter asks nothing."
        ),
        _(
            "**Years.** The years filter keeps operations with a spell that was active in those years or,"
            " if you ask for it, started or ended in them. It chooses whole operations: their durations and"
            " yearly counts still use all their spells."
        ),
        _(
            "**Numbers beside options.** What you would see if that filter held this option alone, the"
            " other filters as they are. Where activities are matched all, none or exactly, it is what"
            " adding the option would leave, and a chosen option shows the current result."
        ),
    ]
