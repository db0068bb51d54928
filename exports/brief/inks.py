"""The inks of files, which are printed on white."""

INK, QUIET_INK, LINE = "#111111", "#555555", "#D0D4D8"
