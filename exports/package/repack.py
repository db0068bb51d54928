"""Office files whose bytes depend on nothing but what is in them."""

import io
import re
import zipfile
from datetime import datetime

from exports.package.zip_file import zip_parts

_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def repack_office(content: bytes, made: datetime) -> bytes:
    """The same file with every date in it, those of the workbooks inside it too, set to `made`."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    moment = f"{made.isoformat()}Z".encode()
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            parts[name] = repack_office(part, made)
        elif name == "docProps/core.xml":
            parts[name] = _MOMENT.sub(rb"\g<1>" + moment, part)
    return zip_parts(parts, made)
