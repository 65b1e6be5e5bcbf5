"""python-telegram-bot's stock client, and the control surface of the process."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.fake_bot_api.testing import Caller, Json, run


def test_the_stock_client_can_talk_to_it() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.say(5, "hello")
        async with Bot(TOKEN, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot") as bot:
            updates = await bot.get_updates(timeout=1)
            assert updates[0].message is not None and updates[0].message.text == "hello"
            buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
            message = await bot.send_message(5, "<b>hi</b>", parse_mode="HTML", reply_markup=buttons)
            assert message.text == "hi" and message.entities[0].type == "bold"
            api.tap(5, "go")
            pressed = (await bot.get_updates(offset=updates[0].update_id + 1))[0].callback_query
            assert pressed is not None and await pressed.answer()
            document = await bot.send_document(5, b"some bytes", filename="list.csv")
            assert document.document is not None
            file = await document.document.get_file()
            assert bytes(await file.download_as_bytearray()) == b"some bytes"
            assert await bot.set_my_commands([("start", "Begin")], language_code="en")
            assert (await bot.get_my_commands(language_code="en"))[0].command == "start"
            await _stock_client_errors(api, bot)

    run(check)


async def _stock_client_errors(api: FakeBotApi, bot: Bot) -> None:
    for kind, error in (
        ("429", RetryAfter),
        ("403", Forbidden),
        ("400", BadRequest),
        ("migrate", ChatMigrated),
    ):
        api.script(kind, chat_id=5, retry_after=1)
        with pytest.raises(error):
            await bot.send_message(5, "x")
    assert api.violations == []


def test_control_by_http() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        async def control(what: str, **params: Any) -> Json:
            async with call.http.post(f"{api.url}/control/{what}", json=params) as answer:
                assert answer.status == 200, await answer.text()
                body: Json = await answer.json()
                return body

        waiting = asyncio.create_task(control("wait", replies_to={"5": 1}, timeout=5))
        update = await control("say", chat_id=5, text="hello")
        assert await call.ids() == [update["update_id"]]
        await control("script", kind="400", chat_id=5)
        assert (await call("sendMessage", chat_id=5, text="x"))[0] == 400
        assert (await call("sendMessage", chat_id=5, text="y"))[0] == 200
        assert (await waiting)["done"] is True
        await control("block", chat_id=5)
        async with call.http.get(f"{api.url}/control/sent?since=0") as answer:
            assert [s["params"]["text"] for s in (await answer.json())["sent"]] == ["y"]
        stats = await control("stats")
        assert stats["sent"] == 1 and stats["violations"] == [] and stats["pending"] == 2
        await control("reset")
        assert api.sent == [] and not api.inbox.pending

    run(check, with_control=True)
