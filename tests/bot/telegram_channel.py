"""The Telegram channel alone, on real HTTP: what it reads out of updates, what it calls for a reply."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.channels.telegram import Attachment, TelegramChannel
from bot.store.addresses import Key
from bot.store.reply_json import reply_to_json
from bot.store.rows import Outgoing
from bot.telegram_link import TelegramLink
from handlers.messages import Choice, Inbound, Reply, plain
from handlers.rendering import render
from tests.bot.conftest import read_once
from tests.fake_bot_api import FakeBotApi
from tests.fake_bot_api.testing import Caller
from tests.running import settings

GROUP, NEW_GROUP = -500, -1000000000500


@dataclass
class Desk:
    """The channel, the platform, and what a test does with both; `uploads` is what the store would keep."""

    api: FakeBotApi
    call: Caller
    channel: TelegramChannel
    uploads: dict[str, bytes] = field(default_factory=dict)
    _rows: int = 0

    async def read(self) -> list[Inbound | None]:
        """What all waiting updates mean."""
        _, body = await self.call("getUpdates")
        updates = body["result"]
        if updates:
            await self.call("getUpdates", offset=updates[-1]["update_id"] + 1)
        return [self.channel.parse((kept := self.channel.envelope(raw)).body, kept.was_blanked) for raw in updates]

    async def send(self, chat: int, text: str, attempts: int = 1, edits: str = "", answers: str = "",
                   choices: tuple[Choice, ...] = (), **parts: Any) -> str | None:  # fmt: skip
        """Send a reply as delivery does; `parts` of the Reply."""
        self._rows += 1
        reply = Reply("en", (plain(text),) if text else (), choices, **parts)
        row = Outgoing(self._rows, 1, "telegram", self.channel.bot_id, str(chat), reply_to_json(reply), attempts, 0,
                       edits=edits, answers=answers)  # fmt: skip
        return await self.channel.send(row, render(read_once().catalogue.texts, row.reply))


def at_the_desk(
    test: Callable[[Desk], Awaitable[None]], folder: Path, faults: int = 0, attachment: Attachment | None = None
) -> None:
    """Run the test; the platform must have found so many faults in what the channel called.

    `attachment` gives the bytes of what is sent; without it the test's `uploads` do.
    """

    async def inner() -> None:
        async with FakeBotApi() as api, aiohttp.ClientSession() as http:
            uploads: dict[str, bytes] = {}

            async def kept(ref: str, _: Key) -> bytes | None:
                return uploads.get(ref)

            link = TelegramLink(settings(folder, api), read_once().catalogue.texts, attachment or kept, pause=2.0)
            await link.open()
            try:
                desk = Desk(api, Caller(api, http), link.channel, uploads)
                await asyncio.wait_for(test(desk), 20)
            finally:
                await link.close()
            assert len(api.violations) == faults, api.violations

    asyncio.run(inner())
