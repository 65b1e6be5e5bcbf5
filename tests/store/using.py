"""How the contract tests use a store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.store.base import Store
from bot.store.rows import Outgoing, Settled, Turn, Update, Waiting
from handlers.effects import Effect
from handlers.messages import Reply, plain
from tests.store.backings import Backing

NOW = 1_770_000_000
DAY = 86_400
Check = Callable[[Store], Awaitable[None]]


def run(backing: Backing, check: Check, seconds: float = 20) -> None:
    async def opened() -> None:
        store = backing.store()
        await store.open()
        try:
            await check(store)
        finally:
            await store.close()

    asyncio.run(asyncio.wait_for(opened(), seconds))


def update(id_: object, chat: str | None = "7", body: str | None = None, channel: str = "telegram",
           bot: str = "1", error: str | None = None) -> Update:  # fmt: skip
    return Update(channel, bot, str(id_), chat, f"body {id_}" if body is None else body, error=error)


def reply(text: str) -> Reply:
    return Reply("en", (plain(text),), step=3)


def said(rows: Sequence[Outgoing]) -> list[tuple[str, str]]:
    return [(row.chat_id, str(row.reply.lines[0].params[0][1])) for row in rows]


async def claim(store: Store, *settled: Settled, limit: int = 10, paused: Sequence[str] = (),
                resting: Sequence[int] = (), now: int = NOW) -> list[Outgoing]:  # fmt: skip
    return await store.settle(settled, now, limit, paused, resting)


async def answer(store: Store, *texts: str, effects: tuple[Effect, ...] = ()) -> list[Waiting]:
    """Take one turn of all who wait and answer each with the texts."""
    waiting = await store.next_turn(64)
    turns = [Turn(one, one.session, tuple(map(reply, texts)), effects) for one in waiting]
    await store.save_turn(turns, NOW)
    return waiting
