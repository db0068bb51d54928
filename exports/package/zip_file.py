"""ZIP files whose bytes depend on nothing but what is in them."""

import io
import zipfile
from datetime import datetime


def zip_parts(parts: dict[str, bytes], made: datetime) -> bytes:
    """The parts under their names, all dated `made`; a ZIP knows no day before 1980."""
    moment = max(made, datetime(1980, 1, 1)).timetuple()[:6]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return file.getvalue()
