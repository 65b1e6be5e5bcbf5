"""Choose and queue one day's reminders, against the bare INSERT … SELECT of as many rows from the same tables.

python -m bench.reminders --people N [--rounds N]: prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.process import ROOT
from bot.clock import IST, Clock
from bot.content import load_catalogue
from bot.reminding import Reminding
from bot.store.database import connect
from bot.store.sqlite import SqliteStore
from knowledge.catalogue import Catalogue

#: A week before the last day: most have something left.
_NOON = datetime(2026, 3, 24, 12, 0, tzinfo=IST)
_ROUTES = ("telegram:1",)
_DESIGNATIONS = ("mts", "postman", "postal_assistant", "sorting_assistant", "inspector_posts")
_COURSES = ("kym", "por", "conduct", "gender", "dcc", "soft_skills")
#: Six rows of progress for each of `:people`; one in ten is not linked, one in twenty does not want reminders, some are
#: finished, snoozed, want another hour.
FILL = (
    """
    INSERT INTO person (id, language, designation, messages_off, snoozed_until, hour, created_at, opened_at)
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < :people)
    SELECT id, 'hi', :designations ->> (id % 5), id % 20 = 1, iif(id % 50 = 2, '2026-02-20', NULL),
           iif(id % 30 = 3, 'evening', NULL), 1, 1 FROM n
    """,
    """
    INSERT INTO roster (person_id, employee_id, designation, circle)
    SELECT id, printf('%08d', id), designation, 'delhi' FROM person
    """,
    """
    INSERT INTO address (channel, bot_id, chat_id, person_id)
    SELECT 'telegram', '1', 100000 + id, id FROM person WHERE id % 10 <> 0
    """,
    """
    INSERT INTO claim (person_id, year, course, source, state, at, day)
    SELECT p.id, '2025-26', c.value, 'report', iif((p.id / 7 + c.key) % 3, 'not_started', 'completed'), 1769900000,
           iif((p.id / 7 + c.key) % 3, NULL, '2026-01-10')
    FROM person p CROSS JOIN json_each(:courses) c ORDER BY 1, 2, 3
    """,
    "INSERT INTO stale (person_id) SELECT id FROM person",
)
FILL_VALUES = {"designations": json.dumps(_DESIGNATIONS), "courses": json.dumps(_COURSES)}
#: As many rows as the day has, from the same tables, in one piece. The marked ones are told beforehand.
_BARE = (
    """
    INSERT INTO reminder (job_id, person_id, state, reason)
    SELECT 9, s.person_id, iif(s.reason IS NULL AND s.unmet & 12 AND NOT p.messages_off, 'waiting', 'skip'),
           coalesce(s.reason, 'due')
    FROM standing s JOIN person p ON p.id = s.person_id WHERE s.year = '2025-26'
    """,
    """
    INSERT INTO outbox (address_id, lane, body, job_id, route, priority, turn, created_at)
    SELECT a.id, 1, '{"lang":"en","lines":[],"choices":[],"step":0}', 9, a.channel || ':' || a.bot_id, 1, s.person_id, 1
    FROM standing s JOIN person p ON p.id = s.person_id JOIN address a ON a.id = s.address_id
    WHERE s.year = '2025-26' AND s.reason IS NULL AND s.unmet & 12 AND NOT p.messages_off
    """,
)


class _Noon(Clock):
    def now(self) -> datetime:
        return _NOON


@dataclass(frozen=True)
class Figures:
    """Seconds; `bare`: of as many rows; `standings`: of finding all of them. `longest_lock_ms`: how long another
    transaction waited at most."""

    ours: float
    bare: float
    longest_lock_ms: float
    again: float
    again_rows: int
    rows: int
    messages: int
    standings: float
    memory_mb: float


def measured(people: int, rounds: int) -> Figures:
    """In a process of its own, for its memory."""
    arguments = [sys.executable, "-m", "bench.reminders", "--people", str(people), "--rounds", str(rounds)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=True)
    return Figures(**json.loads(done.stdout))


def _measure(people: int, rounds: int) -> Figures:
    catalogue = load_catalogue(measures_texts=False)
    with tempfile.TemporaryDirectory() as folder:
        filled = Path(folder) / "filled.db"
        standings = asyncio.run(_fill(filled, people, catalogue))
        ours, bare, locks, again = [], [], [], []
        for _ in range(rounds):
            copy = Path(folder) / "copy.db"
            _copied(filled, copy)
            taken, second, lock, counts = asyncio.run(_ours(copy, catalogue))
            ours.append(taken)
            again.append(second)
            locks.append(lock)
            _copied(filled, copy)
            bare.append(_bare(copy, counts))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        return Figures(statistics.median(ours), statistics.median(bare), max(locks), statistics.median(again),
                       counts[2], counts[0], counts[1], standings, memory)  # fmt: skip


def _copied(filled: Path, copy: Path) -> None:
    """As it lies on the disk: what is only on its way there would be paid by the first who commits."""
    shutil.copyfile(filled, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())


async def _fill(path: Path, people: int, catalogue: Catalogue) -> float:
    """A database with people whose standings are found; how long finding them took."""
    values = {"people": people, **FILL_VALUES}
    db = connect(str(path))
    db.execute("BEGIN")
    for statement in FILL:
        names = {name: value for name, value in values.items() if f":{name}" in statement}
        db.execute(statement, names)
    db.execute("COMMIT")
    db.close()
    store = SqliteStore(str(path), b"0123456789abcdef")
    await store.open()
    start = time.perf_counter()
    reminding = Reminding(store, lambda: catalogue, _Night(), _ROUTES, lambda: None)
    await reminding.look()
    taken = time.perf_counter() - start
    await store.close()
    return taken


class _Night(Clock):
    """Before the window: standings are found, nothing is chosen."""

    def now(self) -> datetime:
        return _NOON.replace(hour=3)


async def _ours(path: Path, catalogue: Catalogue) -> tuple[float, float, float, tuple[int, int, int]]:
    """Seconds of the first and the second look, the longest lock in ms; rows, messages, rows of the second look."""
    store = SqliteStore(str(path), b"0123456789abcdef")
    await store.open()
    probe = _Probe(store)
    reminding = Reminding(store, lambda: catalogue, _Noon(), _ROUTES, lambda: None)
    start = time.perf_counter()
    await reminding.look()
    first = time.perf_counter() - start
    lock = await probe.end()
    rows, messages = _count(path)
    start = time.perf_counter()
    await reminding.look()
    second = time.perf_counter() - start
    again = sum(_count(path)) - rows - messages
    await store.close()
    return first, second, lock, (rows, messages, again)


def _bare(path: Path, expected: tuple[int, int, int]) -> float:
    db = connect(str(path))
    start = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    for statement in _BARE:
        db.execute(statement)
    db.execute("COMMIT")
    taken = time.perf_counter() - start
    db.close()
    rows, messages = _count(path)
    assert rows == expected[0], (rows, expected)
    assert abs(messages - expected[1]) < 0.1 * expected[1], (messages, expected)
    return taken


def _count(path: Path) -> tuple[int, int]:
    db = sqlite3.connect(path)
    try:
        rows, messages = (db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("reminder", "outbox"))
        return rows, messages
    finally:
        db.close()


class _Probe:
    """Somebody else's transactions, again and again: the longest time that one waited."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.longest = store, 0.0
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            start = time.perf_counter()
            await self._store.last_look()
            self.longest = max(self.longest, time.perf_counter() - start)
            await asyncio.sleep(0.002)

    async def end(self) -> float:
        """Stop; milliseconds."""
        await self._store.last_look()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        return self.longest * 1e3


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.reminders")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(json.dumps(_measure(options.people, options.rounds).__dict__))
