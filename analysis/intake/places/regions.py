"""A region column of the user's in place of the UN's regions, where it says one region for each country."""

from dataclasses import replace

import pandas as pd

from analysis.intake.cells.sheet import Note
from analysis.table.table import Table
from analysis.text import N_

TAKEN = N_("Regions are those of the column {column!r}; sub-regions are the UN's.")
TWO_REGIONS = N_("The column {column!r} has {country!r} in more than one region, so the regions are the UN's (M49).")


def take_regions(table: Table, regions: pd.Series, column: str) -> tuple[Table, Note]:
    """The table with the regions that stand in a column of it, one for each row, and a note on what was done."""
    rows = pd.DataFrame({"place": table.operations["place"], "region": regions.str.strip()})
    different = rows[rows["region"] != ""].drop_duplicates(["place", "region"])
    named = different.merge(table.place_territories, on="place").drop_duplicates(["iso3", "region"])
    if (twice := named["iso3"].duplicated()).any():
        country = table.places[named.loc[twice, "place"].iloc[0]]
        return table, Note(TWO_REGIONS, (("column", column), ("country", country)))
    reference = table.reference
    territories = reference.territories
    own = named.set_index("iso3")["region"].reindex(territories.index).fillna("")
    # A country that no row of this table has keeps its region, so that links from elsewhere still mean something.
    here = territories.index.isin(table.place_territories["iso3"])
    changed = replace(reference, territories=territories.assign(region=territories["region"].where(~here, own)))
    return replace(table, reference=changed), Note(TAKEN, (("column", column),))
