"""Reminders on SQLite: each method one function on the database's thread."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.addresses import Key
from bot.store.claims import save_reported
from bot.store.database import Database
from bot.store.fact_rows import Known, Planned, Reported
from bot.store.facts_reading import facts_at, read_facts
from handlers.facts import Facts
from knowledge.catalogue import TrainingYear


class ReminderTables:
    """See `bot.store.reminder_base.ReminderStore`."""

    _database: Database

    async def facts(self, persons: Sequence[int], year: TrainingYear) -> list[Known]:
        return await self._database.run(lambda db: read_facts(db, persons, year))

    async def facts_at(self, key: Key, year: TrainingYear) -> Facts | None:
        return await self._database.run(lambda db: facts_at(db, key, year))

    async def keep_reported(self, claims: Sequence[Reported], plan: Sequence[Planned] = ()) -> None:
        await self._database.run(lambda db: save_reported(db, claims, plan))
