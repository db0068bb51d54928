"""What stands out in a selection, one module for each subject."""

from analysis.findings.finding import Finding
from analysis.findings.standouts import find_standouts

__all__ = ["Finding", "find_standouts"]
