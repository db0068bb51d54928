"""A figure with what it says: the form in which every chart reaches a page."""

from dataclasses import dataclass, field

import pandas as pd
from plotly.io.json import to_json_plotly

from charts.common.style import Figure


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure, the statement it makes (its title), and the count table it is drawn from, with titled columns.

    counts_overlap says that the parts may add up to more than the operations counted; counted says in a sentence
    which operations they are, where that is not the selection alone.
    opens: what a click on a mark means, as its customdata says; one for each row of the table, "" for none.
    years: where the horizontal axis has years to choose by drawing over them, what to add to a place on it so that its
    whole part is the year.
    movie: frames that the browser plays, each saying which points it shows (`charts.map_frames`).
    notes: what has to be said in a picture of it, beside the caption.
    key: what colours and marks mean, as (mark, colour, name), for a picture, where the key of the page is not.
    """

    figure: Figure
    says: str
    table: pd.DataFrame
    counts_overlap: bool = False
    counted: str = ""
    opens: tuple[str, ...] = ()
    years: float | None = None
    config: dict = field(default_factory=dict)
    movie: dict = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    key: tuple[tuple[str, str, str], ...] = ()

    def figure_json(self) -> str:
        """The figure as the JSON that plotly draws in the browser."""
        return to_json_plotly(self.figure)
