"""Any manager's table: bytes to cells, cells to columns, columns to a Table, and a report on what was understood.

`read_intake` and `load_intake` (read.py) do it all; `run_apart` (isolated.py) does any of it in a
process of its own, and `intake_sheet` the rest; `check_table` (check.py) says what to check.
"""
