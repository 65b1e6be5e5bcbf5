"""Count audiences over many people, as a cell's preview does, beside nothing else.

python -m bench.audience --people N [--rounds N]: prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.process import ROOT
from bench.reminders import FILL, FILL_VALUES
from bot.content import load_library
from bot.store.audience_statements import condition
from bot.store.cast_reading import count, count_only
from bot.store.database import connect
from bot.store.reading import read
from handlers.audience_read import read_audience

_CROWD = """
INSERT INTO crowd (year, person_id, circle, division, office, group_key, designation, curriculum, unmet, is_verified,
                   is_linked, language, has_left, fate)
SELECT '2025-26', p.id, 'delhi', 'division ' || (p.id % 60), 'office of ' || (p.id % 3000), 'GROUPC', p.designation,
       'mts', (p.id / 7) % 16, nullif(p.id % 3, 2), p.id % 10 > 0, 'hi', 0, iif(p.id % 10, '', 'no_channel')
FROM person p
"""
#: One of each kind, and one of everything.
AUDIENCES = (
    "all",
    "unmet phase2",
    "curriculum mts and not verified",
    "designation postman, mts and linked no",
    'division "division 7" or language hi',
    "circle delhi and (unmet complete or verified no) and not curriculum group_b and linked yes and group c or list 1",
)


@dataclass(frozen=True)
class Figures:
    """Seconds: of the slowest audience to count, and of the slowest whole preview (why not, offices, languages)."""

    count: float
    preview: float
    people: int


def measured(people: int, rounds: int) -> Figures:
    """In a process of its own."""
    arguments = [sys.executable, "-m", "bench.audience", "--people", str(people), "--rounds", str(rounds)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=True)
    return Figures(**json.loads(done.stdout))


def _measure(people: int, rounds: int, *, says: bool) -> Figures:
    library = load_library(None)
    year = library.catalogue.years[0]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "filled.db")
        _fill(path, people)
        counts, previews = [], []
        for text in AUDIENCES:
            made = condition(read_audience(text, library, year), library.catalogue, year, None)
            counted = _median(rounds, lambda made=made: read(path, lambda db: count_only(db, made)))
            whole = _median(rounds, lambda made=made: read(path, lambda db: count(db, made, (), 10, "", 0, 0)))
            if says:
                print(f"{counted:6.3f} {whole:6.3f} {text}", file=sys.stderr)
            counts.append(counted)
            previews.append(whole)
        return Figures(max(counts), max(previews), people)


def _median(rounds: int, job: object) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        asyncio.run(job())  # type: ignore[operator]
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _fill(path: str, people: int) -> None:
    db = connect(path)
    values = {"people": people, **FILL_VALUES}
    db.execute("BEGIN")
    for statement in (*FILL, _CROWD):
        db.execute(statement, {name: value for name, value in values.items() if f":{name}" in statement})
    db.execute("COMMIT")
    db.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.audience")
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--says", action="store_true", help="Each audience on the standard error.")
    options = parser.parse_args()
    print(json.dumps(_measure(options.people, options.rounds, says=options.says).__dict__))
