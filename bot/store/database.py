"""SQLite on one thread: whole transactions as functions, those that wait together committed together.

`synchronous=FULL`: a caller goes on only when its commit is on the disk. Grouping makes that as cheap as NORMAL.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.store.reading import read
from knowledge.json_text import from_json

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], T]

#: Waiting transactions that share one commit at most.
_GROUP = 128
#: Milliseconds to wait for another connection: to write, and to empty the log (which can wait, other than people).
_WAIT, _WIPE_WAIT = 10_000, 100
MIGRATIONS = Path(__file__).parent / "migrations"


class StoreError(Exception):
    """The store cannot be used; the message is for the operator."""


@dataclass(slots=True)
class _Queued:
    job: Job[Any]
    done: asyncio.Future[Any]
    wipes: bool
    is_repeatable: bool
    reads: bool


class Database:
    """Runs functions of a connection, each a transaction of its own within a shared commit."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._queue: queue.SimpleQueue[_Queued | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def open(self) -> None:
        """Open the file, bring its schema up to date and start the thread.

        Raises:
            StoreError: the file cannot be opened, is no database, or is of a newer version.
        """
        self._loop = asyncio.get_running_loop()
        connection = await self._loop.run_in_executor(None, connect, self._path)
        self._thread = threading.Thread(target=self._work, args=(connection,), name="store", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        """Finish what is queued and close the file."""
        if self._thread is None or self._loop is None:
            return
        self._queue.put(None)
        await self._loop.run_in_executor(None, self._thread.join)
        self._thread = None

    async def run(self, job: Job[T], *, wipes: bool = False, is_repeatable: bool = False, reads: bool = False) -> T:
        """Run a function in a transaction; it is durable when this returns, and undone where it raised.

        `wipes`: what it erased is gone from the write-ahead log as well. `is_repeatable`: it may become durable with
        the next one only, since it would be done again: a power cut never keeps a later one without it. `reads`: it
        changes nothing, so no other program waits for it.
        """
        assert self._loop is not None
        done: asyncio.Future[T] = self._loop.create_future()
        self._queue.put(_Queued(job, done, wipes, is_repeatable, reads))
        return await done

    async def read(self, job: Job[T]) -> T:
        """Run a function that only reads and may take a second, beside the transactions and not between them.

        It sees what was durable when it began. A database in memory has no other connection: there it waits its turn.
        """
        if self._path == ":memory:":
            return await self.run(job)
        return await read(self._path, job)

    def _work(self, connection: sqlite3.Connection) -> None:
        while True:
            first = self._queue.get()
            if first is None:
                break
            group, is_last = self._gather(first)
            results = _run_group(connection, group)
            if any(queued.wipes for queued in group):
                _wipe(connection)
            self._hand_back(results)
            if is_last:
                break
        connection.close()

    def _gather(self, first: _Queued) -> tuple[list[_Queued], bool]:
        group = [first]
        while len(group) < _GROUP:
            try:
                queued = self._queue.get_nowait()
            except queue.Empty:
                return group, False
            if queued is None:
                return group, True
            group.append(queued)
        return group, False

    def _hand_back(self, results: list[tuple[_Queued, Any, BaseException | None]]) -> None:
        assert self._loop is not None
        try:
            self._loop.call_soon_threadsafe(_resolve, results)
        except RuntimeError:
            return  # the loop is closed: nobody waits any more


def _run_group(connection: sqlite3.Connection, group: list[_Queued]) -> list[tuple[_Queued, Any, BaseException | None]]:
    results: list[tuple[_Queued, Any, BaseException | None]] = []
    is_waited_for = not all(queued.is_repeatable for queued in group)
    try:
        connection.execute(f"PRAGMA synchronous={'FULL' if is_waited_for else 'NORMAL'}")
        connection.execute("BEGIN" if all(queued.reads for queued in group) else "BEGIN IMMEDIATE")
        for queued in group:
            results.append(_run_one(connection, queued))
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return [(queued, None, error) for queued in group]
    return results


def _run_one(connection: sqlite3.Connection, queued: _Queued) -> tuple[_Queued, Any, BaseException | None]:
    """Run one function; its failure undoes only its own changes."""
    connection.execute("SAVEPOINT one")
    try:
        result = queued.job(connection)
    except Exception as error:
        connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")
        return queued, None, error
    connection.execute("RELEASE one")
    return queued, result, None


def _wipe(connection: sqlite3.Connection) -> None:
    """Empty the write-ahead log. A reader or a full disk can prevent it: it is tried again by the next one."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute(f"PRAGMA busy_timeout={_WIPE_WAIT}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute(f"PRAGMA busy_timeout={_WAIT}")


def _resolve(results: list[tuple[_Queued, Any, BaseException | None]]) -> None:
    for queued, result, error in results:
        if queued.done.done():
            continue
        if error is None:
            queued.done.set_result(result)
        else:
            queued.done.set_exception(error)


def rows_of(db: sqlite3.Connection, statement: str, *values: object) -> list[Any]:
    """Run a statement that gives all its rows as one JSON text."""
    rows: list[Any] = from_json(db.execute(statement, values).fetchone()[0])
    return rows


def connect(path: str) -> sqlite3.Connection:
    """Open a database file for use, its schema up to date.

    Raises:
        StoreError: with what the operator can do about it.
    """
    try:
        if path != ":memory:" and not Path(path).exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # the files beside it get the same rights
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_WAIT / 1000)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # what is erased leaves no bytes behind, whoever built SQLite
        connection.execute("PRAGMA cache_size=-16000")
        migrate(connection)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"the database {path} cannot be used: {error}") from error
    return connection


def migrate(connection: sqlite3.Connection) -> list[str]:
    """Apply the numbered migrations that are missing, each in a transaction; return their names.

    Raises:
        StoreError: the database was written by a newer version.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    files = sorted(MIGRATIONS.glob("*.sql"))
    if version > len(files):
        raise StoreError(f"the database is of version {version}, this program knows {len(files)}: update the program")
    applied = []
    for number, file in enumerate(files[version:], start=version + 1):
        script = file.read_text(encoding="utf-8")
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
        applied.append(file.name)
    return applied
