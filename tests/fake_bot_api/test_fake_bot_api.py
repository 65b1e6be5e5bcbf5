"""The fake's own tests: it must be at least as strict as the platform."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from tests.fake_bot_api import FakeBotApi
from tests.fake_bot_api.entities import parse_html, utf16_length
from tests.fake_bot_api.model import ApiError
from tests.fake_bot_api.testing import Caller, Json, run


def test_token_method_and_names() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        assert await call("getMe", token="1:wrong") == (
            401, {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )  # fmt: skip
        assert (await call("sendNothing"))[0] == 404
        status, body = await call("GETME")
        assert status == 200 and body["result"]["is_bot"] is True
        assert [v.code for v in api.violations] == [401, 404]

    run(check)


def test_offset_acknowledges_exactly() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        first, second, third = (api.say(5, text)["update_id"] for text in ("one", "two", "three"))
        assert await call.ids() == [first, second, third]
        assert await call.ids() == [first, second, third]
        assert await call.ids(offset=second) == [second, third]
        assert await call.ids(offset=first) == [second, third]
        assert await call.ids(limit=1) == [second]
        assert await call.ids(offset=-1) == [third]
        assert await call.ids() == [third]
        assert await call.ids(offset=third + 1) == []
        assert sorted(api.inbox.acknowledged) == [first, second, third]

    run(check)


def test_limit_is_clamped_to_a_hundred() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        for number in range(130):
            api.say(number + 1, "x")
        assert len(await call.ids(limit=1000)) == 100
        assert len(await call.ids(limit=0)) in (1, 100)

    run(check)


def test_long_poll_waits_wakes_and_conflicts() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        waiting = asyncio.create_task(call.ids(timeout=10))
        await api.wait_for(lambda a: a.inbox.poll)
        update = api.say(5, "hello")
        assert await waiting == [update["update_id"]]
        assert await call.ids(offset=update["update_id"] + 1) == []
        older = asyncio.create_task(call("getUpdates", timeout=10))
        await api.wait_for(lambda a: a.inbox.poll)
        newer = asyncio.create_task(call("getUpdates", timeout=10))
        status, body = await older
        assert (status, body["error_code"]) == (409, 409)
        assert [v.code for v in api.violations] == [409]
        api.say(5, "again")
        assert (await newer)[0] == 200

    run(check)


def test_a_client_that_died_makes_no_conflict() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        dead = asyncio.create_task(call("getUpdates", timeout=10))
        await api.wait_for(lambda a: a.inbox.poll)
        dead.cancel()
        await asyncio.gather(dead, return_exceptions=True)
        api.say(5, "still here")
        assert len(await call.ids(timeout=1)) == 1
        assert api.violations == []

    run(check)


def test_allowed_updates_filter_and_stay() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        await call("getUpdates", allowed_updates=["message"])
        api.block(5)
        assert await call.ids() == []
        assert api.inbox.filtered == 1
        await call("getUpdates", allowed_updates=json.dumps(["my_chat_member"]))
        api.unblock(5)
        assert len(await call.ids()) == 1

    run(check)


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"chat_id": 6, "text": "x"}, "chat not found"),
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 5}, "message text is empty"),
        ({"chat_id": 5, "text": " \n "}, "message text is empty"),
        ({"chat_id": 5, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 5, "text": "\U0001f600" * 2049}, "message is too long"),
        ({"chat_id": 5, "text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "x</b>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "<h1>x</h1>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "a & b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "a &nbsp; b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": 5, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"chat_id": 5, "text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"chat_id": 5, "text": "x", "reply_markup": "{"}, "can't parse reply_markup"),
        (
            {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
            "Array of Arrays",
        ),
        (
            {"chat_id": 5, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)
def test_send_message_refusals(params: Json, description: str) -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        status, body = await call("sendMessage", **params)
        assert status == 400 and description in body["description"], body
        assert body["description"].startswith("Bad Request: ")
        assert len(api.violations) == 1 and api.sent == []

    run(check)


@pytest.mark.parametrize(
    ("button", "accepted"),
    [
        ({"text": "x", "callback_data": "d" * 64}, True),
        ({"text": "x", "callback_data": "d" * 65}, False),
        ({"text": "x", "callback_data": "\u0921" * 22}, False),
        ({"text": "x", "callback_data": ""}, False),
        ({"text": "", "callback_data": "d"}, False),
        ({"text": "x"}, False),
        ({"text": "x", "callback_data": "d", "url": "https://example.org"}, False),
        ({"text": "x", "url": "https://example.org"}, True),
        ({"text": "x", "url": "example"}, False),
    ],
)
def test_buttons(button: Json, accepted: bool) -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        markup: Any = {"inline_keyboard": [[button]]}
        for shape in (markup, json.dumps(markup)):
            status, _ = await call("sendMessage", chat_id="5", text="x", reply_markup=shape)
            assert (status == 200) is accepted
        assert (api.violations == []) is accepted

    run(check)


def test_html_is_measured_after_parsing() -> None:
    text, entities = parse_html('<b>\U0001f600 a</b> &lt;&amp;&#2337; <a href="https://example.org">l</a>')
    assert text == "\U0001f600 a <&\u0921 l"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [("bold", 0, 4), ("text_link", 9, 1)]
    assert utf16_length("\U0001f600\u0921a") == 4
    with pytest.raises(ApiError):
        parse_html("<span>x</span>")

    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        long = "<b>" + "&amp;" * 4096 + "</b>"
        status, body = await call("sendMessage", chat_id=5, text=long, parse_mode="HTML")
        assert status == 200 and len(body["result"]["text"]) == 4096
        assert api.sent[0].text == "&" * 4096

    run(check)


def test_commands_are_checked() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        good = [{"command": "start", "description": "Begin"}]
        assert (await call("setMyCommands", commands=good, language_code="hi"))[0] == 200
        assert api.commands[("default", "hi")] == good
        for command, description in (("Start", "x"), ("", "x"), ("a" * 33, "x"), ("a", ""), ("a", "x" * 257)):
            status, _ = await call("setMyCommands", commands=[{"command": command, "description": description}])
            assert status == 400
        assert (await call("setMyCommands", commands=good * 101))[0] == 400
        assert (await call("setMyCommands", commands=good, language_code="hindi"))[0] == 400

    run(check)
