"""A cell's desk in a test: a database, files written as the portal writes them, imports of them."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.box import Keys
from bot.imports.importing import Wanted, opened
from bot.imports.reading import read
from bot.imports.undoing import undo
from bot.store.database import connect
from bot.store.keys import open_keys
from handlers.import_preview import Preview
from handlers.report_row import ImportSettings, Kind, Row
from knowledge.library import Library

MASTER = b"a-key-of-a-test-only"
NOW = 1_770_000_000
USERS = ("Full_Name", "Designation", "Email", "Phone_Number", "MDO_Name", "Group", "Employee_Id", "Profile_Status",
         "Report_Last_Generated_On")  # fmt: skip
PLAN = ("Name", "Email", "Phone", "MDO_Name", "Group", "Designation", "EmployeeId", "Name of CBP Allocated Course",
        "isapar", "Allocated On", "Current Progress", "Due Date of Completion", "Actual Date of Completion",
        "Report_Last_Generated_On")  # fmt: skip
#: Everything that an import may write, but for its own bookkeeping.
_KEPT = ("person", "roster", "claim", "plan", "seen", "clash", "alias")
Cells = Sequence[str]


def written(day: int) -> str:
    """A moment as the portal writes it."""
    return f"2026-01-{day:02d} 10:12:44 AM"


def user(name: str, employee: str = "", email: str = "", mobile: str = "", *, circle: str = "Delhi Postal Circle",
         post: str = "Postal Assistant", group: str = "Group C", status: str = "VERIFIED",
         day: int = 20) -> Cells:  # fmt: skip
    return (name, post, email, mobile, circle, group, employee, status, written(day))


def plan(name: str, email: str = "", course: str = "Conduct Rules", progress: str = "Not Started", *, mobile: str = "",
         employee: str = "", circle: str = "Delhi Postal Circle", post: str = "Postal Assistant",
         group: str = "Group C", done: str = "", day: int = 20) -> Cells:  # fmt: skip
    return (name, email, mobile, circle, group, post, employee, course, "true", "2025-08-31", progress, "2026-03-31",
            done, written(day))  # fmt: skip


@dataclass
class Cell:
    """Imports into one database."""

    folder: Path
    library: Library
    circle: str | None = "delhi"
    only: str | None = "delhi"
    files: int = 0

    @property
    def database(self) -> str:
        return str(self.folder / "cell.db")

    def file(self, header: Cells, rows: Iterable[Cells]) -> Path:
        self.files += 1
        path = self.folder / f"file-{self.files}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def users(self, *rows: Cells) -> Path:
        return self.file(USERS, rows)

    def plan(self, *rows: Cells) -> Path:
        return self.file(PLAN, rows)

    def read(self, path: Path) -> tuple[Kind, list[Row]]:
        reading = read(path, self.library, ImportSettings(self.circle, None, self.only))
        return reading.kind, list(reading.rows())

    def shown(self, path: Path) -> Preview:
        """Compare a file; nothing is changed."""
        return self._import(path, applies=False)

    def take(self, path: Path, stop_after: int = 0) -> Preview:
        """Compare a file and apply it; killed after so many chunks, where that is wanted."""
        return self._import(path, applies=True, stop_after=stop_after)

    def _import(self, path: Path, *, applies: bool, stop_after: int = 0) -> Preview:
        wanted = Wanted(path, "test", self.circle, self.only, None, NOW)
        with opened(self.database, lambda db: open_keys(db, MASTER), wanted) as made:
            shown = made.stage(self.library, lambda *_: None)
            self.problems = list(made.problems())
            if applies:
                made.apply(_Stopping(stop_after), yields=False)
        return shown

    def undo(self, import_id: int) -> None:
        with closing(connect(self.database)) as db:
            undo(db, import_id, "test", NOW, lambda _: None, yields=False)

    def last_import(self) -> int:
        """The last import that is not taken back; 0: there is none."""
        return int(str(self.rows("SELECT coalesce(max(id), 0) FROM import WHERE state <> 'undone'")[0][0]))

    def rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with closing(connect(self.database)) as db:
            return db.execute(statement, values).fetchall()

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """All that is kept, to compare."""
        return {table: self.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in _KEPT}

    def people(self) -> list[tuple[object, ...]]:
        """Everybody of the roster as the plain rule has them."""
        with closing(connect(self.database)) as db:
            keys = open_keys(db, MASTER)
            return sorted(_said(db, keys, *row) for row in db.execute(_ROSTER).fetchall())


_ROSTER = """
SELECT person_id, employee_id, email_box, mobile_box, name_box, designation, meanings, designation_written,
       group_written, circle, has_left FROM roster
"""
_CLAIMS = "SELECT year, course, state, day FROM claim WHERE person_id = ? AND source = 'report' ORDER BY 1, 2"
_PLAN = "SELECT year, course FROM plan WHERE person_id = ? ORDER BY 1, 2"


def _said(db: sqlite3.Connection, keys: Keys, person: int, employee: str | None, *row: object) -> tuple[object, ...]:
    """A row of the roster, its boxes opened."""
    email, mobile, name, designation, meanings, post, group, circle, has_left = row
    opened_ = [keys.open(kind, box) if isinstance(box, bytes) else ""
               for kind, box in (("email", email), ("mobile", mobile), ("name", name))]  # fmt: skip
    meant = tuple(str(meanings)[1:-1].replace('"', "").split(", ")) if meanings != "[]" else ""
    told = designation or meant or post or ""
    claims = tuple(
        ((year, course), state, str(day or "")) for year, course, state, day in db.execute(_CLAIMS, (person,))
    )
    planned = tuple((year, course) for year, course in db.execute(_PLAN, (person,)))
    return (employee or "", *opened_, str(told), str(group or ""), str(circle or ""), bool(has_left), claims, planned)


class _Stopping:
    """Raises once so many chunks are applied, as a kill would."""

    def __init__(self, chunks: int) -> None:
        self._left = chunks

    def __call__(self, what: str, share: float | None) -> None:
        if what == "apply" and self._left:
            self._left -= 1
            if not self._left:
                raise KilledError


class KilledError(Exception):
    """In place of a kill: nothing of the process is run any more."""
