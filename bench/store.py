"""A durable read-modify-write turn with 64 callers, against a plain synchronous sqlite3 NORMAL transaction."""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from bot.store.database import Database

_SCHEMA = """
CREATE TABLE IF NOT EXISTS bench_user (id INTEGER PRIMARY KEY, state TEXT);
CREATE TABLE IF NOT EXISTS bench_progress (
    user_id INTEGER, course INTEGER, state INTEGER, PRIMARY KEY (user_id, course)
);
CREATE TABLE IF NOT EXISTS bench_outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, body TEXT);
"""


def turn(db: sqlite3.Connection, user: int) -> None:
    """Read a person, change their progress, queue a reply."""
    db.execute("SELECT state FROM bench_user WHERE id = ?", (user,)).fetchone()
    db.execute(
        "INSERT INTO bench_progress VALUES (?, ?, 1) ON CONFLICT (user_id, course) DO UPDATE SET state = state + 1",
        (user, user % 6),
    )
    db.execute("INSERT INTO bench_outbox (user_id, body) VALUES (?, 'reply')", (user,))


def store_ratio(turns: int, rounds: int) -> tuple[float, float]:
    """Return microseconds a turn: ours with 64 callers (FULL), and the plain one (NORMAL); medians."""
    ours, plain = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            ours.append(asyncio.run(_ours(f"{folder}/ours.db", turns)))
            plain.append(_plain(Path(folder) / "plain.db", turns))
    return statistics.median(ours), statistics.median(plain)


async def _ours(path: str, turns: int) -> float:
    database = Database(path)
    await database.open()
    await database.run(_prepare)
    numbers = iter(range(turns))

    async def caller() -> None:
        for number in numbers:
            await database.run(partial(turn, user=number % 1000))

    start = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(64)))
    taken = time.perf_counter() - start
    await database.close()
    return taken / turns * 1e6


def _plain(path: Path, turns: int) -> float:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    _prepare(db)
    start = time.perf_counter()
    for number in range(turns):
        db.execute("BEGIN IMMEDIATE")
        turn(db, number % 1000)
        db.execute("COMMIT")
    taken = time.perf_counter() - start
    db.close()
    return taken / turns * 1e6


def _prepare(db: sqlite3.Connection) -> None:
    for statement in _SCHEMA.split(";"):
        db.execute(statement)
    db.executemany("INSERT INTO bench_user VALUES (?, 'x')", [(number,) for number in range(1000)])
