"""What stands out most in a selection."""

from analysis.counts.ask import otherwise
from analysis.findings.activities import lacks_partner, never_meet
from analysis.findings.counts import Counts
from analysis.findings.durations import long_operation
from analysis.findings.finding import Finding
from analysis.findings.leads import keep_true_lead
from analysis.findings.regions import lone_activity, regional_activity
from analysis.findings.statuses import status_share
from analysis.findings.years import most_change, start_cluster
from analysis.selection.select import Selected

LEAST_OPERATIONS = 5
LEAST_SURPRISE = 0.5
# In this order where two are equally surprising.
FINDING_KINDS = (
    start_cluster,
    lacks_partner,
    long_operation,
    regional_activity,
    lone_activity,
    never_meet,
    status_share,
    most_change,
)


@otherwise("from counts by place, set of activities, status, year and duration, which add up, and names of few rows")
def find_standouts(selected: Selected, most: int = 4) -> list[Finding]:
    """The most surprising findings of a selection, best first, at most one of each kind.

    The rule is one for all kinds: each compares a count with what its own expectation gives, and `surprise` says
    in bits how improbable so much more or less would be. The best on each page comes before a second on any, so
    that four lines speak of four subjects. Fewer than five operations say nothing, and neither does less than
    half a bit.
    """
    if selected.count < LEAST_OPERATIONS:
        return []
    counts = Counts(selected)
    findings = [finding for kind in FINDING_KINDS if (finding := kind(counts)) and finding.score >= LEAST_SURPRISE]
    ranked = _vary(sorted(findings, key=lambda finding: -round(finding.score, 9)))[:most]
    return [keep_true_lead(finding, selected) for finding in ranked]


def _vary(findings: list[Finding]) -> list[Finding]:
    pages: set[str] = set()
    first: list[Finding] = []
    later: list[Finding] = []
    for finding in findings:
        (later if finding.page in pages else first).append(finding)
        pages.add(finding.page)
    return first + later
