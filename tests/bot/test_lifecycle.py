"""From the command line to the end: starting, being refused, reading content again, stopping; and `ask`."""

from __future__ import annotations

import asyncio
import copy
import signal
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

import bot.app
import bot.delivery
from bot.app import build
from bot.clock import Clock
from bot.data_key import data_key
from bot.settings import SettingsError
from bot.store.rows import Outcome
from knowledge.library import Library
from tests.bot.command_line import DAY, Cli, is_one_line
from tests.bot.conftest import read_once
from tests.bot.ways import BotProcess, column, counted, free_port, polling, replies, run_process
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import running, settings

# -- the key and the database ------------------------------------------------------------------------------------------


def test_the_key_file_is_ours_only_and_used_again(tmp_path: Path) -> None:
    made = settings(tmp_path)
    key = data_key(made)
    file = tmp_path / "chat.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(key) >= 32
    assert data_key(made) == key
    assert [path.name for path in tmp_path.iterdir()] == ["chat.key"]
    file.write_text("short\n")
    with pytest.raises(SettingsError, match=r"chat\.key"):
        data_key(made)
    assert data_key(settings(tmp_path, data_key="a-key-of-our-own")) == b"a-key-of-our-own"


def test_migrate_and_status(cli: Cli, tmp_path: Path) -> None:
    ended = cli("migrate", DATABASE_URL="sqlite:///x.db")
    assert (ended.code, ended.out.split()[:3]) == (0, ["the", "database", "is"])
    assert cli("migrate", DATABASE_URL="sqlite:///x.db").out == ended.out
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("INSERT INTO person (created_at) VALUES (1), (2), (3)")
    connection.commit()
    connection.close()
    shown = cli("status", DATABASE_URL="sqlite:///x.db")
    assert shown.code == 0
    assert "persons" in shown.out
    assert "3" in shown.out
    counted = sqlite3.connect(tmp_path / "x.db")
    counted.execute("INSERT INTO flow_count VALUES ('otp', 'which', 0, 'shown', 8), ('otp', 'which', 0, 'left', 2)")
    counted.commit()
    counted.close()
    row = next(row for row in cli("status", "--flows", DATABASE_URL="sqlite:///x.db").out.splitlines() if "otp" in row)
    assert [part.strip() for part in row.split("│")[1:-1]] == ["otp", "which", "8", "0", "0", "2", "0", "25 %"]
    newer = sqlite3.connect(tmp_path / "x.db")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert is_one_line(cli("migrate", DATABASE_URL="sqlite:///x.db"), "the database is of version 99")


# -- content -----------------------------------------------------------------------------------------------------------


def test_check_prints_every_problem_and_ends_with_1(cli: Cli, tmp_path: Path) -> None:
    over = tmp_path / "over"
    (over / "texts" / "en").mkdir(parents=True)
    (over / "limits.yaml").write_text("a: [")
    (over / "texts" / "en" / "own.ftl").write_text("write-privately = { $nobody }\n")
    faulty = cli("check", CONTENT_DIR=over)
    assert faulty.code == 1
    assert "limits.yaml" in faulty.out
    assert "write-privately" in faulty.out
    assert "problem(s)" in faulty.err
    assert "Traceback" not in faulty.out + faulty.err
    assert cli("run", CONTENT_DIR=over, WEB_PORT=0).code == 1


# -- a process from its start to its end -------------------------------------------------------------------------------


def test_a_process_reads_content_again_stays_alone_and_drains_when_it_is_stopped(tmp_path: Path) -> None:
    over = tmp_path / "over" / "texts" / "en"
    over.mkdir(parents=True)

    def writes(text: str) -> None:
        (over / "own.ftl").write_text(f"write-privately = {text}\n")

    async def check() -> None:
        async with FakeBotApi(token=TOKEN, latency=0.03) as api:
            environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "WEB_PORT": "0",
                           "CONTENT_DIR": "over", "DATABASE_URL": f"sqlite:///{tmp_path}/chat.db"}  # fmt: skip
            process = BotProcess(tmp_path, environment, "run", "--today", DAY)
            writes("First words.")
            await process.start()
            try:
                await process.says("Telegram: bot 123456789, by polling")
                assert "Chat page: http://127.0.0.1:" in process.said
                await second_is_refused(tmp_path, environment)
                await reads_again(api, process, writes)
                await drains(api, process)
            finally:
                await process.kill()

    asyncio.run(check())
    assert column(tmp_path, "SELECT count(*) FROM inbox WHERE body IS NOT NULL") == [0]
    assert not {"inbox waiting", "outbox waiting", "outbox in flight"} & counted(tmp_path / "chat.db").keys()


async def second_is_refused(folder: Path, environment: Mapping[str, str]) -> None:
    code, said = await run_process(folder, {**environment, "CONTENT_DIR": ""}, "run")
    assert (code, len(said.splitlines())) == (2, 1), said
    assert said.startswith("dakpath: DATABASE_URL: ")
    assert "in use" in said


