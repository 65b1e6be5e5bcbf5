"""Broadcasts on their way: freeze who gets one, feed the bulk lane, look again before sending, say how far it is.

What is decided is decided in `handlers`; the store does the rest. Looks twice a second while there is one, so that a
pause, a cancellation or the kill switch of another process is felt at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.bulk import Verdict
from bot.clock import Clock
from bot.store.audience_statements import condition
from bot.store.base import Store
from bot.store.cast_rows import CastRow
from bot.store.rows import Outgoing
from handlers.audience import Audience
from handlers.audience_read import AudienceError, read_audience
from handlers.cell_cast import Cast
from handlers.cell_going import Looked, message_of, why_not_now
from handlers.cell_say import certificate, how_far
from handlers.rendering import render
from knowledge.catalogue import TrainingYear
from knowledge.library import Library

log = logging.getLogger("dakpath.broadcasts")

_BUSY, _IDLE, _STORE_PAUSE = 0.5, 1.0, 5.0
#: Persons frozen in one transaction at first, at least and at most; how long one may take, in seconds.
_FIRST, _LEAST, _MOST, _LOCK = 2000, 200, 20_000, 0.025
#: What is held, cancelled or given up is settled by so many in one transaction.
_TOGETHER = 1000
#: A circle's messages in the outbox: so many seconds' worth, and at least so many.
_WINDOW, _LEAST_WINDOW = 8, 100
_HOUR = 3600


class Casting:
    """`rate`: bulk messages a second. `look_for_reminders` finds everybody's standing; `on_queued` is called when there
    may be something to send, `on_said` when something is to be told."""

    def __init__(
        self,
        store: Store,
        library: Callable[[], Library],
        clock: Clock,
        routes: Sequence[str],
        rate: float,
        find_standings: Callable[[], Awaitable[None]],
        on_queued: Callable[[], None],
        on_said: Callable[[], None],
    ) -> None:
        self._store, self._library, self._clock, self._routes = store, library, clock, routes
        self.rate = rate
        self._window = max(_LEAST_WINDOW, int(rate * _WINDOW))
        self._find_standings, self._on_queued, self._on_said = find_standings, on_queued, on_said
        self._changed = asyncio.Event()
        self._freezing: asyncio.Task[None] | None = None
        self._size = _FIRST
        self._shown: dict[int, float] = {}  # when each is shown again at the earliest
        self._unreadable: set[int] = set()
        self._read: dict[tuple[str, str], Audience] = {}
        self._read_with: Library | None = None

    def look(self) -> None:
        """Say that something changed."""
        self._changed.set()

    async def run(self) -> None:
        """Look for ever."""
        try:
            while True:
                wait = _STORE_PAUSE
                try:
                    wait = _BUSY if await self.round() else _IDLE
                except Exception:
                    log.exception("the broadcasts could not be looked at; it is tried again")
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._changed.wait()
                self._changed.clear()
        finally:
            if self._freezing is not None:
                self._freezing.cancel()

    async def round(self) -> bool:
        """Look once; whether there is any broadcast at work."""
        open_ = await self._store.open_casts()
        if not open_:
            return False
        if self._freezing is None and not all(cast.is_frozen for cast in open_):
            self._freezing = asyncio.create_task(self._freeze_all([cast for cast in open_ if not cast.is_frozen]))
        if await self._store.feed(self._window, self._clock.seconds()):
            self._on_queued()
        limits = self._library().catalogue.cast.limits
        while await self._store.settle_casts(limits.held_hours * _HOUR, _TOGETHER, self._clock.seconds()):
            pass
        for cast in open_:
            await self._show(cast)
        return True

    async def recheck(self, rows: Sequence[Outgoing]) -> Mapping[int, Verdict]:
        """Look at a broadcast's recipients again right before they get it, and write what they get."""
        ids = [row.id for row in rows if row.job]
        if not ids:
            return {}
        years = {year.id: year for year in self._library().catalogue.years}
        found = await self._store.cast_rows(ids, years, self._clock.day_began())
        return {one.row: self._verdict(one, years) for one in found}

    def _verdict(self, one: CastRow, years: Mapping[str, TrainingYear]) -> Verdict:
        cast, catalogue = one.cast, self._library().catalogue
        year = years.get(cast.year)
        audience = self._audience(cast)
        if year is None or audience is None:
            return Verdict("changed")
        looked = None
        if one.known is not None:
            looked = Looked(one.known.facts, one.known.language, one.also, one.circle, one.is_reachable, one.is_stopped,
                            one.is_capped)  # fmt: skip
        why = why_not_now(cast, audience, looked, catalogue, year)
        if why or looked is None:
            return Verdict(why)
        reply = message_of(cast, looked, catalogue, year)
        return Verdict(reply=reply) if reply else Verdict("no_value")

    async def _freeze_all(self, casts: Sequence[Cast]) -> None:
        """Beside the others, which go on: after an import everybody's standing may have to be found first."""
        try:
            await self._find_standings()
            for cast in casts:
                await self._freeze(cast)
        except Exception:
            log.exception("a broadcast could not be frozen; it is tried again")
        finally:
            self._freezing = None
            self._changed.set()

    async def _freeze(self, cast: Cast) -> None:
        """Write down who is in the audience, in ranges that take about as long as a lock may last."""
        audience, catalogue = self._audience(cast), self._library().catalogue
        year = next((year for year in catalogue.years if year.id == cast.year), None)
        if audience is None or year is None:
            if cast.id not in self._unreadable:
                log.error("broadcast %d: its audience can no longer be read; it waits", cast.id)
            self._unreadable.add(cast.id)
            return
        made, is_more = condition(audience, catalogue, year, cast.circle), True
        while is_more:
            start = self._clock.monotonic()
            is_more = await self._store.freeze(cast.id, made, self._routes, self._size, self._clock.seconds())
            taken = max(self._clock.monotonic() - start, 0.001)
            self._size = int(min(_MOST, max(_LEAST, self._size * min(1.5, _LOCK / taken))))

    async def _show(self, cast: Cast) -> None:
        """Say how far it is, where that changed and was not said a moment ago; at its end give the certificate."""
        now, catalogue = self._clock.monotonic(), self._library().catalogue
        if now < self._shown.get(cast.id, 0.0):
            return
        going = await self._store.going_cast(cast.id)
        if not going.tally.is_frozen:
            return
        self._shown[cast.id] = now + catalogue.cast.limits.progress_seconds
        reply = how_far(catalogue, going.cast, going.tally)
        text = render(catalogue.texts, reply).text
        last = certificate(catalogue, going.cast, going.tally) if going.cast.is_closed else None
        if text == going.shown and last is None:
            return
        if not await self._store.show_cast(going, reply, text, last, self._clock.seconds()) or last is not None:
            self._shown.pop(cast.id)
        self._on_said()

    def _audience(self, cast: Cast) -> Audience | None:
        library = self._library()
        if library is not self._read_with:
            self._read, self._read_with = {}, library
        key = (cast.year, cast.audience)
        if key not in self._read:
            year = next((year for year in library.catalogue.years if year.id == cast.year), None)
            try:
                if year is None:
                    return None
                self._read[key] = read_audience(cast.audience, library, year)
            except AudienceError:
                return None
        return self._read[key]
