"""Reminders on SQLite: each method one function on the database's thread."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.store import choosing
from bot.store import reminder_statements as sql
from bot.store.addresses import Addresses, Key
from bot.store.claims import save_reported
from bot.store.database import Database, rows_of
from bot.store.fact_rows import Known, Planned, Reported
from bot.store.facts_reading import facts_at, key_of, read_facts
from bot.store.reminder_rows import Batch, Job, Listed, Outcomes, Queued, Stale, Stood
from handlers.facts import Facts
from knowledge.catalogue import TrainingYear
from knowledge.json_text import to_json
from reminders.day import Day


class ReminderTables:
    """See `bot.store.reminder_base.ReminderStore`."""

    _database: Database
    _addresses: Addresses

    async def facts(self, persons: Sequence[int], year: TrainingYear) -> list[Known]:
        return await self._database.run(lambda db: read_facts(db, persons, year, self._addresses.keys), reads=True)

    async def facts_at(self, key: Key, year: TrainingYear) -> Facts | None:
        return await self._database.run(lambda db: facts_at(db, key, year))

    async def keep_reported(self, claims: Sequence[Reported], plan: Sequence[Planned] = ()) -> None:
        await self._database.run(lambda db: save_reported(db, claims, plan))

    async def stale(self, fingerprint: str, limit: int) -> Stale:
        def job(db: sqlite3.Connection) -> Stale:
            if db.execute(sql.NEW_CONTENT, (fingerprint,)).rowcount:
                db.execute(sql.ALL_STALE)
            return choosing.read_stale(db, limit)

        return await self._database.run(job)

    async def keep_standings(
        self, stale: Stale, stood: Sequence[Stood], days: Sequence[tuple[Job, Day]], routes: Sequence[str], now: int
    ) -> None:  # fmt: skip
        def job(db: sqlite3.Connection) -> None:
            choosing.save_standings(db, stale, stood)
            for one, day in days:
                choosing.judge_again(db, one.id, day, stale.persons, routes, now)

        await self._database.run(job, is_repeatable=True)

    async def begin_job(self, year: str, day: date, now: int) -> Job:
        def job(db: sqlite3.Connection) -> Job:
            key = (year, day.isoformat())
            found = db.execute(sql.JOB, key).fetchone()
            if found is None:
                db.execute(sql.BEGIN_JOB, (*key, now))
                found = db.execute(sql.JOB, key).fetchone()
            return _job(found)

        return await self._database.run(job)

    async def open_jobs(self, before: date) -> list[Job]:
        return await self._database.run(lambda db: list(map(_job, db.execute(sql.OPEN_JOBS, (before.isoformat(),)))))

    async def choose(self, job: Job, day: Day, size: int, routes: Sequence[str], now: int) -> bool:
        return await self._database.run(
            lambda db: choosing.choose_range(db, job.id, day, size, routes, now), is_repeatable=True
        )

    async def release(self, job: Job, day: Day, batch: Batch, routes: Sequence[str], now: int) -> int | None:
        return await self._database.run(lambda db: choosing.release(db, job.id, day, batch, routes, now))

    async def close_job(self, job: Job, limit: int, now: int) -> bool:
        return await self._database.run(lambda db: choosing.close(db, job.id, limit, now))

    async def queued(self, rows: Sequence[int], years: Mapping[str, TrainingYear]) -> list[Queued]:
        return await self._database.run(lambda db: _queued(db, rows, years))

    async def outcomes(self, day: date) -> list[Outcomes]:
        def job(db: sqlite3.Connection) -> list[Outcomes]:
            return [
                Outcomes(
                    year, chosen, bool(is_chosen), {(state, reason): times for state, reason, times in counts}, left
                )
                for year, chosen, is_chosen, counts, left in rows_of(db, sql.OUTCOMES, day.isoformat())
            ]

        return await self._database.run(job, reads=True)

    async def last_look(self) -> date | None:
        def job(db: sqlite3.Connection) -> date | None:
            row = db.execute(sql.LAST_LOOK).fetchone()
            return date.fromisoformat(row[0]) if row else None

        return await self._database.run(job)

    async def looked(self, day: date) -> None:
        await self._database.run(lambda db: db.execute(sql.LOOKED, (day.isoformat(),)))

    async def judged(self, after: int, limit: int) -> list[Listed]:
        def job(db: sqlite3.Connection) -> list[Listed]:
            rows = rows_of(db, sql.JUDGED, after, limit)
            keys = self._addresses.keys
            return [
                Listed(person, key_of(keys, id_, email, mobile, chat or ""), circle)
                for person, id_, circle, email, mobile, chat in rows
            ]

        return await self._database.run(job, reads=True)

    async def persons_named(self, text: str) -> list[int]:
        chat = text.removeprefix("chat:") if text.startswith("chat:") else ""
        keys = self._addresses.keys
        hashes = keys.hash("email", text.lower()), keys.hash("mobile", text)
        return await self._database.run(lambda db: rows_of(db, sql.NAMED, text, *hashes, chat), reads=True)


def _job(row: Sequence[Any]) -> Job:
    id_, year, day, is_chosen, is_closed = row
    return Job(id_, year, date.fromisoformat(day), bool(is_chosen), bool(is_closed))


def _queued(db: sqlite3.Connection, rows: Sequence[int], years: Mapping[str, TrainingYear]) -> list[Queued]:
    found = [row for row in rows_of(db, sql.QUEUED, to_json(list(rows))) if row[2] in years]
    of_year: dict[str, list[int]] = defaultdict(list)
    for _, _, year, _, person, _ in found:
        of_year[year].append(person)
    known = {
        (year, one.person): one
        for year, persons in of_year.items()
        for one in read_facts(db, list(dict.fromkeys(persons)), years[year])
    }
    return [
        Queued(row, year, date.fromisoformat(day), reason, known.get((year, person)))
        for row, _, year, day, person, reason in found
    ]
