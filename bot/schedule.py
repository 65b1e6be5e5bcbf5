"""Say each minute that it is time to look for reminders, and at the week. Nothing is scheduled for a person."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

log = logging.getLogger("dakpath.schedule")

#: Seconds of people's time between two looks, and the least in real time, where that runs faster.
_EVERY, _LEAST = 60.0, 0.25


class Schedule:
    """Looks at one thing after the other. `rate`: how much faster than the real clock people's time runs."""

    def __init__(self, *looks: Callable[[], Awaitable[None]], rate: float = 1.0) -> None:
        self._looks, self._every = looks, max(_LEAST, _EVERY / rate)

    async def run(self) -> None:
        """Look at once and then each minute, for ever; a look that takes longer is not overtaken by the next."""
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # a twentieth of a second: not before the start

        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self._look,
            "interval",
            seconds=self._every,
            next_run_time=datetime.now(UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    async def _look(self) -> None:
        for look in self._looks:
            try:
                await look()
            except asyncio.CancelledError:
                if (task := asyncio.current_task()) is not None and task.cancelling():
                    return  # a stop; the scheduler would tell of it as of a fault
                log.exception("a look at the clock was cancelled; the next one tries again")
            except Exception:
                log.exception("a look at the clock failed; the next one tries again")
