"""Same person or two, decided in a chat: what a tap names is decided, and the next row that waits is shown."""

from __future__ import annotations

from collections.abc import Callable

from bot.imports.deciding import UndecidableError, Verdict
from bot.store.base import Store
from handlers.desk_step import ImportWish, Post
from handlers.import_clash import LATER, SAME, clash_post
from handlers.messages import Line, line
from knowledge.catalogue import Catalogue


class ChatDecisions:
    """`now` gives whole seconds since 1970."""

    def __init__(self, store: Store, catalogue: Callable[[], Catalogue], now: Callable[[], int]) -> None:
        self._store, self._catalogue, self._now = store, catalogue, now

    async def waiting(self, wish: ImportWish) -> int:
        """How many rows wait for the member."""
        return (await self._store.next_clash(wish.member.circle, 0)).count

    async def first(self, wish: ImportWish, file: str) -> Post:
        """The first row that waits. `file`: the one that can be compared again ("": none)."""
        return await self._next(wish, 0, file, ())

    async def decide(self, wish: ImportWish, file: str) -> Post:
        """Decide the row that is named, or put it off; then the one behind it."""
        number = int(wish.ref)
        said = () if wish.what == LATER else (await self._decided(wish, number),)
        return await self._next(wish, number, file, said)

    async def _decided(self, wish: ImportWish, number: int) -> Line:
        verdict: Verdict = "same" if wish.what == SAME else "two"
        member = wish.member
        try:
            await self._store.decide_clash(number, verdict, member.circle, f"member:{member.id}", self._now())
        except UndecidableError:
            return line("import-clash-gone")
        return line(f"import-clash-{verdict}")

    async def _next(self, wish: ImportWish, after: int, file: str, said: tuple[Line, ...]) -> Post:
        waits = await self._store.next_clash(wish.member.circle, after)
        return clash_post(wish.address, wish.language, self._catalogue(), waits, file, said)
