"""Our frozen values on their way between this process and a child of its own, and nowhere else."""

import io
import pickle
from dataclasses import fields, is_dataclass
from typing import Any

from analysis.reading.reference import load_reference, reference_elsewhere


def pack(value: Any) -> bytes:
    """A value as bytes that `unpack` makes the same value of."""
    file = io.BytesIO()
    _Packer(file, protocol=5).dump(value)
    return file.getvalue()


def unpack(packed: bytes) -> Any:
    """The value that `pack` packed; only ever for bytes of a process that this one started."""
    return _Unpacker(io.BytesIO(packed)).load()


class _Packer(pickle.Pickler):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._names = {id(value): name for name, value in _held().items()}

    def persistent_id(self, value: Any) -> str | None:
        """The name of a reference that both sides have."""
        return self._names.get(id(value))

    def reducer_override(self, value: Any) -> Any:
        """One of our values by its fields alone: what was kept on it stays here."""
        if not is_dataclass(value) or isinstance(value, type):
            return NotImplemented
        return _make, (type(value), {field.name: getattr(value, field.name) for field in fields(value)})


class _Unpacker(pickle.Unpickler):
    def persistent_load(self, name: str) -> Any:
        """The reference of this name."""
        return _held()[name]


def _held() -> dict[str, Any]:
    reference = load_reference()
    return {"reference": reference, "elsewhere": reference_elsewhere(reference)}


def _make(kind: type, parts: dict[str, Any]) -> Any:
    made: Any = object.__new__(kind)
    for name, part in parts.items():
        object.__setattr__(made, name, part)
    return made
