"""Replies to employees while a training-plan report is taken in by another process, from the command line."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import uvloop

from bench.chat import by_webhook
from bench.imports_file import write
from bench.load import no_collection
from bench.process import ROOT, free_port, started
from tests.fake_bot_api import TOKEN, FakeBotApi

#: Employees who ask in a second.
_ASKED = 10
_KEY = "a2V5IG9mIHRoZSBiZW5jaCBhbG9uZSwgMzIgYnl0ZXM="


@dataclass(frozen=True)
class Meanwhile:
    """Seconds of the whole command by the clock, and the 99th percentile of a reply's milliseconds."""

    seconds: float
    reply_ms: float


def replies_meanwhile(people: int) -> Meanwhile:
    """Import six rows of each employee, preview and apply, while people ask."""
    return uvloop.run(_measured(people))


async def _measured(people: int) -> Meanwhile:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "plan.csv", people)
        async with FakeBotApi(TOKEN) as api:
            database = {"DATABASE_URL": f"sqlite:///{folder / 'bench.db'}", "DATA_KEY": _KEY}
            with started(["-m", "bot", "run"], {**by_webhook(api, free_port()), **database}), no_collection():
                await api.wait_for(lambda current: current.webhook["url"], 30)
                await _ask(api, 1, 0.0)  # the first answer of a process reads the texts
                importing = asyncio.create_task(_import(folder / "plan.csv", database))
                waits: list[asyncio.Task[float]] = []
                while not importing.done():
                    at = time.monotonic()
                    waits.append(asyncio.create_task(_ask(api, 2 + len(waits), at)))
                    await asyncio.sleep(max(0.0, at + 1 / _ASKED - time.monotonic()))
                waited = sorted(await asyncio.gather(*waits))
                return Meanwhile(await importing, 1000 * waited[len(waited) * 99 // 100])


async def _ask(api: FakeBotApi, chat: int, at: float) -> float:
    """Return the seconds until the answer came."""
    api.say(chat, "/help")
    await api.wait_for(lambda current: current.sent_to(chat), 60)
    return api.sent_to(chat)[0].at_monotonic - at


async def _import(path: Path, database: dict[str, str]) -> float:
    """Return the seconds that the command took."""
    arguments = ("-m", "bot", "import", str(path), "--circle", "delhi", "--apply", "--yes")
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=path.parent, env={**os.environ, **database, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"the import ended with {process.returncode}: {said.decode()[-500:]}")
    return time.monotonic() - began
