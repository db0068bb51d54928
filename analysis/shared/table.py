"""The table that everyone sees: the one that a setting names, else the built-in one."""

from datetime import datetime

from analysis.errors import InputError
from analysis.shared.file import SharedFile, Trouble
from analysis.shared.setting import read_setting
from analysis.table.load import load_built_in
from analysis.table.table import Table

# Who has a table to show waits only a moment for a newer one.
_PATIENCE_SECONDS = 0.3
_file = SharedFile()


def shared_table(moment: datetime | None = None) -> Table:
    """The table that everyone sees, the last good one of its file; InputError says why there has been none.

    `moment` is now. Without it a table that is there already stays, since nobody can say whether a newer one has been
    written to its end.
    """
    try:
        setting = read_setting()
    except InputError as error:
        _file.doubt(moment, str(error))
    else:
        if setting is None:
            _file.forget()
            return load_built_in()
        _file.look(setting, moment, _PATIENCE_SECONDS if _file.good else None)
    if _file.good is None:
        # Where nothing good was ever read there is trouble to tell of.
        assert _file.trouble
        raise InputError(_file.trouble.why)
    return _file.good


def shared_trouble() -> Trouble | None:
    """Since when and why what everyone sees is not what is in the file now; None where it is."""
    return _file.trouble if _file.good else None


def shared_progress(moment: datetime, seconds: float) -> int | None:
    """The rows read so far, after waiting for them, of a first table that is still to come; else None."""
    try:
        setting = read_setting()
    except InputError:
        return None
    if setting is None or _file.good or _file.look(setting, moment, seconds):
        return None
    return _file.rows
