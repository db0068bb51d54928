"""Records to columns of text, a block at a time, so that a million rows stay small."""

from collections.abc import Iterable
from itertools import islice

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.intake.progress import tell_rows

_BLOCK = 20_000


def make_columns(records: Iterable[tuple[int, list[str]]], width: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Records of `width` values as a frame of text columns numbered from 0, and the line of each."""
    records = iter(records)
    blocks: list[list[pa.Array]] = []
    lines: list[np.ndarray] = []
    count = 0
    while block := list(islice(records, _BLOCK)):
        lines.append(np.fromiter((line for line, _record in block), np.int64, len(block)))
        columns = zip(*(record for _line, record in block), strict=True)
        blocks.append([pa.array(column, pa.string()) for column in columns])
        count += len(block)
        tell_rows(count)
    chunks = [pa.chunked_array([block[i] for block in blocks], pa.string()) for i in range(width)]
    return text_frame(chunks, range(width)), np.concatenate([np.zeros(0, np.int64), *lines])


def text_frame(columns: Iterable[pa.ChunkedArray], names: Iterable) -> pd.DataFrame:
    """Text columns as a frame of pandas' own text type, missing as ""."""
    return pd.DataFrame(
        {
            name: pd.Series(pd.array(column.fill_null(""), dtype="str"), copy=False)
            for name, column in zip(names, columns, strict=True)
        }
    )
