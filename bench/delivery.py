"""Draining the bulk lane: as fast as it goes against a raw sender, and at its pace beside replies."""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import uvloop

from bench.chat import by_webhook
from bench.drain import FIRST_CHAT, fill
from bench.load import no_collection
from bench.process import ROOT, free_port, started
from bot.store.sqlite import SqliteStore
from tests.fake_bot_api import TOKEN, FakeBotApi

LATENCY = 0.05
BUDGET, RATE = 30, 25
_REPLIES_FROM = 1_000_000
_TOO_MANY = 429
#: So many messages are measured from the first to the last one.
_MANY = 1000


@dataclass(frozen=True)
class Paced:
    """Bulk messages a second, the 99th percentile of a reply's milliseconds (0: none), and how often 429 was said."""

    per_second: float
    reply_ms: float
    refusals: int


def drain_ratio(messages: int, rounds: int) -> tuple[float, float]:
    """Return messages a second of ours with durable outcomes, and of a raw aiohttp sender; medians in alternation."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for kept, options in zip(taken, ((), ("--raw",)), strict=True):
            kept.append(uvloop.run(_drained(messages, *options)))
    return messages / statistics.median(taken[0]), messages / statistics.median(taken[1])


async def _drained(messages: int, *options: str) -> float:
    async with FakeBotApi(TOKEN, latency=LATENCY) as api:
        for chat in range(FIRST_CHAT, FIRST_CHAT + messages):
            api.add_chat(chat)
        arguments = ("-m", "bench.drain", "--api-url", api.url, "--messages", str(messages), *options)
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        said, _ = await process.communicate()
        if len(api.sent) != messages or api.violations:
            raise RuntimeError(f"{len(api.sent)} of {messages} arrived, {api.violations[:3]}")
        return float(json.loads(said)["seconds"])


def paced(messages: int, rate: int = RATE, replies: int = 0) -> Paced:
    """Drain at `rate` a second through the whole assistant, `replies` persons a second writing meanwhile."""
    return uvloop.run(_paced(messages, rate, replies))


async def _paced(messages: int, rate: int, replies: int) -> Paced:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "paced.db"
        async with FakeBotApi(TOKEN, latency=LATENCY) as api:
            environment = {**by_webhook(api, port), "DATABASE_URL": f"sqlite:///{database}",
                           "TELEGRAM_BULK_RATE": str(rate)}  # fmt: skip
            await _queue(database, api, messages)
            api.limit(per_bot=BUDGET if rate <= BUDGET else None)
            with started(["-m", "bot", "run"], environment), no_collection():
                asked = await _played(api, messages, replies)
        return _result(api, asked)


async def _queue(database: Path, api: FakeBotApi, messages: int) -> None:
    chats = range(FIRST_CHAT, FIRST_CHAT + messages)
    for chat in chats:
        api.add_chat(chat)
    store = SqliteStore(str(database), b"0123456789abcdef")
    await store.open()
    await fill(store, chats)
    await store.close()


async def _played(api: FakeBotApi, messages: int, replies: int) -> dict[int, float]:
    """Let persons write, evenly, until all bulk is out; when each of them wrote."""
    await api.wait_for(lambda current: current.webhook["url"], 30)
    if replies:  # the first answer of a process reads the texts
        api.say(_REPLIES_FROM - 1, "/help")
        await api.wait_for(lambda current: current.sent_to(_REPLIES_FROM - 1), 30)
    asked: dict[int, float] = {}
    while replies and _bulk_sent(api) < messages:
        chat = _REPLIES_FROM + len(asked)
        asked[chat] = time.monotonic()
        api.say(chat, "/help")
        await asyncio.sleep(max(0.0, asked[_REPLIES_FROM] + len(asked) / replies - time.monotonic()))
    await api.wait_for(lambda current: len(current.sent) >= messages + len(asked) + bool(replies), messages)
    return asked


def _bulk_sent(api: FakeBotApi) -> int:
    return len(api.sent) - sum(1 for call in api.sent if call.chat_id >= _REPLIES_FROM - 1)


def _result(api: FakeBotApi, asked: dict[int, float]) -> Paced:
    bulk = sorted(call.at_monotonic for call in api.sent if call.chat_id < _REPLIES_FROM - 1)
    waits = sorted(api.sent_to(chat)[0].at_monotonic - at for chat, at in asked.items())
    late = waits[len(waits) * 99 // 100] * 1000 if waits else 0.0
    refusals = sum(1 for call in api.refused if call.outcome == str(_TOO_MANY))
    bulk = bulk[0 if len(bulk) >= _MANY else len(bulk) // 6 :]  # few: without the first moments of a process
    return Paced((len(bulk) - 1) / (bulk[-1] - bulk[0]), late, refusals)
