"""Rows of imports that contradict somebody known, for whoever decides them at a page."""

from __future__ import annotations

from typing import Protocol

from bot.imports.deciding import Verdict, decide, next_clash, open_clashes
from bot.store.addresses import Addresses
from bot.store.database import Database
from handlers.import_clash import Waits
from handlers.import_preview import OpenClash


class ClashStore(Protocol):
    """Each call is one durable transaction."""

    async def clashes(self, circle: str | None) -> list[OpenClash]:
        """Return what waits for a decision, of a circle or (None) of all."""
        ...

    async def next_clash(self, circle: str | None, after: int) -> Waits:
        """Return the first one behind number `after` that waits, of a circle or (None) of all."""
        ...

    async def decide_clash(self, id_: int, verdict: Verdict, circle: str | None, actor: str, now: int) -> None:
        """Decide one.

        Raises:
            UndecidableError: no open one that is theirs to decide has this number.
        """
        ...


class ClashTables:
    """See `ClashStore`."""

    _database: Database
    _addresses: Addresses

    async def clashes(self, circle: str | None) -> list[OpenClash]:
        return await self._database.run(lambda db: open_clashes(db, self._addresses.keys, circle))

    async def next_clash(self, circle: str | None, after: int) -> Waits:
        return await self._database.run(lambda db: next_clash(db, self._addresses.keys, circle, after))

    async def decide_clash(self, id_: int, verdict: Verdict, circle: str | None, actor: str, now: int) -> None:
        await self._database.run(lambda db: decide(db, id_, verdict, circle, actor, now))
