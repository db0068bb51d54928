"""Which version of the dashboard this is, as files and the data API say it."""

VERSION = "0.1.0"
