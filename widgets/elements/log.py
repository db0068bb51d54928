"""A line of JSON for each view that is shown, where `OPERATIONS_LOG` asks for them."""

import json
import os
import sys
from datetime import UTC, datetime
from urllib.parse import urlencode

from analysis.view import View


def log_view(view: View, seconds: float) -> None:
    """Say on standard output which view was shown and how long that took; of somebody's own table only that it was one.

    A link to a table of one's own holds texts of it, which are nobody else's business.
    """
    if not os.environ.get("OPERATIONS_LOG"):
        return
    asked = "" if view.table else urlencode(view.to_query(), doseq=True)
    line = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "page": view.page,
        "asked": asked,
        "own_table": bool(view.table),
        "seconds": round(seconds, 4),
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
