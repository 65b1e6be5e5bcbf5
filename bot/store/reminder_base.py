"""The reminders' part of the store's interface: what is known of people's training, and what becomes of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.store.addresses import Key
from bot.store.fact_rows import Known, Planned, Reported
from bot.store.reminder_rows import Batch, Job, Listed, Outcomes, Queued, Stale, Stood
from handlers.facts import Facts
from knowledge.catalogue import TrainingYear
from reminders.day import Day


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

        What was said before stays in the history; persons' own claims come with their turns (`KeepClaims`).
        """
        ...

    async def stale(self, fingerprint: str, limit: int) -> Stale:
        """Return up to `limit` persons whose standings are to be found (anew).

        Whose facts changed first; then everybody in turn, where standings were found with another content than
        `fingerprint` names.
        """
        ...

    async def keep_standings(
        self, stale: Stale, stood: Sequence[Stood], days: Sequence[tuple[Job, Day]], routes: Sequence[str], now: int
    ) -> None:
        """Keep what was found for stale persons, and judge them anew for `days`, unless something was sent.

        Durable with the next call only, as `choose` is: after a power cut both are done again.
        """
        ...

    async def begin_job(self, year: str, day: date, now: int) -> Job:
        """Return the job of a year's reminders on a day, made where it is not there yet."""
        ...

    async def open_jobs(self, before: date) -> list[Job]:
        """Return the jobs of earlier days that are not closed."""
        ...

    async def choose(self, job: Job, day: Day, size: int, routes: Sequence[str], now: int) -> bool:
        """Judge the next `size` persons by their standings and queue what is due; False once everybody is judged.

        Nobody is judged twice, so nothing is queued twice. `routes`: the bots (channel:bot) that send.
        """
        ...

    async def release(self, job: Job, day: Day, batch: Batch, routes: Sequence[str], now: int) -> int | None:
        """Judge those of a batch anew who were put off, and are not any more.

        Return the number of the last one of it, after whom the next batch begins; None once there is nobody.
        """
        ...

    async def close_job(self, job: Job, limit: int, now: int) -> bool:
        """Settle as missed up to `limit` reminders that the window closed over; False once there are none."""
        ...

    async def queued(self, rows: Sequence[int], years: Mapping[str, TrainingYear]) -> list[Queued]:
        """Return what of these outbox rows is a reminder of one of the years, with the person's facts of now."""
        ...

    async def outcomes(self, day: date) -> list[Outcomes]:
        """Return what became of a day's reminders, one value a training year."""
        ...

    async def last_look(self) -> date | None:
        """Return the day on which somebody looked last."""
        ...

    async def looked(self, day: date) -> None: ...

    async def judged(self, after: int, limit: int) -> list[Listed]:
        """Return the next `limit` persons who are judged, by number, after the one of number `after`."""
        ...

    async def persons_named(self, text: str) -> list[int]:
        """Return who is known by an employee id, an e-mail address, a mobile of ten digits or `chat:` and a number."""
        ...
