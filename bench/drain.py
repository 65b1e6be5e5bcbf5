"""Drain a queue of bulk messages to a Bot API: ours with durable outcomes, or a raw aiohttp sender that keeps nothing.

python -m bench.drain --api-url URL --messages N [--raw]: prints the seconds it took and the processor seconds of it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import uvloop

from bot.bulk import most_in_flight
from bot.channels.telegram import TelegramChannel
from bot.clock import Clock
from bot.content import load_catalogue
from bot.delivery import Delivery
from bot.settings import Settings
from bot.store.rows import Outgoing, Post, Turn, Update
from bot.store.sqlite import SqliteStore
from bot.telegram_link import TelegramLink
from handlers.messages import Reply, plain
from handlers.rendering import Rendered, render
from tests.fake_bot_api import TOKEN

FIRST_CHAT = 1000
#: No pace at all: as fast as the answers come.
LIFTED = 1e6
_TEXT = "Reminder: of your six courses two are left, and nine days to do them. Next: MIS Reports (number {})."


def bulk_reply(number: int) -> Reply:
    return Reply("en", (plain(_TEXT.format(number)),))


async def fill(store: SqliteStore, chats: Sequence[int], job: int | None = None) -> None:
    """Queue one bulk message to each chat."""
    bot_id = TOKEN.partition(":")[0]
    await store.receive([Update("telegram", bot_id, f"seed-{chat}", str(chat), "{}") for chat in chats], 1)
    waiting = await store.next_turn(len(chats))
    await store.save_turn([Turn(one, one.session) for one in waiting], 1)
    posts = [Post(one.address_id, bulk_reply(number)) for number, one in enumerate(waiting)]
    await store.put_bulk(posts, 1, job)


class Counting:
    """The channel to Telegram, which tells when so many messages are sent."""

    name, is_fetched = "telegram", False
    shares_contact, home = False, ""

    def __init__(self, channel: TelegramChannel, messages: int) -> None:
        self._channel, self._left = channel, messages
        self.bot_id = channel.bot_id
        self.parse = channel.parse
        self.is_done = asyncio.Event()

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        try:
            return await self._channel.send(row, rendered)
        finally:
            self._left -= 1
            if not self._left:
                self.is_done.set()


async def ours(api_url: str, messages: int) -> tuple[float, float]:
    texts = load_catalogue().texts
    render(texts, bulk_reply(0))  # the first one reads the texts

    async def nothing(*given: object) -> None:
        return None

    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(str(Path(folder) / "drain.db"), b"0123456789abcdef")
        await store.open()
        await fill(store, range(FIRST_CHAT, FIRST_CHAT + messages))
        settings = Settings(
            _env_file=None, telegram_bot_token=TOKEN, telegram_api_url=api_url, telegram_bulk_rate=1000  # type: ignore[call-arg, arg-type]
        )  # fmt: skip
        link = TelegramLink(settings, texts, nothing, 1.0)
        await link.open()
        channel = Counting(link.channel, messages)
        route = f"{channel.name}:{channel.bot_id}"
        delivery = Delivery(store, {(channel.name, channel.bot_id): channel}, lambda: texts, Clock(), nothing,
                            rates={route: LIFTED})  # fmt: skip
        _as_when_running()
        start, used = time.perf_counter(), time.process_time()
        running = asyncio.create_task(delivery.run())
        await channel.is_done.wait()
        await delivery.idle()
        taken = time.perf_counter() - start, time.process_time() - used
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        counts = await store.counts()
        assert counts["outbox sent"] == messages, counts
        await link.close()
        await store.close()
        return taken


async def raw(api_url: str, messages: int) -> tuple[float, float]:
    url, numbers = f"{api_url}/bot{TOKEN}/sendMessage", iter(range(messages))
    connector = aiohttp.TCPConnector(limit=most_in_flight(LIFTED))
    async with aiohttp.ClientSession(connector=connector) as http:

        async def worker() -> None:
            for number in numbers:
                body = json.dumps({"chat_id": str(FIRST_CHAT + number), "text": _TEXT.format(number)}).encode()
                async with http.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
                    assert json.loads(await answer.read())["ok"]

        _as_when_running()
        start, used = time.perf_counter(), time.process_time()
        await asyncio.gather(*(worker() for _ in range(most_in_flight(LIFTED))))
        return time.perf_counter() - start, time.process_time() - used


def _as_when_running() -> None:
    """Both collect garbage as `python -m bot run` does."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.drain", description=__doc__)
    parser.add_argument("--api-url", required=True)
    parser.add_argument("--messages", type=int, required=True)
    parser.add_argument("--raw", action="store_true")
    options = parser.parse_args()
    sender = raw if options.raw else ours
    seconds, used = uvloop.run(sender(options.api_url, options.messages))
    print(json.dumps({"seconds": seconds, "used": used}))


if __name__ == "__main__":
    main()
