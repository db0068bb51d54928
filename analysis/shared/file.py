"""The last good table of a file that others rewrite as they like: read once a change, by one reader at a time."""

from contextvars import copy_context
from datetime import datetime, timedelta
from threading import Lock, Thread
from typing import NamedTuple

from analysis.errors import InputError
from analysis.intake.progress import telling
from analysis.memory import give_back_memory
from analysis.shared.read import State, being_written, read_whole, table_state
from analysis.shared.setting import Setting
from analysis.table.table import Table
from analysis.text import _

# Whoever writes in place may pause, so a file counts as written once it has been left alone for so long.
_QUIET = timedelta(seconds=2)
# One that has become shorter may be half written, so it is given longer before it takes the place of the good table.
_QUIET_IF_SHORTER = timedelta(seconds=10)


class Trouble(NamedTuple):
    """Why what is in the file now is not shown, and since when, as far as anybody has said the time."""

    since: datetime | None
    why: str


class SharedFile:
    """Holds the last good table; any number of threads may use it at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Hold nothing, as in the beginning."""
        self.good: Table | None = None
        self.trouble: Trouble | None = None
        self.rows = 0
        self._reader: Thread | None = None
        # What was read last and why that came to nothing, if it did; what is there now and since when.
        self._read: tuple[Setting, State | None] | None = None
        self._why = ""
        self._seen: tuple[tuple[Setting, State | None], datetime] | None = None
        # What the good table was read by, and whether its last line had an end.
        self._good_setting: Setting | None = None
        self._ended = False
        # When something was found unfinished; looking into it again and again would help nobody.
        self._tried: datetime | None = None
        # What was read and had fewer rows than the good table.
        self._shorter: tuple[Setting, State | None] | None = None

    def look(self, setting: Setting, moment: datetime | None = None, seconds: float | None = None) -> bool:
        """Have the file read if it changed and wait up to `seconds` for that; whether all there is has been read.

        `moment` is now: a file that was written to a moment ago is given the time to be finished. Who does not know
        the time does not have a newer file read.
        """
        with self._lock:
            key = (setting, table_state(setting))
            if self._reader is None and key == self._read:
                self._say(moment, self._why)
            elif self._reader is None and moment is None and self.good:
                return False
            elif self._reader is None and moment and not self._left_alone(key, moment):
                self._say(moment, being_written(setting))
                return False
            elif self._reader is None:
                self.rows = 0
                # A reader speaks the language of the one who made it read.
                self._reader = Thread(target=copy_context().run, args=(self._work, key, moment), daemon=True)
                self._reader.start()
            reader = self._reader
        if reader:
            reader.join(seconds)
        return not (reader and reader.is_alive())

    def doubt(self, moment: datetime | None, why: str) -> None:
        """Note why nobody can look at the file at all."""
        with self._lock:
            self._say(moment, why)

    def _left_alone(self, key: tuple[Setting, State | None], moment: datetime) -> bool:
        if key[1] is None:
            return True
        if self._seen is None or self._seen[0] != key:
            self._seen = (key, moment)
        if self._tried and moment - self._tried < _QUIET:
            return False
        written = datetime.fromtimestamp(key[1].changed_at / 1e9, moment.tzinfo)
        # The disk may have a clock of its own; then it is enough to have seen the file so for long enough.
        quiet = _QUIET_IF_SHORTER if key == self._shorter else _QUIET
        return moment - written >= quiet or moment - self._seen[1] >= quiet

    def _work(self, key: tuple[Setting, State | None], moment: datetime | None) -> None:
        setting, found, why = key[0], None, ""
        before = self._good_setting == setting and self._ended
        try:
            with telling(self._count):
                found = read_whole(*key, ended_before=before)
            if self._is_new_and_shorter(key, found[0], moment):
                self._shorter, found, why = key, None, being_written(setting)
        except InputError as error:
            why = str(error)
        except BaseException:
            # Whatever a file does to a parser, some of which panic, it must not end the reading for good.
            why = _("{file}: it is damaged in a way that nobody foresaw.").format(file=setting.path.name)
        with self._lock:
            if found:
                self.good, self._ended = found
                self._good_setting = setting
            # A file that changed meanwhile, or that is not finished, is read again at the next look.
            finished = why != being_written(setting) and table_state(setting) == key[1]
            self._read, self._tried = (key, None) if finished else (None, moment)
            self._why = why
            self._say(moment, why)
            self._reader = None
        del found
        # The table before this one is large perhaps, and held together by what was worked out from it.
        give_back_memory()

    def _is_new_and_shorter(self, key: tuple[Setting, State | None], table: Table, moment: datetime | None) -> bool:
        if moment is None or self.good is None or self._good_setting != key[0] or key == self._shorter:
            return False
        return table.row_count < self.good.row_count

    def _count(self, rows: int) -> None:
        self.rows = rows

    def _say(self, moment: datetime | None, why: str) -> None:
        since = self.trouble.since if self.trouble and self.trouble.since else moment
        self.trouble = Trouble(since, why) if why else None