async def reads_again(api: FakeBotApi, process: BotProcess, writes: Callable[[str], None]) -> None:
    async def in_a_new_group(chat: int) -> str:
        api.say(chat, "hello", user_id=9)
        await api.wait_for(replies(chat, 1), 20)
        return api.sent_to(chat)[0].text

    assert await in_a_new_group(-501) == "First words."
    writes("Second words.")
    process.signal(signal.SIGHUP)
    await process.says("The content was read again")
    assert await in_a_new_group(-502) == "Second words."
    writes("{ $nobody } and no more")
    process.signal(signal.SIGHUP)
    await process.says("the old content stays")
    assert "write-privately" in process.said
    assert await in_a_new_group(-503) == "Second words."


def test_the_page_answers_while_the_content_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow, is_read = threading.Event(), threading.Event()
    changed = copy.copy(read_once())

    def load(overlay: Path | None = None) -> Library:
        is_read.set()
        assert slow.wait(10)
        return changed

    async def check() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(polling(tmp_path, api)) as run:
            monkeypatch.setattr(bot.app, "load_library", load)
            reading = asyncio.create_task(run.app.reload())
            await asyncio.to_thread(is_read.wait, 10)
            api.say(7, "/help")
            await api.wait_for(replies(7, 1))
            assert not reading.done()
            slow.set()
            await reading
            assert run.said[-1] == "The content was read again."
            assert run.app.library is changed

    asyncio.run(check())


async def drains(api: FakeBotApi, process: BotProcess) -> None:
    """Stopped in the middle: what was acknowledged is answered, the rest still waits at the platform."""
    before = len(api.inbox.acknowledged)
    for chat in range(100, 180):
        api.say(chat, "/help")
        api.say(chat, "/privacy")
    await api.wait_for(lambda api: sum(len(api.sent_to(chat)) for chat in range(100, 180)) >= 5)
    process.signal(signal.SIGTERM)
    began = time.monotonic()
    assert await process.ended(10) == 0, process.said
    assert time.monotonic() - began < 10
    assert "Traceback" not in process.said
    answered = sum(len(api.sent_to(chat)) for chat in range(100, 180))
    assert answered >= len(api.inbox.acknowledged) - before
    assert answered + len(api.inbox.pending) >= 160


def test_a_stop_does_not_wait_for_a_platform_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bot.app._DRAIN + bot.delivery._LAST_WAIT <= 8  # a stop may take 10 s
    monkeypatch.setattr(bot.app, "_DRAIN", 0.5)
    monkeypatch.setattr(bot.delivery, "_LAST_WAIT", 0.3)

    async def check() -> float:
        async with FakeBotApi(token=TOKEN) as api:
            api.script("slow", method="sendMessage", delay=30, times=None)
            async with running(polling(tmp_path, api)):
                for chat in range(100, 180):
                    api.say(chat, "/help")
                await api.wait_for(lambda api: len(api.sent) >= 40)
                began = time.monotonic()
            return time.monotonic() - began

    assert asyncio.run(check()) < 2.5
    assert counted(tmp_path / "chat.db")["outbox in flight"] >= 40

    async def starts_again() -> None:
        app = build(settings(tmp_path), Clock(date.fromisoformat(DAY)))
        await app.store.open()
        recovered = await app.store.recover(1)
        assert recovered.sent_once_more >= 40
        await app.store.close()

    asyncio.run(starts_again())


def test_unacknowledged_pushes_are_not_lost_when_the_webhook_stops(tmp_path: Path) -> None:
    port = free_port()

    async def once(api: FakeBotApi) -> None:
        made = settings(tmp_path, api, webhook_port=port)
        async with running(made):
            await api.wait_for(lambda api: api.webhook["url"])
            for chat in range(100, 140):
                api.say(chat, "/help")
            await api.wait_for(lambda api: len(api.sent) >= 1)
        async with running(made):
            await api.wait_for(lambda api: all(api.sent_to(chat) for chat in range(100, 140)) and not api.inbox.pending)

    async def check() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            await once(api)

    asyncio.run(check())
    counts = counted(tmp_path / "chat.db")
    assert counts["inbox done"] == counts[f"outbox {Outcome.SENT}"] == 40


def test_a_stop_answers_all_that_is_stored(tmp_path: Path) -> None:
    async def check() -> None:
        async with FakeBotApi(token=TOKEN, latency=0.01) as api:
            async with running(polling(tmp_path, api)) as run:
                assert run.app.telegram is not None
                envelope = run.app.telegram.channel.envelope
                raw = [{"update_id": chat, "message": api.message(chat, text="/help")} for chat in range(100, 900)]
                await run.app.inbox.receive([envelope(one) for one in raw])
            assert all(len(api.sent_to(chat)) == 1 for chat in range(100, 900))

    asyncio.run(check())
    assert counted(tmp_path / "chat.db")["outbox sent"] == 800
