"""Follow employees to their new circle: each second a look at the moves that an import (or linking) left behind."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.clock import Clock
from bot.looking import look_for_ever
from bot.store.base import Store
from handlers.moving import follow, tell_cells
from knowledge.library import Library

log = logging.getLogger("dakpath.moves")

#: The cells are told once nothing more has moved for so many looks: an import comes in pieces.
_QUIET = 3


class Moving:
    """`turn` is the inbox's lock: what is decided here and there is decided one after another."""

    def __init__(
        self,
        store: Store,
        library: Callable[[], Library],
        clock: Clock,
        turn: asyncio.Lock,
        on_posts: Callable[[], None],
        on_tickets: Callable[[], None],
    ) -> None:
        self._store, self._library, self._clock, self._turn = store, library, clock, turn
        self._on_posts, self._on_tickets = on_posts, on_tickets
        self._newest, self._quiet = 0, 0

    async def run(self) -> None:
        """Look for ever."""
        await look_for_ever(self.look, log, "the moves could not be followed")

    async def look(self) -> bool:
        """Follow what moved, tell the cells once it is quiet; whether there may be more at once."""
        async with self._turn:
            catalogue = self._library().catalogue
            board = await self._store.move_board(catalogue.limits.link_named)
            self._quiet = self._quiet + 1 if board.newest == self._newest else 0
            self._newest = board.newest
            if board.moves:
                step = follow(board, catalogue, self._clock.seconds())
            elif board.newest and self._quiet >= _QUIET:
                step = tell_cells(board, catalogue)
            else:
                return False
            await self._store.save_moves(step, self._clock.seconds())
        if step.desk.posts:
            self._on_posts()
        if step.desk.tickets or step.ended:
            self._on_tickets()
        return bool(board.moves)
