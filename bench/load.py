"""A load generator for a Telegram webhook, with as little work of its own as possible.

As a function: `result = await drive(url, secret, texts, connections, api)` inside `async with FakeBotApi()`.
As a command: python -m bench.load --hook URL --api-port P ..., which serves the fake Bot API itself, waits
until the bot's webhook listens, drives it and prints one line of JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import gc
import json
import time
from collections.abc import Sequence
from typing import Any

from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.fake_bot_api.model import dumps
from tests.fake_bot_api.webhook import HookConnection, Target

Json = dict[str, Any]


@dataclasses.dataclass
class Result:
    messages: int
    seconds: float
    per_second: float
    hook_p50_ms: float
    hook_p99_ms: float
    refused_hooks: int = 0


def text_updates(api: FakeBotApi, texts: Sequence[str], persons: int, first_chat: int = 1) -> list[Json]:
    """One update a text, from each of the persons in turn."""
    return [
        {"update_id": api.take_update_id(), "message": api.message(first_chat + number % persons, text=text)}
        for number, text in enumerate(texts)
    ]


class _Run:
    """One pass over the requests: each connection sends its next one when the one before is answered."""

    def __init__(self, requests: list[bytes]) -> None:
        self.requests = requests
        self.next = 0
        self.started: dict[HookConnection, float] = {}
        self.latencies: list[float] = []
        self.refused = 0
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def send_next(self, connection: HookConnection) -> None:
        if self.next < len(self.requests):
            request = self.requests[self.next]
            self.next += 1
            self.started[connection] = time.perf_counter()
            connection.send(request)

    def done(self, connection: HookConnection, status: int | None, body: bytes) -> None:
        self.latencies.append(time.perf_counter() - self.started[connection])
        if status is None:
            if not self.finished.done():
                self.finished.set_exception(ConnectionError("the webhook cut a connection"))
            return
        self.refused += not 200 <= status < 300
        if len(self.latencies) == len(self.requests) and not self.finished.done():
            self.finished.set_result(None)
        self.send_next(connection)


async def drive(
    url: str,
    secret: str,
    texts_or_updates: Sequence[str | Json],
    connections: int,
    api: FakeBotApi,
    *,
    persons: int = 2000,
    first_chat: int = 1,
    replies: int = 1,
    timeout: float = 120.0,
) -> Result:
    """Post all updates as fast as the webhook answers; the time ends with the last reply the API recorded.

    Texts become updates of `persons` different people; `replies` messages are expected for each update.
    """
    texts = [item for item in texts_or_updates if isinstance(item, str)]
    updates = [item for item in texts_or_updates if not isinstance(item, str)]
    updates += text_updates(api, texts, persons, first_chat)
    target = Target(url, secret)
    run = _Run([target.request(dumps(update)) for update in updates])
    loop = asyncio.get_running_loop()
    opened = [
        (await loop.create_connection(lambda: HookConnection(run.done), target.host, target.port))[1]
        for _ in range(min(connections, len(updates)))
    ]
    wanted = len(api.sent) + replies * len(updates)
    with no_collection():
        start = time.monotonic()
        for connection in opened:
            run.send_next(connection)
        await asyncio.wait_for(run.finished, timeout)
        await api.wait_for(lambda current: len(current.sent) >= wanted, timeout)
        seconds = api.sent[wanted - 1].at_monotonic - start
    for connection in opened:
        connection.abort()
    return _result(run, seconds)


@contextlib.contextmanager
def no_collection() -> Any:
    """The records only grow; looking through them for garbage would be the generator's own work."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _result(run: _Run, seconds: float) -> Result:
    ordered = sorted(run.latencies)
    count = len(ordered)
    return Result(
        messages=count,
        seconds=round(seconds, 4),
        per_second=round(count / seconds, 1),
        hook_p50_ms=round(ordered[count // 2] * 1000, 3),
        hook_p99_ms=round(ordered[min(count - 1, count * 99 // 100)] * 1000, 3),
        refused_hooks=run.refused,
    )


async def wait_until_open(url: str, timeout: float = 20.0) -> None:
    """Return once the webhook's port accepts connections."""
    target = Target(url, "")
    deadline = time.monotonic() + timeout
    while True:
        try:
            _, writer = await asyncio.open_connection(target.host, target.port)
        except OSError:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


async def _command(options: argparse.Namespace) -> Result:
    async with FakeBotApi(options.token, options.latency_ms / 1000, options.api_port) as api:
        await wait_until_open(options.hook)
        texts = [options.text[number % len(options.text)] for number in range(options.messages)]
        warm = [options.text[0]] * options.warmup
        if warm:
            first = options.persons + 1
            await drive(options.hook, options.secret, warm, options.connections, api, first_chat=first)
        return await drive(
            options.hook, options.secret, texts, options.connections, api,
            persons=options.persons, replies=options.replies,
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.load", description=__doc__)
    parser.add_argument("--hook", required=True, help="the bot's webhook address")
    parser.add_argument("--secret", default="")
    parser.add_argument("--api-port", type=int, required=True, help="where the fake Bot API is to listen")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--latency-ms", type=float, default=0.0)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--persons", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--replies", type=int, default=1, help="messages expected for each update")
    parser.add_argument("--warmup", type=int, default=200, help="messages before the measured ones")
    parser.add_argument("--text", action="append", help="may be repeated; used in turn")
    options = parser.parse_args()
    options.text = options.text or ["Which courses do I have to do?"]
    with contextlib.suppress(ImportError):
        import uvloop

        asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    print(json.dumps(dataclasses.asdict(asyncio.run(_command(options)))))


if __name__ == "__main__":
    main()
