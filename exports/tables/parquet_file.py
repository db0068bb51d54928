"""A view as Parquet, with its facts in the file's metadata."""

import io
import json

import pyarrow
import pyarrow.parquet

from exports.facts import machine_facts
from exports.handover import Handover


def operations_parquet(handover: Handover) -> bytes:
    """The rows by column code; the metadata key `about` holds the facts as JSON."""
    rows = pyarrow.Table.from_pandas(handover.rows, preserve_index=False)
    about = json.dumps(machine_facts(handover), ensure_ascii=False).encode()
    file = io.BytesIO()
    pyarrow.parquet.write_table(rows.replace_schema_metadata({**rows.schema.metadata, b"about": about}), file)
    return file.getvalue()
