"""Persons with facts, for the store's tests of reminders."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from bot.content import load_catalogue
from bot.standings import Standings
from bot.store.base import Store
from bot.store.reminder_rows import Job
from bot.store.rows import Turn
from handlers.effects import Effect, SaveProfile
from handlers.facts import Claim, Facts, State
from handlers.session import Person
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.working_time import IST
from reminders.day import Day, day_of
from tests.store.using import update

YEAR = "2025-26"
ROUTES = ("telegram:1",)


@lru_cache
def catalogue() -> Catalogue:
    return load_catalogue(measures_texts=False)


def year() -> TrainingYear:
    return next(year for year in catalogue().years if year.id == YEAR)


def at(text: str) -> int:
    """Seconds of an IST moment, "2026-02-10 09:30"."""
    return int(datetime.fromisoformat(text).replace(tzinfo=IST).timestamp())


def done(on: str, said: str | None = None) -> Claim:
    return Claim(State.COMPLETED, at(said or f"{on} 12:00"), date.fromisoformat(on))


class Chats:
    """Persons who write and do things, each in a chat of their own."""

    def __init__(self, store: Store) -> None:
        self._store, self._updates = store, 0

    async def does(self, chat: str, *effects: Effect, now: int) -> int:
        """One turn of a chat with these effects; return the person."""
        self._updates += 1
        await self._store.receive([update(f"{chat}-{self._updates}", chat)], now)
        (waiting,) = await self._store.next_turn(9)
        await self._store.save_turn([Turn(waiting, waiting.session, effects=effects)], now)
        return waiting.person_id

    async def joins(self, chat: str, designation: str, now: int, circle: str | None = None) -> int:
        return await self.does(chat, SaveProfile(Person("en", designation, circle=circle)), now=now)


async def facts_of(store: Store, person: int) -> Facts:
    (known,) = await store.facts([person], year())
    return known.facts


async def begun(store: Store, catalogue: Catalogue, day: date, at: time) -> tuple[Job, Day]:
    """The job of a day as it is looked at at a time of it; everybody's standing is found."""
    found = day_of(catalogue, catalogue.years[0], day, datetime.combine(day, at, IST))
    assert found is not None
    job = await store.begin_job(catalogue.years[0].id, day, 0)
    await Standings(store, ROUTES).keep(catalogue, "x", day, [(job, found)], 0)
    return job, found


async def choose(store: Store, job: Job, day: Day, size: int = 700) -> None:
    while await store.choose(job, day, size, ROUTES, 0):
        pass
