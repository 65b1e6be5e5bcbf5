"""Look each minute whether a week has begun: its figures are kept, and each cell gets its digest, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.clock import Clock, began
from bot.standing_now import StandingNow
from bot.store.base import Store
from knowledge.catalogue import Catalogue
from knowledge.training_year import year_on
from knowledge.working_time import is_open
from reminders.digest import digest
from reminders.figures import Figures, monday_of


class Weekly:
    """`on_queued` is called when there is something to send."""

    def __init__(
        self,
        store: Store,
        standing: StandingNow,
        catalogue: Callable[[], Catalogue],
        clock: Clock,
        on_queued: Callable[[], None],
    ) -> None:
        self._store, self._standing, self._catalogue = store, standing, catalogue
        self._clock, self._on_queued = clock, on_queued

    async def look(self) -> None:
        """Keep the week's figures, then tell whom it is time to tell; nothing outside a training year."""
        now = self._clock.now()
        if not year_on(self._catalogue().years, now.date()).covers:
            return
        if await self._standing.keep_week(self._standing.span(None, now)):
            await self._tell(now)

    async def _tell(self, now: datetime) -> None:
        """The first working day's hours of each one's circle: whoever has no digest of this week yet."""
        monday, desk = monday_of(now.date()), self._catalogue().desk
        since = began(monday)
        open_now = [
            member for member in await self._store.to_tell(monday, since) if is_open(desk.calendar(member.circle), now)
        ]
        if not open_now:
            return
        steps, known = await self._store.steps(monday), dict[str | None, Figures]()
        for member in open_now:
            if member.circle not in known:
                known[member.circle] = await self._standing.figures(self._standing.span(member.circle, now))
            figures = known[member.circle]
            if figures.rows:
                told = digest(figures, steps, self._catalogue(), member.language)
                await self._store.tell(monday, member, told, self._clock.seconds())
        self._on_queued()
