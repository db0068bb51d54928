"""The words of the About page on fields of work: disasters, communities, logistics, the programme menu."""

from analysis.about.section import Section, bullets
from analysis.text import _


def disaster_section() -> Section:
    """Natural disasters: before, during and after."""
    return _("Disaster relief"), [
        _("In the ten years or so before the leaflet, natural disasters became another of IOM's strengths:"),
        bullets(
            [
                _("before: prevention and preparedness that make a country less vulnerable"),
                _("during: help in the response itself, and the management of large movements of people"),
                _(
                    "after: a bridge from relief to development, in which communities are given the means"
                    " to take part in rebuilding and recovery"
                ),
            ]
        ),
        _(
            "The leaflet names three recent responses: the Indian Ocean tsunami of December 2004"
            " (Indonesia and Sri Lanka), the South Asia earthquake of October 2005 (Pakistan) and, though"
            " not a natural disaster, the violence that broke out again in East Timor in June 2006."
        ),
    ]


def stabilization_section() -> Section:
    """What community stabilization sets out to do."""
    return _("Community stabilization"), [
        _(
            "Community stabilization (CS) works on the causes of tension and displacement from several"
            " sides. Its focus is human security: needs that remain when emergency relief ends, and the"
            " traditional strengths of a community, restored as a mark of a society that is stable and"
            " works."
        ),
        _(
            "In practice it strengthens local structures until they can offer services across sectors to"
            " the unemployed, to returnees and to communities set back by conflict or natural disaster."
            " That also makes it easier for vulnerable people to reintegrate."
        ),
    ]


def logistics_section() -> Section:
    """What logistics covers, and what it is for."""
    return _("Logistics"), [
        _(
            "Every IOM programme leans on logistics, and the speed and effect of a large response depend"
            " on it: moving people, handing out food and other goods, shelter and construction, repair of"
            " infrastructure, health, water and sanitation."
        ),
        _("It covers:"),
        bullets(
            [
                _("supplies and stocks"),
                _("transport and dispatch"),
                _("customs clearance, insurance and the registration of vehicles"),
                _("inventories and assets, including rented property and its upkeep"),
                _("finding out what a mission needs in logistics and procurement, with advice, analysis and planning"),
            ]
        ),
        _(
            "Procurement and transport matter most in an emergency. They also make it possible to follow"
            " goods along the supply chain and to deliver on time at a reasonable cost. After the tsunami,"
            " IOM was responsible for bringing to Aceh what governments, organizations and individuals sent"
            " from everywhere; a photograph shows a truck made ready for the convoy."
        ),
    ]


def menu_section() -> Section:
    """The programme activities that IOM offers in an emergency."""
    return _("Emergency programme menu"), [
        _("From its experience of emergencies and their aftermath, IOM offers these programme activities:"),
        bullets(
            [
                _("registering, surveying and processing migrants"),
                _("transport by land, sea and air"),
                _(
                    "integration and reintegration fitted to a group (IDPs, refugees, former combatants),"
                    " to the benefit of the community around it"
                ),
                _("building the skills of local administrations to handle displacement in an emergency"),
                _("stabilizing populations and restoring livelihoods"),
                _("reaching the diaspora: voting from abroad, and the return of qualified nationals"),
                _("medical and psychosocial help against the trauma that conflict leaves"),
            ]
        ),
    ]
