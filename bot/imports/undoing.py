"""An import taken back, in short transactions; killed in between, doing it again completes it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from functools import partial

from bot.store import import_statements as import_sql
from bot.store import undo_statements as sql
from bot.store.staff import audit

_AT_ONCE = 300


class NotUndoableError(Exception):
    """It cannot be taken back; the key of the text that says why: `unknown`, `undone`, `touched`."""


def undo(
    db: sqlite3.Connection, import_id: int, actor: str, now: int, progress: Callable[[float], None], *, yields: bool
) -> None:
    """Put back what an import replaced and take out what it brought.

    Raises:
        NotUndoableError: there is no such import, or something newer is built on it; nothing is changed.
    """
    row = db.execute(sql.ONE, (import_id,)).fetchone()
    if row is None:
        raise NotUndoableError("unknown")
    state = row[0]
    if state not in ("applied", "applying", "undoing"):
        raise NotUndoableError("undone" if state == "undone" else "kept")
    if state != "undoing":
        _transact(db, lambda: _begin(db, import_id), yields=yields)
    last, done, total = 0, 0, int(db.execute(sql.PERSONS).fetchone()[0]) or 1
    while True:
        first, last_of, count = db.execute(sql.NEXT_RANGE, (last, _AT_ONCE)).fetchone()
        if not count:
            break
        _transact(db, partial(_range, db, import_id, first, last_of), yields=yields)
        last, done = last_of, done + count
        progress(done / total)
    _transact(db, lambda: _end(db, import_id, actor, now), yields=yields)


def forget_old(db: sqlite3.Connection, before: int) -> None:
    """Imports of before that moment cannot be taken back any more: what they replaced goes."""
    for (import_id,) in db.execute(sql.OLD_IMPORTS, (before,)).fetchall():
        for statement in sql.FORGET_UNDO:
            while db.execute(statement, (import_id,)).rowcount:
                pass
        db.execute(sql.KEEP, (import_id,))


def forget_years(db: sqlite3.Connection, before: str) -> None:
    """What was known of training years before this one goes."""
    while (people := db.execute(sql.PEOPLE_OF_YEARS, (before,)).fetchone()[0]) != "[]":
        _transact(db, partial(_forget_years, db, before, people), yields=True)


def _forget_years(db: sqlite3.Connection, before: str, people: str) -> None:
    for statement in sql.FORGET_YEARS:
        db.execute(statement, (before, people))


def _begin(db: sqlite3.Connection, import_id: int) -> None:
    if any(db.execute(f"SELECT EXISTS ({one})", (import_id,)).fetchone()[0] for one in sql.TOUCHED):
        raise NotUndoableError("touched")
    db.execute(import_sql.STATE, ("undoing", import_id))


def _range(db: sqlite3.Connection, import_id: int, first: int, last: int) -> None:
    for statement in sql.UNDO:
        db.execute(statement, (import_id, first, last))


def _end(db: sqlite3.Connection, import_id: int, actor: str, now: int) -> None:
    db.execute(sql.FORGET_CLASHES, (import_id,))
    db.execute(import_sql.STATE, ("undone", import_id))
    counts = json.loads(db.execute(sql.COUNTS, (import_id,)).fetchone()[0])
    audit(db, actor, f"import undo {import_id}", ", ".join(f"{name} {times}" for name, times in counts.items()), now)


def _transact(db: sqlite3.Connection, work: Callable[[], None], *, yields: bool) -> None:
    db.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    try:
        work()
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    if yields:
        time.sleep(time.monotonic() - start)
