"""A staged file taken into the store: in chunks, each a short transaction, so that others wait little.

Killed between two chunks, the same file again completes it: what is there already is no change. It decides nothing.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from bot.store import import_statements as sql
from bot.store import stage_statements as stage_sql

#: Seconds: how long a transaction may last; the pause after it, of its own length, while others use the database.
_CHUNK_LONG = 0.03
_FIRST, _LEAST, _MOST = 200, 20, 20_000
_MISSING_AT_ONCE = 500

Progress = Callable[[int, int], None]


class Order(Struct, frozen=True):
    """An import to apply: `newest_in`: the circles of which it is the newest report of its kind."""

    actor: str
    kind: str
    circle: str | None
    file_hash: str
    reported_at: int
    newest_in: Sequence[str]
    circles: Sequence[str]
    now: int


@dataclass(slots=True)
class Applying:
    """Applies the staging that is attached. `yields`: pause after each chunk, somebody else uses the database."""

    db: sqlite3.Connection
    order: Order
    total: int
    progress: Progress
    yields: bool = False
    import_id: int = 0
    changes: int = 0
    longest: float = 0.0
    _done: int = 0
    _size: int = _FIRST
    _new_ids: list[tuple[int, int, int]] = field(default_factory=list)

    def run(self, counts: dict[str, int]) -> int:
        """Apply all; return the import's number."""
        self.db.execute("PRAGMA synchronous=NORMAL")  # until the end: a power cut undoes whole chunks, from the last on
        self.db.execute(stage_sql.FILL_BOXES)
        self._begin()
        self._known()
        self._new()
        for circle in self.order.newest_in:
            self._missing(circle)
        self.db.execute("PRAGMA synchronous=FULL")
        self._transact(lambda: self._end(counts))
        return self.import_id

    def _begin(self) -> None:
        order = self.order
        same = self.db.execute(sql.SAME_FILE, (order.file_hash, order.circle)).fetchone()
        if same is not None and same[1] != "kept":  # that one cannot be taken back any more: this one can
            self.import_id = same[0]
            return

        def begin() -> None:
            values = (order.now, order.actor, order.kind, order.circle, order.file_hash, order.reported_at)
            self.import_id = self.db.execute(sql.BEGIN, values).lastrowid or 0
            for circle in order.circles:
                self.db.execute(sql.BEGIN_CIRCLE, (self.import_id, order.kind, circle, order.reported_at))

        self._transact(begin)

    def _known(self) -> None:
        """Whom the store has, by their numbers: neighbours stand beside each other in its tables."""
        last = 0
        while rows := self.db.execute(sql.NEXT_KNOWN, (last, self._size)).fetchall():
            first, last = rows[0][0], rows[-1][0]
            self._chunk(first, last, len(rows), is_new=False)

    def _new(self) -> None:
        """Whom the file brings: they get the numbers behind the last person's."""
        most, done = int(self.db.execute(sql.LAST_NEW).fetchone()[0]), 0
        while done < most:
            first, last = done + 1, min(done + self._size, most)
            self._chunk(-last, -first, last - first + 1, is_new=True)
            done = last

    def _chunk(self, first: int, last: int, size: int, *, is_new: bool) -> None:
        """The persons numbered from `first` to `last`."""

        def work() -> None:
            added = 0
            if is_new:
                added = int(self.db.execute(sql.LAST_PERSON).fetchone()[0]) + last + 1  # number -1 gets this plus 1
                self._new_ids.append((first, last, added))
                self.db.execute(sql.NEW_PERSONS, (first, last, self.order.now, added))
            self._take_in(first, last, added, is_new=is_new)

        long = self._transact(work)
        self._done += size
        self.progress(self._done, self.total)
        self._size = int(min(_MOST, max(_LEAST, self._size * min(1.5, max(0.4, _CHUNK_LONG / max(long, 1e-4))))))

    def _take_in(self, first: int, last: int, added: int, *, is_new: bool) -> None:
        db, bounds = self.db, (first, last, self.import_id)
        before = db.total_changes
        if not is_new:
            for undo in (sql.ROSTER_UNDO, sql.CLAIM_UNDO, sql.PLAN_UNDO):
                db.execute(undo, bounds)
        logged = db.total_changes - before
        for keep in (sql.KEEP_ROSTER, sql.KEEP_FACTS, sql.KEEP_PLAN):
            db.execute(keep, (*bounds, added))
        changed = db.total_changes - before - logged
        seen = (*bounds, added, self.order.kind, json.dumps(list(self.order.newest_in)))
        if not is_new:
            db.execute(sql.SEEN_UNDO, seen)
        db.execute(sql.KEEP_SEEN, seen)
        if changed:
            db.execute(sql.STALE, (first, last, 1, added))
        self.changes += changed

    def _missing(self, circle: str) -> None:
        """Mark who is in no row of the newest report any more."""
        kind, left = self.order.kind, True

        def mark() -> None:
            nonlocal left
            values = (self.import_id, kind, circle, _MISSING_AT_ONCE)
            persons = self.db.execute(sql.NEXT_MISSING, values).fetchone()[0]
            left = persons != "[]"
            self.db.execute(sql.MISSING_UNDO, (self.import_id, kind, persons))
            self.db.execute(sql.MARK_MISSING, (self.import_id, kind, persons))

        while left:
            self._transact(mark)

    def _end(self, counts: dict[str, int]) -> None:
        for kind, employee, email, email_box, name_box, kept, other, circle in self.db.execute(sql.CLASHES).fetchall():
            self.db.execute(sql.KEEP_CLASHES, (
                kind, employee, email, email_box, name_box, self._id(kept), other and self._id(other), circle,
                self.import_id, self.order.now,
            ))  # fmt: skip
        self.db.execute(sql.ENDED, (self.import_id, "applied", json.dumps(counts)))

    def _id(self, person: int) -> int:
        """The number that a new person got."""
        return next((added - person for first, last, added in self._new_ids if first <= person <= last), person)

    def _transact(self, work: Callable[[], None]) -> float:
        """Do it in a transaction of its own; return how long the database was held (seconds)."""
        self.db.execute("BEGIN IMMEDIATE")
        start = time.monotonic()
        try:
            work()
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        long = time.monotonic() - start
        self.longest = max(self.longest, long)
        if self.yields:
            time.sleep(long)
        return long
