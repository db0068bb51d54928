"""A view as JSON: its facts and its rows."""

import json

from exports.facts import machine_facts
from exports.view import View


def operations_json(view: View) -> bytes:
    """An object with `about`, the facts of the view, and `operations`, its rows by column code."""
    about = json.dumps(machine_facts(view), ensure_ascii=False, indent=1)
    # pandas writes the rows ten times as fast as the json module, with null for what is missing.
    operations = view.rows.to_json(orient="records", force_ascii=False, double_precision=12, lines=False)
    return f'{{"about": {about},\n"operations": {operations}}}\n'.encode()
