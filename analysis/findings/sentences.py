"""A contrast in words, and the selection it leads on to."""

from analysis.counts.ask import ask
from analysis.findings.contrasts import Contrast
from analysis.findings.finding import Finding
from analysis.findings.leads import narrow, operations_in_words
from analysis.selection.select import Selected
from analysis.selection.selection import Selection
from analysis.text import _, ngettext
from analysis.views.activities import list_activities

PAGES = {"regional_activity": "map", "activities_together": "activities", "status_share": "compare"}


def tell(selected: Selected, contrast: Contrast) -> Finding:
    """The contrast as a finding."""
    lead = _lead(selected, contrast)
    count = contrast.having or contrast.of
    return Finding(contrast.kind, _say(selected, contrast), contrast.chance, count, lead, PAGES[contrast.kind])


def _say(selected: Selected, contrast: Contrast) -> str:
    names = ask(selected, list_activities).names
    facet, code = contrast.group
    if facet == "activity":
        template = _("{share} {having}, against {other} of {rest} without {group}.")
        group, operations = names[code], _("{operations} with {group}")
    else:
        template = _("{share} {having}, against {other} of {rest} elsewhere.")
        group, operations = _(code), _("{operations} in {group}")
    inside = operations.format(operations=operations_in_words(selected, contrast.of), group=group)
    return template.format(
        share=_share(contrast, inside),
        having=_having(contrast, names),
        other=contrast.other,
        rest=contrast.rest,
        group=group,
    )


def _share(contrast: Contrast, operations: str) -> str:
    if contrast.having == contrast.of:
        return _("All {operations}").format(operations=operations)
    if contrast.having == 0:
        return _("None of the {operations}").format(operations=operations)
    return _("{count} of {operations}").format(count=contrast.having, operations=operations)


def _having(contrast: Contrast, names: dict[str, str]) -> str:
    if contrast.trait is None:
        return ngettext("is ongoing", "are ongoing", contrast.having)
    return ngettext("has {activity}", "have {activity}", contrast.having).format(activity=names[contrast.trait])


def _lead(selected: Selected, contrast: Contrast) -> Selection:
    """The operations of the group with the trait; all of the group where none has it."""
    facet, code = contrast.group
    activities = [code] if facet == "activity" else []
    conditions: dict = {} if facet == "activity" else {facet: (code,)}
    if contrast.having:
        if contrast.trait is None:
            conditions["status"] = ("ongoing",)
        else:
            activities.append(contrast.trait)
    if activities:
        conditions |= {"activity": tuple(activities), "match": "all" if len(activities) > 1 else "any"}
    return narrow(selected, **conditions)
