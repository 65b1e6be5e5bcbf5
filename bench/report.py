"""Counting where the circles stand, over people whose standings are found; a bare sum over as many rows beside it.

python -m bench.report --people N [--rounds N]: prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.clock import IST
from bot.content import load_catalogue
from bot.store.database import connect
from bot.store.sqlite import SqliteStore
from knowledge.catalogue import TrainingYear
from reminders.figures import Span

_NOON = datetime(2026, 3, 24, 12, 0, tzinfo=IST)
#: As a circle has them: 23 circles, 30 divisions each, two Groups, four lists; nine of ten are linked.
_FILL = (
    """
    INSERT INTO person (id, language, messages_off, created_at, opened_at)
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < :people)
    SELECT id, 'hi', id % 20 = 1, 1, 1 FROM n
    """,
    """
    INSERT INTO roster (person_id, employee_id, designation, circle, division, group_written, reported_at)
    SELECT id, printf('%08d', id), 'mts', 'circle' || (id % 23), 'Division ' || (id / 23 % 30),
           iif(id % 9, 'Group C', 'Group B'), 1769900000 FROM person
    """,
    """
    INSERT INTO address (id, channel, bot_id, chat_id, person_id)
    SELECT id, 'telegram', '1', 100000 + id, id FROM person WHERE id % 10 <> 0
    """,
    """
    INSERT INTO standing (year, person_id, unmet, reason, calendar, address_id, curriculum, is_verified, reminded)
    SELECT '2025-26', id, (id * 7) & 15, iif(id % 10, NULL, 'no_channel'), '', iif(id % 10, id, NULL),
           '["mts", "field", "group_c", "group_b"]' ->> (id % 4), id % 3 > 0, id % 12 FROM person
    """,
)
_BARE = "SELECT circle, count(*), sum(has_left), max(reported_at) FROM roster GROUP BY circle"


@dataclass(frozen=True)
class Figures:
    """Seconds: of one circle, of all, of the bare sum over all."""

    circle: float
    everybody: float
    bare: float


def counted(people: int, rounds: int) -> Figures:
    """The medians of some rounds."""
    year = load_catalogue(measures_texts=False).years[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "filled.db"
        db = connect(str(path))
        db.execute("BEGIN")
        for statement in _FILL:
            db.execute(statement, {"people": people} if ":people" in statement else {})
        db.execute("COMMIT")
        db.close()
        return asyncio.run(_measured(path, year, rounds))


async def _measured(path: Path, year: TrainingYear, rounds: int) -> Figures:
    store = SqliteStore(str(path), b"0123456789abcdef")
    await store.open()
    circle, everybody, bare = [], [], []
    for _ in range(rounds):
        start = time.perf_counter()
        one = await store.figures(Span(year, "circle7", _NOON), "")
        circle.append(time.perf_counter() - start)
        start = time.perf_counter()
        figures = await store.figures(Span(year, None, _NOON), "")
        everybody.append(time.perf_counter() - start)
        assert 0 < one.total.employees < figures.total.employees
        bare.append(_bare(path))
    await store.close()
    return Figures(statistics.median(circle), statistics.median(everybody), statistics.median(bare))


def _bare(path: Path) -> float:
    db = sqlite3.connect(path)
    start = time.perf_counter()
    db.execute(_BARE).fetchall()
    taken = time.perf_counter() - start
    db.close()
    return taken


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.report")
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(json.dumps(counted(options.people, options.rounds).__dict__))
