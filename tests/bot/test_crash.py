"""kill -9 at random moments while many persons write: every message is answered, in order, none is lost.

CRASH_MESSAGES, CRASH_PERSONS and CRASH_KILLS give the size (the full one is 1000, 200 and 10).
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.bot.ways import TWICE, BotProcess, column, counted, free_port, replies, run_process
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import SECRET

MESSAGES = int(os.environ.get("CRASH_MESSAGES", "200"))
PERSONS = int(os.environ.get("CRASH_PERSONS", "40"))
KILLS = int(os.environ.get("CRASH_KILLS", "3"))
#: Their replies differ from each other and do not hang on what was said before.
COMMANDS = ("/deadlines", "/assessment", "/privacy", "/help")
LATENCY = 0.004
SECONDS = 60 + MESSAGES / 10
Environment = Callable[[FakeBotApi, Path], Mapping[str, str]]


def by_polling(api: FakeBotApi, folder: Path) -> Mapping[str, str]:
    return {
        "DATABASE_URL": f"sqlite:///{folder}/chat.db",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "WEB_PORT": "0",
    }


def by_webhook(api: FakeBotApi, folder: Path) -> Mapping[str, str]:
    port = free_port()
    hook = {"TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "TELEGRAM_WEBHOOK_SECRET": SECRET}
    return {**by_polling(api, folder), **hook, "WEB_PORT": str(port)}


@dataclass
class Crowd:
    """Who asks what: never the same twice in a row, so that a doubled reply can be told from a second one."""

    api: FakeBotApi
    dice: random.Random
    known: dict[str, str] = field(default_factory=dict)  # text of a reply → its command
    asked: dict[int, list[str]] = field(default_factory=dict)

    async def learn(self) -> None:
        for place, command in enumerate(("/start", *COMMANDS)):
            self.api.say(1, command)
            await self.api.wait_for(replies(1, place + 1), 20)
        self.known = {sent.text: command for sent, command in zip(self.api.sent_to(1)[1:], COMMANDS, strict=True)}
        assert len(self.known) == len(COMMANDS)

    def say(self) -> None:
        chat = 100 + self.dice.randrange(PERSONS)
        before = self.asked.setdefault(chat, [])
        choices = [command for command in COMMANDS if command not in before[-1:]]
        command = self.dice.choice(choices) if before else "/start"
        before.append(command)
        self.api.say(chat, command)

    async def write(self, messages: int) -> None:
        """All the messages of a part, in bursts; the next one comes while at most some of the last are unanswered."""
        while messages > 0:
            burst = min(messages, self.dice.randint(1, 12))
            for _ in range(burst):
                self.say()
            messages -= burst
            await self.api.wait_for(reaches(self.answered, self.written - self.dice.randint(0, 24)), SECONDS)

    @property
    def written(self) -> int:
        """How many messages the platform was given so far, with those that taught us the replies."""
        return 1 + len(COMMANDS) + sum(map(len, self.asked.values()))

    def taken(self, api: FakeBotApi) -> int:
        """How many of them the assistant has acknowledged."""
        return self.written - len(api.inbox.pending)

    def answered(self, api: FakeBotApi) -> int:
        return len(api.sent)

    def got(self, chat: int) -> tuple[list[str], int]:
        """What a chat got without the doubled replies, and how many were doubled."""
        all_of = ["/start" if not at else self.known.get(sent.text, "/start")
                  for at, sent in enumerate(self.api.sent_to(chat))]  # fmt: skip
        once = [name for at, name in enumerate(all_of) if not at or name != all_of[at - 1]]
        return once, len(all_of) - len(once)

    def is_done(self, api: FakeBotApi) -> bool:
        total = sum(map(len, self.asked.values()))
        return len(api.sent) >= total and all(
            len(self.got(chat)[0]) >= len(asked) for chat, asked in self.asked.items()
        )


def reaches(count: Callable[[FakeBotApi], int], wanted: int) -> Callable[[FakeBotApi], bool]:
    return lambda api: count(api) >= wanted


async def crash(api: FakeBotApi, folder: Path, environment: Mapping[str, str]) -> Crowd:
    """Let the crowd write, kill and start again at once, until all is said; then stop in peace."""
    crowd = Crowd(api, random.Random(environment.get("TELEGRAM_WEBHOOK_URL") is not None))
    process = BotProcess(folder, environment, "run", "--today", "2026-02-10")
    await process.start()
    try:
        await crowd.learn()
        part = MESSAGES // (KILLS + 1)
        for _ in range(KILLS):
            count = crowd.dice.choice((crowd.taken, crowd.answered))  # a kill in the intake, or in the sending
            moment = reaches(count, count(api) + crowd.dice.randint(1, part - 1))
            writing = asyncio.create_task(crowd.write(part))
            await api.wait_for(moment, 30)
            await process.kill()
            await process.start()
            await writing
        await crowd.write(MESSAGES - KILLS * part)
        await api.wait_for(crowd.is_done, SECONDS)
        process.signal(signal.SIGTERM)
        assert await process.ended(10) == 0, process.said
    except TimeoutError:
        missing = {chat: (asked, crowd.got(chat)[0]) for chat, asked in crowd.asked.items() if
                   crowd.got(chat)[0] != asked}  # fmt: skip
        raise AssertionError(f"not answered: {missing}\n{process.said}") from None
    finally:
        await process.kill()
    return crowd


@pytest.mark.parametrize("way", [by_polling, by_webhook])
def test_killed_again_and_again_nothing_is_lost(tmp_path: Path, way: Environment) -> None:
    async def play() -> tuple[Crowd, str]:
        async with FakeBotApi(token=TOKEN, latency=LATENCY) as api:
            environment = way(api, tmp_path)
            crowd = await crash(api, tmp_path, environment)
            assert api.violations == []
            assert not api.inbox.pending
            code, shown = await run_process(tmp_path, environment, "status")
            assert code == 0, shown
            return crowd, shown

    started = time.monotonic()
    crowd, shown = asyncio.run(asyncio.wait_for(play(), 3 * SECONDS))
    doubled = check_talks(crowd, tmp_path)
    counts = counted(tmp_path / "chat.db")
    assert counts["inbox done"] == MESSAGES + 1 + len(COMMANDS)
    assert not {"inbox waiting", "inbox dead", "outbox waiting", "outbox in flight", "outbox failed"} & counts.keys()
    figure = re.search(rf"{TWICE}\D*(\d+)", shown)
    assert figure is not None
    assert int(figure[1]) == counts[TWICE] >= doubled
    print(f"{way.__name__}: {MESSAGES} messages of {len(crowd.asked)} persons, {KILLS} kills, {doubled} doubled, "
          f"{counts[TWICE]} counted as sent once more, {counts.get('outbox unknown', 0)} given up as unknown, "
          f"{time.monotonic() - started:.1f} s")  # fmt: skip


def check_talks(crowd: Crowd, folder: Path) -> int:
    """Everybody got exactly what they asked, in order; nothing doubled but what was in doubt in that chat."""
    doubts = dict(zip(
        map(str, column(folder, "SELECT chat_id FROM address ORDER BY id")),
        map(int, map(str, column(folder, "SELECT (SELECT coalesce(sum(doubts), 0) FROM outbox WHERE address_id = a.id)"
                                 " FROM address a ORDER BY id"))), strict=True))  # fmt: skip
    total = 0
    for chat, asked in crowd.asked.items():
        got, doubled = crowd.got(chat)
        assert got == asked, chat
        assert doubled <= doubts[str(chat)], chat
        total += doubled
    return total
