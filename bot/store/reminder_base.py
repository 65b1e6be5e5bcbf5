"""The reminders' part of the store's interface: what is known of people's training, and what becomes of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.store.addresses import Key
from bot.store.fact_rows import Known, Planned, Reported
from handlers.facts import Facts
from knowledge.catalogue import TrainingYear


class ReminderStore(Protocol):
    """Each call is one durable transaction. Times are whole seconds since 1970."""

    async def facts(self, persons: Sequence[int], year: TrainingYear) -> list[Known]:
        """Return what is known of persons for a year, in no particular order; unknown ones are left out."""
        ...

    async def facts_at(self, key: Key, year: TrainingYear) -> Facts | None:
        """Return what is known for a year of the person of a chat (channel, bot, chat); None for an unknown chat."""
        ...

    async def keep_reported(self, claims: Sequence[Reported], plan: Sequence[Planned] = ()) -> None:
        """Keep what reports say, by the rule of reports. Whoever it is of is judged anew at the next look.

        What is said before stays in the history; persons' own claims come with their turns (`KeepClaims`).
        """
        ...
