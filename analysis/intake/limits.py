"""How much of a table is read; more than this is refused before it fills the memory."""

SHEET_COLUMNS = 2_000
SHEET_ROWS = 2_000_000
CELLS = 60_000_000
CELL_CHARACTERS = 100_000
# As server.maxUploadSize has it.
UPLOAD_BYTES = 20 << 20
CHOICES_BYTES = 1 << 20
SHARED_BYTES = 500 << 20
UNPACKED_BYTES = 250_000_000
# What the reading of a table that somebody brings may take, and of the one that everyone sees.
CHILD_MEMORY_BYTES = 1_500_000_000
CHILD_SECONDS = 20
SHARED_MEMORY_BYTES = 8_000_000_000
SHARED_SECONDS = 300
# How many tables are read at once, and how long another one waits for its turn.
READERS = 2
READER_WAIT_SECONDS = 60
# What the tables that people brought may take as they are kept: those of one session, and all together.
SESSION_TABLES_BYTES = 1_000_000_000
ALL_TABLES_BYTES = 4_000_000_000
