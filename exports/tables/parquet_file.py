"""A view as Parquet, with its facts in the file's metadata."""

import io
import json

import pandas as pd
import pyarrow
import pyarrow.parquet

from exports.facts import machine_facts
from exports.handover import Handover


def operations_parquet(handover: Handover) -> bytes:
    """The rows by column code; the metadata key `about` holds the facts as JSON."""
    rows = pyarrow.Table.from_pandas(handover.rows, column_types(handover.rows), preserve_index=False)
    about = json.dumps(machine_facts(handover), ensure_ascii=False).encode()
    file = io.BytesIO()
    pyarrow.parquet.write_table(rows.replace_schema_metadata({**rows.schema.metadata, b"about": about}), file)
    return file.getvalue()


def column_types(rows: pd.DataFrame) -> pyarrow.Schema:
    """The type of each column by what it is and not by what stands in it, so that files without rows fit all others."""
    return pyarrow.schema([(column, _type_of(rows[column])) for column in rows])


def _type_of(column: pd.Series) -> pyarrow.DataType:
    if pd.api.types.is_integer_dtype(column.dtype):
        return pyarrow.int64()
    return pyarrow.float64() if pd.api.types.is_float_dtype(column.dtype) else pyarrow.string()
