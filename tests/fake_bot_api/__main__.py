"""python -m tests.fake_bot_api --port P: the fake as a process, scripted under /control/."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import signal

from .model import TOKEN
from .server import FakeBotApi


async def serve(port: int, latency: float, token: str, seed: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    async with FakeBotApi(token, latency, port, seed=seed, with_control=True) as api:
        print(f"fake Bot API at {api.url} with token {token}", flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.fake_bot_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: the system chooses; the address is printed")
    parser.add_argument("--latency-ms", type=float, default=0.0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--seed", type=int, default=0, help="for troubles with a probability")
    options = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # many long-lived records, hardly any garbage
    with contextlib.suppress(ImportError):
        import uvloop

        asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    asyncio.run(serve(options.port, options.latency_ms / 1000, options.token, options.seed))


if __name__ == "__main__":
    main()
