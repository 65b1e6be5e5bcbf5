"""How the program stops: on signals, or when a part of it ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Iterator

import uvicorn


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: `App.run` stops everything in order."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def stop_on_signals(reload: Callable[[], Coroutine[None, None, None]]) -> asyncio.Event:
    """Return what SIGTERM and SIGINT set; SIGHUP begins a reload."""
    stop = asyncio.Event()
    reloads: set[asyncio.Task[None]] = set()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    def start_reload() -> None:
        task = asyncio.create_task(reload())
        reloads.add(task)
        task.add_done_callback(reloads.discard)

    loop.add_signal_handler(signal.SIGHUP, start_reload)
    return stop


async def first_to_end(tasks: list[asyncio.Task[None]], stop: asyncio.Event) -> None:
    """Wait for the stop signal; a part that ends before it stops the program loudly."""
    waiting = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for task in done:
        if task is not waiting:
            task.result()
            raise RuntimeError(f"{task.get_name()} ended by itself")
