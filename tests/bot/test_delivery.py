"""Delivery under the event loop that `run` uses."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import uvloop

from bot.channels.base import SendError
from bot.clock import Clock
from bot.content import load_catalogue
from bot.delivery import Delivery
from bot.store.rows import Outgoing, Turn, Update
from bot.store.sqlite import SqliteStore
from handlers.messages import Reply, plain
from handlers.rendering import Rendered


class FailsOnce:
    """A platform that takes nothing at the first try."""

    name, bot_id, is_fetched = "test", "1", False
    shares_contact, home = False, ""

    def __init__(self) -> None:
        self.tries = 0
        self.sent = asyncio.Event()

    def parse(self, body: str, was_blanked: bool) -> None:
        return None

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        self.tries += 1
        if self.tries == 1:
            raise SendError("500", is_retryable=True)
        self.sent.set()
        return None


async def tell(updates: Sequence[Update]) -> None:
    raise AssertionError(f"nothing to tell: {updates}")


async def one_message(path: Path, texts: Any) -> None:
    store, channel, clock = SqliteStore(str(path), b"0123456789abcdef"), FailsOnce(), Clock()
    await store.open()
    await store.receive([Update("test", "1", "1", "7", "{}")], 1)
    (waiting,) = await store.next_turn(1)
    await store.save_turn([Turn(waiting, waiting.session, (Reply("en", (plain("x"),)),))], 1)
    delivery = Delivery(store, {("test", "1"): channel}, lambda: texts, clock, tell)
    task = asyncio.create_task(delivery.run())
    try:
        await asyncio.wait_for(channel.sent.wait(), 5)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()


def test_a_message_that_is_tried_again_needs_nobody_to_wake_it(tmp_path: Path) -> None:
    """uvloop's timers are up to a millisecond early, about every third of them: of 20 none may be left lying."""
    texts = load_catalogue().texts

    async def many() -> None:
        await asyncio.gather(*(one_message(tmp_path / f"{n}.db", texts) for n in range(20)))

    uvloop.run(many())
