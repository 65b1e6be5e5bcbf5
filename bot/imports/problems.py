"""Problem rows on their way through an import: encrypted in batches, as they may hold anything."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.box import Keys
from bot.store import stage_statements as sql
from handlers.report_row import Fault

_BATCH = 500
_KIND = "rows"


class ProblemRow(NamedTuple):
    """A row that is not taken in, and why."""

    number: int
    raw: Sequence[str]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class Problems:
    """Collects problem rows into the staging; `counts`: rows by the key of their first fault."""

    db: sqlite3.Connection
    keys: Keys
    counts: Counter[str] = field(default_factory=Counter)
    _batch: list[ProblemRow] = field(default_factory=list)

    def add(self, number: int, raw: Sequence[str], faults: Sequence[Fault]) -> None:
        self.counts[faults[0].key] += 1
        self._batch.append(ProblemRow(number, tuple(raw), tuple(faults)))
        if len(self._batch) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is collected."""
        if self._batch:
            box = self.keys.seal_bytes(_KIND, packed(self._batch))
            self.db.execute(sql.KEEP_PROBLEMS, (self._batch[0].number, box))
            self._batch = []

    def wait(self, person: int, number: int, raw: Sequence[str]) -> None:
        """Keep a row of which it is not known yet whether it is a problem."""
        box = self.keys.seal_bytes(_KIND, packed([ProblemRow(number, tuple(raw), ())]))
        self.db.execute(sql.KEEP_WAITING, (person, box))

    def give_up(self, person: int, fault: Fault) -> None:
        """The rows that waited under a number are problems."""
        for (box,) in self.db.execute(sql.ROWS_WAITING, (person,)).fetchall():
            for row in unpacked(self.keys.open_bytes(_KIND, box)):
                self.add(row.number, row.raw, (fault,))


def packed(rows: Sequence[ProblemRow]) -> bytes:
    """Rows as compressed bytes."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 1)


def unpacked(data: bytes) -> Iterator[ProblemRow]:
    """What `packed` packed."""
    for number, raw, faults in json.loads(zlib.decompress(data)):
        yield ProblemRow(number, raw, tuple(Fault(*fault) for fault in faults))


def problem_rows(db: sqlite3.Connection, keys: Keys) -> Iterator[ProblemRow]:
    """All problem rows of a staging that is read, in the file's order as far as that is known."""
    for (box,) in db.execute(sql.PROBLEMS):
        yield from unpacked(keys.open_bytes(_KIND, box))
