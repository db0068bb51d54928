"""The words of the About page on the people helped: displaced persons and former combatants."""

from analysis.about.section import Section, bullets
from analysis.text import _


def displaced_section() -> Section:
    """Internally displaced persons: policy, cooperation and areas of work."""
    return _("Internally displaced persons"), [
        _(
            "IOM's work with internally displaced persons (IDPs) grew through the 1980s and 1990s. A"
            " series of internal papers asked for more of it, and in 2002 the policy paper “Internally"
            " Displaced Persons: IOM Policy and Activities” made it formal."
        ),
        _(
            "The aim is to assist and protect the displaced. The leaflet credits this work with better"
            " lives for IDPs, for those who return and for the communities at both ends, and with a good"
            " share in the stability of whole regions. Its photographs show East Timorese families coming"
            " home in 1999, from Kupang in West Timor to Dili."
        ),
        _("The work has six areas:"),
        bullets(
            [
                _("emergency assistance"),
                _("activities during displacement"),
                _("return"),
                _("livelihood development and reintegration"),
                _("capacity building"),
                _("political rights of IDPs"),
            ]
        ),
        _(
            "Displacement has many sides, and no one organization holds the mandate for protection,"
            " assistance and recovery together. The IASC therefore endorsed the Collaborative Response:"
            " agencies inside and outside the UN share the task, each by its mandate and its expertise."
        ),
        _(
            "Since 2005 IOM has taken part in the Cluster Approach. It has a leading role in camp"
            " coordination and camp management in natural disasters, and is a key partner in protection,"
            " health, logistics, emergency shelter and early recovery."
        ),
    ]


def combatants_section() -> Section:
    """Former combatants, and the ICRS method."""
    return _("Former combatants"), [
        _(
            "Stability and peace after a conflict depend on former combatants finding a way back into"
            " civilian life. IOM does not disarm anyone; it takes part in demobilization and reintegration,"
            " which begin once a peace agreement is signed. A photograph of 1997 shows a demobilized"
            " Angolan boy back home with his mother."
        ),
        _(
            "Armies that shrink are a second case. In South-eastern Europe (Bosnia and Herzegovina,"
            " Croatia and Serbia) IOM helps military personnel made redundant by defence conversion in the"
            " same way."
        ),
        _(
            "All of this uses one method, the Information, Counselling and Referral Service (ICRS), which"
            " removes obstacles to reintegration by giving better access to help. It suits IDPs and"
            " community stabilization too. It offers:"
        ),
        bullets(
            [
                _("information that is timely, accurate and impartial"),
                _("technical assistance and capacity building"),
                _("counselling and training"),
                _("job screening and referral to employers"),
            ]
        ),
    ]
