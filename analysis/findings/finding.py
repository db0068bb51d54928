"""One thing that stands out."""

from dataclasses import dataclass

from analysis.selection.selection import Selection


@dataclass(frozen=True)
class Finding:
    """A sentence that stands out in a selection, and where it leads.

    kind: a stable code.  text: the sentence, in the language in force when it was found.
    chance: how likely a shuffled table is, at most, to have a finding as strong anywhere that was searched.
    count: the number of operations that `selection` shows.
    selection: the selection it leads on to; None where no selection shows just these operations.
    page: the code of the page that shows more of it.
    """

    kind: str
    text: str
    chance: float
    count: int
    selection: Selection | None
    page: str
