"""What is erased and what is not: a moved clock, a full disk, the words in the database's working files."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

import bot.app
from bot.store.sqlite import SqliteStore
from tests.bot.conftest import read_once
from tests.bot.ways import BOTH_WAYS, Way, column, play, polling, replies
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, running, settings

MARKER = "Zebrafinken"


async def until(is_so: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.01)


def stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("chat.db*"))


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.app, "_TIDY_EVERY", 0.02)


# -- what is old -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_moved", [True, False])
def test_only_a_clock_that_is_right_erases_what_is_old(tmp_path: Path, is_moved: bool, often: None) -> None:
    async def check() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(polling(tmp_path, api)):
            api.say(7, "/help")
            await api.wait_for(replies(7, 1))
            await api.wait_for(lambda api: not api.inbox.pending)
        past = sqlite3.connect(tmp_path / "chat.db", isolation_level=None)
        past.execute("UPDATE inbox SET received_at = 1")
        past.close()
        async with running(settings(tmp_path), *([] if is_moved else [None])):
            await asyncio.sleep(0.3)

    asyncio.run(check())
    assert column(tmp_path, "SELECT count(*) FROM inbox") == [int(is_moved)]


def test_a_purge_that_fails_stops_nothing_and_is_tried_again(
    tmp_path: Path, often: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    real = SqliteStore.purge

    async def purge(store: SqliteStore, now: int) -> int:
        tried.append(now)
        if len(tried) < 3:
            raise sqlite3.OperationalError("database or disk is full")
        return await real(store, now)

    monkeypatch.setattr(SqliteStore, "purge", purge)

    async def check() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(polling(tmp_path, api), None):
            await until(lambda: len(tried) >= 3)
            api.say(7, "/help")
            await api.wait_for(replies(7, 1))

    asyncio.run(check())
    assert len(tried) == 3


# -- words -------------------------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_after_delete_and_its_reply_the_words_are_in_no_file(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.post(7, dice={"emoji": MARKER, "value": 3})
        api.push({"message": {"chat": {"id": 7, "type": "private"}, "text": [MARKER]}})  # kept as a dead letter
        api.say(7, "/delete")
        await api.wait_for(lambda api: any(label == yes for label, _ in buttons(api)))
        assert MARKER.encode() in stored(tmp_path)
        told = len(api.sent_to(7))
        api.tap(7, dict(buttons(api))[yes], api.sent_to(7)[-1].message_id)
        await api.wait_for(replies(7, told + 1))
        assert (tmp_path / "chat.db-wal").exists()
        assert MARKER.encode() not in stored(tmp_path)

    def buttons(api: FakeBotApi) -> list[tuple[str, str]]:
        return [button for sent in api.sent_to(7)[-1:] for button in sent.buttons()]

    yes = read_once().catalogue.texts.render("en", "button-delete-yes")

    play(script, tmp_path, way)


def test_while_nobody_writes_the_words_go_from_the_log_too(tmp_path: Path, often: None) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.post(7, dice={"emoji": MARKER, "value": 3})
        await api.wait_for(lambda api: api.sent_to(7) and not api.inbox.pending)
        await until(lambda: MARKER.encode() not in stored(tmp_path))

    play(script, tmp_path)


def test_a_reader_of_the_database_puts_the_cleaning_off_and_stops_nothing(tmp_path: Path, often: None) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))
        reader = sqlite3.connect(tmp_path / "chat.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM inbox").fetchone()
        api.post(7, dice={"emoji": MARKER, "value": 3})
        await api.wait_for(replies(7, 2))
        assert MARKER.encode() in stored(tmp_path)
        reader.close()
        await until(lambda: MARKER.encode() not in stored(tmp_path))

    play(script, tmp_path)


def test_the_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        assert modes == dict.fromkeys(("chat.db", "chat.db-wal", "chat.db-shm", "chat.db.lock", "chat.key"), 0o600)

    play(script, tmp_path)
