"""Telegram over real HTTP against the strict fake Bot API, by polling and by webhook."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import running, settings

Way = Callable[[Path, FakeBotApi], Any]


def polling(folder: Path, api: FakeBotApi) -> Any:
    return settings(folder, api)


def webhook(folder: Path, api: FakeBotApi) -> Any:
    return settings(folder, api, webhook_port=free_port())


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def play(script: Callable[[FakeBotApi], Coroutine[Any, Any, None]], folder: Path, way: Way) -> None:
    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(way(folder, api)):
            await script(api)
            assert api.violations == []

    asyncio.run(talk())


def replies(chat: int, count: int) -> Callable[[FakeBotApi], bool]:
    return lambda api: len(api.sent_to(chat)) >= count


BOTH_WAYS = pytest.mark.parametrize("way", [polling, webhook])


@BOTH_WAYS
def test_a_question_is_answered(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi) -> None:
        api.say(7, "otp nahi aa raha")
        await api.wait_for(replies(7, 1), 10)
        assert "OTP" in api.sent_to(7)[0].text

    play(script, tmp_path, way)


@BOTH_WAYS
def test_a_tap_is_acknowledged_and_answered(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi) -> None:
        api.say(7, "/start")
        await api.wait_for(replies(7, 1), 10)
        label, data = api.sent_to(7)[0].buttons()[0]
        assert label == "English"
        api.tap(7, data, api.sent_to(7)[0].message_id)
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 2 and any(
            call.method.lower() == "answercallbackquery" for call in api.other), 10)  # fmt: skip
        assert "designation" in api.sent_to(7)[1].text or "post" in api.sent_to(7)[1].text

    play(script, tmp_path, way)
