"""Cells read in a child process that may not take more than its share of memory and time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.intake.cells.text_columns import text_frame
from analysis.intake.limits import CHILD_MEMORY_BYTES, CHILD_SECONDS
from analysis.text import _, in_language, language

_ROOT = Path(__file__).parents[2]


def read_cells_apart(
    content: bytes,
    sheet: str | None = None,
    seconds: float = CHILD_SECONDS,
    memory_bytes: int = CHILD_MEMORY_BYTES,
) -> Sheet:
    """What `read_cells` gives, read in a process of its own; InputError too where that takes too long or too much."""
    order = json.dumps({"sheet": sheet, "memory": memory_bytes, "language": language()})
    try:
        # A fresh interpreter: a fork of a server would inherit its threads, locks and sockets. Pipes, so that nothing
        # of the table is ever written to a disk.
        done = subprocess.run(
            [sys.executable, "-m", "analysis.intake.isolated", order],
            input=content,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            # Arrow's own pools reserve far more addresses than they use, and the limit counts addresses.
            env=os.environ | {"ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            _("Reading the table took longer than {seconds} seconds, so it was stopped. Bring a smaller one.").format(
                seconds=round(seconds)
            )
        ) from None
    except OSError:
        raise InputError(_("The table could not be read: no process could be started for it.")) from None
    if done.returncode == 2:
        raise InputError(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
    if done.returncode != 0:
        raise InputError(
            _("Reading the table took more memory than it may ({most:,} MB). Bring a smaller one.").format(
                most=memory_bytes // 1_000_000
            )
            if _ran_out(done)
            else _("The table could not be read: it is damaged in a way that nobody foresaw.")
        )
    return unpack_sheet(done.stdout)


def limit_memory(most: int) -> bool:
    """Keep this process from taking more memory than `most` bytes; False where the system cannot."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):
        return False
    return True


def pack_sheet(sheet: Sheet) -> bytes:
    """A sheet as an Arrow stream: plain columns and JSON, nothing that can run."""
    columns = [pa.array(sheet.cells[name], pa.large_string()) for name in sheet.cells]
    about = {
        "names": list(sheet.cells),
        "repeated": sorted(sheet.repeated),
        "tags": sheet.tags,
        "skipped": sheet.skipped,
        "notes": sheet.notes,
        "sheet": sheet.sheet,
        "sheets": sheet.sheets,
    }
    names = [str(number) for number in range(len(columns))]
    table = pa.table([pa.array(sheet.lines), *columns], ["line", *names])
    table = table.replace_schema_metadata({"about": json.dumps(about)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def unpack_sheet(packed: bytes) -> Sheet:
    """The sheet that `pack_sheet` packed."""
    table = pa.ipc.open_stream(packed).read_all()
    about = json.loads(table.schema.metadata[b"about"])
    return Sheet(
        text_frame((column.cast(pa.string()) for column in table.columns[1:]), about["names"]),
        np.asarray(table["line"].to_numpy()),
        frozenset(about["repeated"]),
        tuple(tuple(tag) for tag in about["tags"]),
        tuple(Skipped(*skipped) for skipped in about["skipped"]),
        tuple(Note(template, tuple(tuple(value) for value in values)) for template, values in about["notes"]),
        about["sheet"],
        tuple(about["sheets"]),
    )


def _ran_out(done: subprocess.CompletedProcess) -> bool:
    # Killed by the system (a negative code), aborted, or stopped by Python.
    return done.returncode < 0 or done.returncode == 3 or b"memory" in done.stderr[-2000:]


def _work(order: dict) -> int:
    """In the child: standard input to a sheet; 2 and a sentence where the input is wrong, 3 out of memory."""
    limit_memory(order["memory"])
    # What a parser might print must not end up in the sheet.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        with in_language(order["language"]):
            sheet = read_cells(sys.stdin.buffer.read(), order["sheet"])
        with out:
            out.write(pack_sheet(sheet))
    except InputError as error:
        sys.stderr.buffer.write(str(error).replace("\n", " ").encode("utf-8", "replace"))
        return 2
    except MemoryError:
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(_work(json.loads(sys.argv[1])))
