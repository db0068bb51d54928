"""Memory that nobody uses any more goes back to the system, so that a server stays as small as its table."""

import ctypes
import gc
import sys

import pyarrow as pa


def give_back_memory() -> None:
    """Let go of what is unused, and where the system can (glibc), of the room that it took."""
    gc.collect()
    pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        # Reading a large table leaves half as much again in free pieces that malloc keeps for later.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
