"""What stands out in a selection."""

from analysis.findings.finding import Finding
from analysis.findings.standouts import find_standouts

__all__ = ["Finding", "find_standouts"]
