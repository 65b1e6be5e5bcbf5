"""Look at the clock for reminders: choose and queue a day's, settle what a day missed, look again before sending.

Who is reminded is decided in `reminders`; that it is time to look is said by `bot.schedule`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.bulk import Verdict
from bot.clock import Clock
from bot.content import content_mark
from bot.standings import Standings
from bot.store.base import Store
from bot.store.fact_rows import Known
from bot.store.reminder_rows import Batch, Job
from bot.store.rows import Outgoing
from handlers.desk_step import DeskStep, Post
from handlers.messages import Reply, line
from knowledge.catalogue import Catalogue, TrainingYear
from reminders.day import Day, day_of, missed_days, years_to_look
from reminders.going import going

log = logging.getLogger("dakpath.reminders")

#: Persons judged in one transaction at first, at least and at most; and how long one may take, in seconds.
_FIRST, _LEAST, _MOST, _LOCK = 400, 200, 20_000, 0.025
#: After another part of the day began, who waits for it is looked at so often: one may be put off a moment later.
_SURELY = 3
#: What is put off or missed is settled by so many in one transaction.
_TOGETHER = 1000


class Reminding:
    """`on_queued` is called when there may be something to send; `overlay`: a folder laid over the shipped content."""

    def __init__(
        self,
        store: Store,
        catalogue: Callable[[], Catalogue],
        clock: Clock,
        routes: Sequence[str],
        on_queued: Callable[[], None],
        overlay: Path | None = None,
    ) -> None:
        self._store, self._catalogue, self._clock, self._routes = store, catalogue, clock, routes
        self._on_queued, self._overlay = on_queued, overlay
        self._standings = Standings(store, routes)
        self._marked: tuple[Catalogue, str] | None = None
        self._size = _FIRST
        self._looking = asyncio.Lock()
        #: The parts of the day that had not begun when all who were put off by a job were looked at, and how often.
        self._hours: dict[int, tuple[tuple[str, ...], int]] = {}

    async def look(self) -> None:
        """Choose whom to remind now, and settle what earlier days left; everybody's standing is found then."""
        async with self._looking:
            await self._look()

    async def _look(self) -> None:
        now, catalogue = self._clock.now(), self._catalogue()
        days = await self._today(catalogue, now)
        await self._standings.keep(catalogue, self._mark(catalogue), now.date(), days, self._clock.seconds())
        await self._settle_past(catalogue, now)
        for job, day in days:
            await self._choose(job, day)
            await self._release(job, day)
        await self._store.looked(now.date())
        if days:
            self._on_queued()

    async def recheck(self, rows: Sequence[Outgoing]) -> Mapping[int, Verdict]:
        """Judge reminders again right before they go, and write what is sent."""
        catalogue, now = self._catalogue(), self._clock.now()
        years = {year.id: year for year in catalogue.years}
        attempts = {row.id: row.attempts for row in rows}
        verdicts: dict[int, Verdict] = {}
        for one in await self._store.queued([row.id for row in rows if row.job], years):
            if one.known is None or one.reason is None:
                verdicts[one.row] = Verdict("deleted")
                continue
            found = going(one.known.facts, catalogue, years[one.year], one.day, one.reason, one.known.language, now)
            if found.tells_owner and attempts[one.row] == 1:
                await self._tell_owner(one.known)
            verdicts[one.row] = Verdict(found.why_not, found.reply)
        return verdicts

    async def _today(self, catalogue: Catalogue, now: datetime) -> list[tuple[Job, Day]]:
        """The jobs of today whose window is open."""
        found = []
        for year in years_to_look(catalogue, now.date()):
            day = day_of(catalogue, year, now.date(), now)
            if day is not None and not day.is_over:
                found.append((await self._store.begin_job(year.id, now.date(), self._clock.seconds()), day))
        return found

    async def _choose(self, job: Job, day: Day) -> None:
        """Judge everybody, in ranges that take about as long as a lock may last."""
        is_more = not job.is_chosen
        while is_more:
            start = self._clock.monotonic()
            is_more = await self._store.choose(job, day, self._size, self._routes, self._clock.seconds())
            taken = max(self._clock.monotonic() - start, 0.001)
            self._size = int(min(_MOST, max(_LEAST, self._size * min(1.5, _LOCK / taken))))

    async def _release(self, job: Job, day: Day) -> None:
        """Go on with those who were put off and are not any more."""
        hours, times = self._hours.get(job.id, (None, 0))
        times = times + 1 if hours == day.not_begun else 1
        is_other_hour = times <= _SURELY
        after: int | None = 0
        while after is not None:
            batch = Batch(after, _TOGETHER, is_other_hour)
            after = await self._store.release(job, day, batch, self._routes, self._clock.seconds())
        self._hours[job.id] = day.not_begun, times

    async def _settle_past(self, catalogue: Catalogue, now: datetime) -> None:
        """Record as missed what the window of a day closed over, also of days on which nobody looked."""
        for day in missed_days(catalogue, await self._store.last_look(), now):
            await self._store.begin_job(day.year, day.day, self._clock.seconds())
        years = {year.id: year for year in catalogue.years}
        for job in await self._store.open_jobs(now.date() + timedelta(days=1)):
            over = _over(catalogue, years.get(job.year), job.day, now)
            if over is None:
                continue
            await self._choose(job, over)
            while await self._store.close_job(job, _TOGETHER, self._clock.seconds()):
                pass

    async def _tell_owner(self, known: Known) -> None:
        """The human who owns the conversation hears of a reminder before it goes."""
        found = await self._store.desk_ticket(known.ticket) if known.ticket else None
        if found is None or not found[0].home:
            return
        ticket = found[0]
        said = Reply(ticket.language, (line("desk-reminder", number=ticket.id),))
        await self._store.save_desk(DeskStep(posts=(Post(ticket.home, said, ticket.id),)), self._clock.seconds())
        self._on_queued()

    def _mark(self, catalogue: Catalogue) -> str:
        if self._marked is None or self._marked[0] is not catalogue:
            self._marked = catalogue, content_mark(self._overlay)
        return self._marked[1]


def _over(catalogue: Catalogue, year: TrainingYear | None, date_: date, now: datetime) -> Day | None:
    """The day where its window has closed."""
    day = day_of(catalogue, year, date_, now) if year else None
    return day if day is not None and day.is_over else None
