"""Keep what arrives: an update is acknowledged to its platform only after it is durable."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from bot.clock import Clock
from bot.store.base import Store
from bot.store.rows import Update


class Intake:
    """Callers that wait together share one commit; `on_arrived` is called after each."""

    def __init__(self, store: Store, clock: Clock, on_arrived: Callable[[], None]) -> None:
        self._store, self._clock, self._on_arrived = store, clock, on_arrived
        self._arriving: list[tuple[Sequence[Update], asyncio.Future[None]]] = []
        self._keeping: asyncio.Task[None] | None = None

    async def receive(self, updates: Sequence[Update]) -> None:
        """Return when the raw updates are durable."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arriving.append((updates, kept))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep())
        await kept

    async def _keep(self) -> None:
        """Store all that has arrived, again and again until nothing more came meanwhile."""
        while self._arriving:
            arrived, self._arriving = self._arriving, []
            try:
                await self._store.receive([one for updates, _ in arrived for one in updates], self._clock.seconds())
            except Exception as error:
                for _, kept in arrived:
                    if not kept.done():
                        kept.set_exception(error)
                continue
            self._on_arrived()
            for _, kept in arrived:
                if not kept.done():
                    kept.set_result(None)
        self._keeping = None
