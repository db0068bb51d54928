"""A view as Parquet, with its facts in the file's metadata."""

import io
import json

import pyarrow
import pyarrow.parquet

from exports.facts import machine_facts
from exports.view import View


def operations_parquet(view: View) -> bytes:
    """The rows by column code; the metadata key `about` holds the facts as JSON."""
    rows = pyarrow.Table.from_pandas(view.rows, preserve_index=False)
    about = json.dumps(machine_facts(view), ensure_ascii=False).encode()
    file = io.BytesIO()
    pyarrow.parquet.write_table(rows.replace_schema_metadata({**rows.schema.metadata, b"about": about}), file)
    return file.getvalue()
