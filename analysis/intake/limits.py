"""How much of a table is read; more than this is refused before it fills the memory."""

SHEET_COLUMNS = 2_000
SHEET_ROWS = 2_000_000
CELLS = 60_000_000
CELL_CHARACTERS = 100_000
# As server.maxUploadSize has it.
UPLOAD_BYTES = 20 << 20
UNPACKED_BYTES = 250_000_000
CHILD_MEMORY_BYTES = 1_000_000_000
CHILD_SECONDS = 20
