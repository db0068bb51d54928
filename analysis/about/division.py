"""The words of the About page on the division: what it is for, its mandate and its services."""

from analysis.about.section import Section, bullets
from analysis.text import _


def scope_section() -> Section:
    """What the division is for and what it answers for."""
    return _("The division: scope and responsibilities"), [
        _(
            "This section and those after it retell the leaflet, so they describe the division as it was"
            " when the leaflet was printed, and as it presents itself."
        ),
        _(
            "EPC was set up in January 2000, within the Operations Support Department (OSD), as the place"
            " in IOM to turn to for preparing for and responding to migration emergencies. It coordinates,"
            " backs and helps IOM's response to displacement, large evacuations, and return and"
            " reintegration. At the heart of that work is the management of migration, which often means"
            " transport but not only that."
        ),
        _(
            "It starts contingency planning for IOM and steps in early, through support to field missions"
            " facing an emergency. Together with other units at headquarters, it answers for:"
        ),
        bullets(
            [
                _("preparing and coordinating the fast deployment of people and material"),
                _("early warning: watching crises as they emerge, assessing them on the spot, developing projects"),
                _("situations after conflict, in which many people are on the move"),
                _("programmes that help affected communities to become stable"),
                _(
                    "coordination between civilians and the military, including disarmament,"
                    " demobilization and reintegration (DDR) and security sector reform (SSR)"
                ),
                _("questions of internally displaced persons (IDPs), as IOM's focal point"),
                _("transition initiatives, of which it keeps IOM's collected knowledge"),
            ]
        ),
        _(
            "With the United Nations, IOM works through the Inter-Agency Standing Committee (IASC) and"
            " takes part in the consolidated appeals process (CAP) for complex emergencies, so that its"
            " work fits in with that of others."
        ),
    ]


def framework_section() -> Section:
    """The mandate behind the work, and what counts as migration."""
    return _("The migration emergency framework"), [
        _(
            "The mandate comes from IOM's Constitution: its Preamble and its Article 1.1, on purposes and"
            " functions, make people who need help with migration the Organization's concern."
        ),
        _(
            "Migration is meant broadly: permanent or temporary, return or in an emergency; to another"
            " country, inside a region or inside one's own country. It takes in migrants, economic"
            " migrants, refugees, displaced persons and nationals going home, wherever they could not move"
            " in safety and dignity without international help."
        ),
        _(
            "IOM's mission follows from this: that people anywhere who need such help can migrate safely,"
            " in an orderly way and with dignity."
        ),
    ]


def services_section() -> Section:
    """What the division does for the rest of IOM."""
    return _("Services of the division"), [
        _("Below the words “IOM Return and Reintegration Programmes”, the leaflet lists what the division offers:"),
        bullets(
            [
                _("developing projects, and technical support while they run"),
                _("planning of policy and strategy"),
                _("a centre for information and resources, with an early warning mechanism"),
                _("training: workshops, teaching material, manuals"),
                _("liaison and partnerships with those who have a stake"),
                _("reviewing and endorsing IOM's draft projects"),
                _(
                    "managing Humanitarian Assistance to Stranded Migrants (HASM) and the Emergency"
                    " Preparedness Account (EPA)"
                ),
                _("seconding experts, within IOM and outside"),
                _("civil-military cooperation (CIMIC)"),
            ]
        ),
    ]
