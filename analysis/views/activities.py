"""What the activities of a table are called, mean and look like."""

from dataclasses import dataclass

import pandas as pd

from analysis.counts.ask import otherwise
from analysis.reading.activities import activity_definition, activity_names, label_activity
from analysis.selection.select import Selected
from analysis.text import _
from analysis.views.palette import activity_colours


@dataclass(frozen=True, eq=False)
class Activities:
    """By code, those first that are most common in the table: names, meanings ("" where there is none), colours."""

    names: dict[str, str]
    meanings: dict[str, str]
    colours: dict[str, str]

    def labels(self, codes) -> dict[str, str]:
        """Code and name of each of these in one text: IDPs · Internally Displaced People."""
        return {code: label_activity(code, self.names[code]) for code in codes}

    def named(self, counts: pd.DataFrame) -> pd.DataFrame:
        """A count table by activity with the name beside the code, each under the one heading it has everywhere."""
        named = {_("Activity area"): [self.names.get(code, "") for code in counts["activity"]]}
        columns: dict[str, object] = {}
        for column in counts:
            columns |= (
                {_("Code"): counts[column].array} | named if column == "activity" else {column: counts[column].array}
            )
        return pd.DataFrame(columns)


@otherwise("from the codes that occur in any part, known once all are read", of_whole=True, from_others=True)
def list_activities(selected: Selected) -> Activities:
    """The activities that occur in the table, whatever is chosen."""
    table = selected.snapshot.table
    colours = activity_colours(table)
    meanings = {code: activity_definition(code, table.reference) for code in colours}
    return Activities(activity_names(colours, table.reference), meanings, colours)
