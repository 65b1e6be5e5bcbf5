"""Keep what stands of each person: found anew when their facts change, and for everybody when the content does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.store.base import Store
from bot.store.fact_rows import Known
from bot.store.reminder_rows import Job, Stood
from handlers.assessed import assess
from handlers.audience_who import seen
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.training_year import year_on
from reminders.day import Day

#: Persons found together: so many take some milliseconds, of which replies wait for.
_BATCH = 250


def kept_years(catalogue: Catalogue, today: date) -> tuple[TrainingYear, ...]:
    """The years that can still be reminded of, and the one that answers and reports speak of."""
    spoken = year_on(catalogue.years, today).year
    return tuple(
        year
        for year in catalogue.years
        if year is spoken or today <= year.last_day + timedelta(days=year.reminders.congratulate_days)
    )  # fmt: skip


def fingerprint(mark: str, years: Sequence[TrainingYear]) -> str:
    """What is the same as long as the same standings are kept; `mark` names the content."""
    return " ".join((mark, *(year.id for year in years)))


def stood_of(known: Known, catalogue: Catalogue, year: TrainingYear) -> Stood:
    """What stands of somebody in a year, also as an audience sees it."""
    standing = assess(known.facts, catalogue, year).standing if known.is_judged else None
    who = seen(known.facts, standing, catalogue, year) if standing else None
    return Stood(year.id, known.person, known.address, standing, who)


class Standings:
    """`routes`: the bots (channel:bot) that send."""

    def __init__(self, store: Store, routes: Sequence[str]) -> None:
        self._store, self._routes = store, routes

    async def keep(
        self, catalogue: Catalogue, mark: str, today: date, days: Sequence[tuple[Job, Day]], now: int
    ) -> None:
        """Find all that are to be found; who is found is judged anew for `days`. `mark` names the content."""
        years = kept_years(catalogue, today)
        content = fingerprint(mark, years)
        while True:
            stale = await self._store.stale(content, _BATCH)
            if not stale.persons:
                return
            stood: list[Stood] = []
            for year in years:
                stood += (stood_of(known, catalogue, year) for known in await self._store.facts(stale.persons, year))
            await self._store.keep_standings(stale, stood, days, self._routes, now)
