"""The two ways to Telegram, and how a test plays a talk over one of them."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.store.statements import COUNTS
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, running, settings

ROOT = Path(__file__).resolve().parents[2]
Way = Callable[[Path, FakeBotApi], Settings]
Script = Callable[[FakeBotApi, Running], Awaitable[None]]
TWICE = "replies sent once more after an unknown outcome"


def polling(folder: Path, api: FakeBotApi) -> Settings:
    return settings(folder, api)


def webhook(folder: Path, api: FakeBotApi) -> Settings:
    return settings(folder, api, webhook_port=free_port())


BOTH_WAYS = pytest.mark.parametrize("way", [polling, webhook])


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def play(script: Script, folder: Path, way: Way = polling, allowed: frozenset[int] = frozenset()) -> dict[str, int]:
    """Run the script against the assistant, stop it as SIGTERM would, and return what its store then counts.

    The platform must have found nothing wrong with what the assistant called, but for the `allowed` codes.
    """

    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(way(folder, api)) as run:
            if way is webhook:
                await api.wait_for(lambda api: api.webhook["url"], 10)
            await script(api, run)
            assert [fault for fault in api.violations if fault.code not in allowed] == []

    asyncio.run(asyncio.wait_for(talk(), 40))
    return counted(folder / "chat.db")


def counted(database: Path) -> dict[str, int]:
    connection = sqlite3.connect(database)
    try:
        return dict(connection.execute(COUNTS).fetchall())
    finally:
        connection.close()


def column(folder: Path, query: str) -> list[object]:
    """The first column of what a stopped assistant's store holds."""
    connection = sqlite3.connect(folder / "chat.db")
    try:
        return [row[0] for row in connection.execute(query)]
    finally:
        connection.close()


def replies(chat: int, count: int) -> Callable[[FakeBotApi], bool]:
    return lambda api: len(api.sent_to(chat)) >= count


class BotProcess:
    """`python -m bot <command>` as a process of its own, its output kept."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *arguments: str) -> None:
        ours = ("TELEGRAM_", "WEB_", "DATABASE_", "CONTENT_", "DATA_KEY")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        self._environment = kept | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | dict(environment)
        self._folder, self._arguments = folder, arguments
        self.process: asyncio.subprocess.Process | None = None
        self.out = folder / "out.txt"

    async def start(self) -> None:
        with self.out.open("ab") as out:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", *self._arguments, cwd=self._folder, env=self._environment,
                stdin=asyncio.subprocess.DEVNULL, stdout=out, stderr=out,
            )  # fmt: skip

    def signal(self, number: int) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    async def ended(self, seconds: float = 20.0) -> int:
        assert self.process is not None
        return await asyncio.wait_for(self.process.wait(), seconds)

    async def says(self, pattern: str, seconds: float = 20.0) -> re.Match[str]:
        """Wait until the output has the pattern; fail at once where the process ends before."""
        assert self.process is not None
        async with asyncio.timeout(seconds):
            while True:
                ended = self.process.returncode is not None
                found = re.search(pattern, self.said)
                if found:
                    return found
                if ended:
                    raise AssertionError(f"ended with {self.process.returncode}:\n{self.said}")
                await asyncio.sleep(0.02)  # another process' file cannot wake us

    @property
    def said(self) -> str:
        return self.out.read_text(encoding="utf-8", errors="replace")

    async def kill(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


async def run_process(folder: Path, environment: Mapping[str, str], *arguments: str) -> tuple[int, str]:
    """Run a command to its end; its exit code and all it printed."""
    process = BotProcess(folder, environment, *arguments)
    process.out = folder / f"out-{arguments[0]}.txt"
    process.out.unlink(missing_ok=True)
    await process.start()
    return await process.ended(), process.said


#: Commands whose replies differ from each other and do not hang on what was said before.
COMMANDS = ("/deadlines", "/assessment", "/privacy", "/help")


async def told_apart(api: FakeBotApi, chat: int = 1) -> dict[str, str]:
    """Ask each command once and return reply → command."""
    api.say(chat, "/start")
    for command in COMMANDS:
        api.say(chat, command)
    await api.wait_for(replies(chat, 1 + len(COMMANDS)))
    found = {sent.text: command for sent, command in zip(api.sent_to(chat)[1:], COMMANDS, strict=True)}
    assert len(found) == len(COMMANDS)
    return found


def answered(api: FakeBotApi, chat: int, known: dict[str, str]) -> list[str]:
    return [known.get(sent.text, "?") for sent in api.sent_to(chat)]
