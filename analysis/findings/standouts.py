"""What stands out in a selection."""

from analysis.counts.ask import otherwise
from analysis.findings.contrasts import strongest_contrasts
from analysis.findings.counts import Counts
from analysis.findings.finding import Finding
from analysis.findings.leads import keep_true_leads
from analysis.findings.sentences import tell
from analysis.selection.select import Selected

MOST_BY_CHANCE = 0.05


@otherwise("from counts by place, set of activities and status, which add up", from_others=True)
def find_standouts(selected: Selected) -> list[Finding]:
    """The findings of a selection, the least likely by chance first, at most one of each kind.

    Only what fewer than one in twenty tables would have anywhere, were their columns shuffled; often nothing.
    """
    if not selected.count:
        return []
    strong = [found for found in strongest_contrasts(Counts(selected)) if found.chance < MOST_BY_CHANCE]
    return keep_true_leads([tell(selected, contrast) for contrast in strong], selected)
