"""An import from a file to its end: read, staged, compared, and applied where that is wanted."""

from __future__ import annotations

import contextlib
import gc
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from bot.box import Keys
from bot.imports.applying import Applying, Order
from bot.imports.preview import preview
from bot.imports.problems import ProblemRow, Problems, problem_rows
from bot.imports.reading import read
from bot.imports.staging import Staging, Upload
from bot.imports.trouble import UnusableFileError
from bot.imports.undoing import forget_old, forget_years
from bot.store import stage_statements as sql
from bot.store.database import connect
from bot.store.import_statements import MARK, SAME_FILE
from bot.store.staff import audit
from handlers.import_preview import Preview, problems_exported
from handlers.report_row import Fault, ImportSettings
from knowledge.library import Library

#: What is told of the work: what is done (`read`, `apply`), how far it is (0 to 1, None: not known).
Progress = Callable[[str, float | None], None]


class Wanted(Struct, frozen=True):
    """An import that somebody wants. `only`: rows of other circles are problems; `year`: of rows that name none."""

    path: Path
    actor: str
    circle: str | None
    only: str | None
    year: str | None
    now: int


class Keeps(Struct, frozen=True):
    """How far back things are kept: imports can be taken back that were made since then; progress from that year on."""

    undo_since: int = 0
    first_year: str = ""


_ALL = Keeps()


class Import:
    """A file staged and compared; nothing of it is in the store until `apply`. Made by `staged`."""

    def __init__(self, db: sqlite3.Connection, keys: Keys, wanted: Wanted, keeps: Keeps) -> None:
        self.columns: Sequence[str] = ()
        self.notices: dict[Fault, int] = {}
        self.longest = 0.0
        self.shown: Preview
        self._mark: tuple[object, ...] = ()
        self._db, self._keys, self._wanted, self._keeps = db, keys, wanted, keeps

    def stage(self, library: Library, progress: Progress) -> Preview:
        """Read the file and compare it with the store.

        Raises:
            UnusableFileError: it cannot be imported at all.
            OSError: it cannot be read.
        """
        wanted, db = self._wanted, self._db
        self._mark = db.execute(MARK).fetchone()
        reading = read(wanted.path, library, ImportSettings(wanted.circle, wanted.year, wanted.only))
        self.columns = reading.columns
        same = db.execute(SAME_FILE, (reading.digest, wanted.circle)).fetchone()
        upload = Upload(reading.kind, wanted.circle, wanted.now, same and same[0])
        staging = Staging(db, self._keys, upload, Problems(db, self._keys))
        with _no_garbage():
            staging.take(reading.rows(), lambda: progress("read", reading.share()))
        self.notices = dict(reading.notices)
        percent = library.catalogue.reports.missing_percent
        self.shown = preview(db, self._keys, staging, reading.digest, percent)
        self._audit("import preview")
        return self.shown

    def problems(self) -> Iterator[ProblemRow]:
        """The rows that are not taken in."""
        return problem_rows(self._db, self._keys)

    def apply(self, progress: Progress, *, yields: bool) -> int:
        """Take it in; return the import's number. `yields`: somebody else uses the database meanwhile.

        Raises:
            UnusableFileError: something else was taken in, taken back or decided since the preview.
        """
        shown, wanted = self.shown, self._wanted
        if self._db.execute(MARK).fetchone() != self._mark:
            raise UnusableFileError("stale")
        forget_old(self._db, self._keeps.undo_since)
        forget_years(self._db, self._keeps.first_year)
        order = Order(
            wanted.actor, shown.kind, wanted.circle, shown.file_hash, shown.reported_at, tuple(shown.newest_in),
            tuple(shown.circles), wanted.now,
        )  # fmt: skip
        total = sum(shown.people.values())
        applying = Applying(self._db, order, total, lambda done, all_: progress("apply", done / max(1, all_)), yields)
        number = applying.run(shown.counts())
        self.longest = applying.longest
        self._audit(f"import {number}")
        return number

    def give_up(self) -> None:
        """Keep that somebody decided against taking it in."""
        self._audit("import cancel")

    def note_export(self, rows: int) -> None:
        """Keep that its problem rows were handed out."""
        audit(self._db, self._wanted.actor, "export", problems_exported(self.shown.circle, rows), self._wanted.now)

    def _audit(self, action: str) -> None:
        shown = self.shown
        counts = ", ".join(f"{name} {times}" for name, times in shown.counts().items())
        where = shown.circle or "central"
        audit(self._db, self._wanted.actor, action, f"{shown.kind}, {where}: {counts}", self._wanted.now)


@contextlib.contextmanager
def _no_garbage() -> Iterator[None]:
    """What reading makes stays, or goes by itself: to look through it for cycles would be a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextlib.contextmanager
def staging_beside(database: str) -> Iterator[str]:
    """A path for the staging, in a folder of its own beside the database, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dakpath-import-", dir=Path(database).resolve().parent) as folder:
        yield str(Path(folder) / "staging.db")


@contextlib.contextmanager
def opened(
    database: str, keys_of: Callable[[sqlite3.Connection], Keys], wanted: Wanted, keeps: Keeps = _ALL
) -> Iterator[Import]:
    """An import, on a connection of its own."""
    with staging_beside(database) as staging, contextlib.closing(connect(database)) as db:
        db.execute("PRAGMA cache_size=-32000")
        db.execute("PRAGMA temp_store=MEMORY")
        db.execute(sql.ATTACH, (staging,))
        db.executescript(sql.SET_UP)
        yield Import(db, keys_of(db), wanted, keeps)
