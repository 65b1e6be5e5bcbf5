"""The desk's clock: looks each second, and at once when a ticket changed, at the tickets whose time has come."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.clock import Clock
from bot.looking import look_for_ever
from bot.store.base import Store
from knowledge.library import Library
from reminders.desk_round import look

log = logging.getLogger("dakpath.desk")


class DeskLoop:
    """`turn` is the inbox's lock: what is decided here and there is decided one after another."""

    def __init__(
        self,
        store: Store,
        library: Callable[[], Library],
        clock: Clock,
        turn: asyncio.Lock,
        on_posts: Callable[[], None],
    ) -> None:
        self._store, self._library, self._clock, self._turn, self._on_posts = store, library, clock, turn, on_posts
        self._changed = asyncio.Event()

    def look(self) -> None:
        """Say that a ticket changed."""
        self._changed.set()

    async def run(self) -> None:
        """Look for ever."""
        await look_for_ever(self.round, log, "the desk could not be looked at", self._changed)

    async def round(self) -> int:
        """Look once at what is due; return how many tickets that were."""
        async with self._turn:
            now = self._clock.seconds()
            board = await self._store.board(now)
            if not board.tickets:
                return 0
            decided = look(board, self._library().catalogue, now)
            await self._store.save_desk(decided, now)
        if decided.posts:
            self._on_posts()
        return len(board.tickets)
