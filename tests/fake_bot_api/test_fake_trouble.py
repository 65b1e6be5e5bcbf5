"""Edits, blocks, scripted trouble, limits and files."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.fake_bot_api import TOKEN, FakeBotApi, Upload
from tests.fake_bot_api.testing import Caller, run


def test_edits_and_button_presses() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        said = api.say(5, "/start")["message"]
        assert said["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
        markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
        _, body = await call("sendMessage", chat_id=5, text="one", reply_markup=markup)
        number = body["result"]["message_id"]
        query = api.tap(5, "go")["callback_query"]
        assert query["message"]["message_id"] == number
        assert (await call("answerCallbackQuery", callback_query_id=query["id"]))[0] == 200
        status, body = await call("answerCallbackQuery", callback_query_id=query["id"])
        assert status == 400 and "query is too old" in body["description"]
        edit = {"chat_id": 5, "message_id": number, "text": "two"}
        assert (await call("editMessageText", **edit))[0] == 200
        status, body = await call("editMessageText", **edit)
        assert status == 400 and "message is not modified" in body["description"]
        assert (await call("editMessageText", **{**edit, "message_id": said["message_id"]}))[0] == 400
        assert (await call("editMessageReplyMarkup", chat_id=5, message_id=number, reply_markup=markup))[0] == 200
        with pytest.raises(LookupError):
            api.tap(5, "no such button")

    run(check)


def test_blocked_left_and_migrated() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.block(5)
        status, body = await call("sendMessage", chat_id=5, text="x")
        assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")
        api.unblock(5)
        assert (await call("sendMessage", chat_id=5, text="x"))[0] == 200
        api.add_chat(-7)
        api.migrate(-7, -1000000000007)
        _, body = await call("sendMessage", chat_id=-7, text="x")
        assert body["parameters"] == {"migrate_to_chat_id": -1000000000007}
        assert (await call("leaveChat", chat_id=-1000000000007))[0] == 200
        assert (await call("sendMessage", chat_id=-1000000000007, text="x"))[0] == 403
        assert api.violations == []
        assert (await call("leaveChat", chat_id=5))[0] == 400

    run(check)


def test_scripted_trouble() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        api.script("502", call=2)
        api.script("429", chat_id=5, call=3, retry_after=1)
        assert (await call("sendMessage", chat_id=5, text="1"))[0] == 200
        async with call.http.post(f"{api.url}/bot{TOKEN}/sendMessage", json={"chat_id": 5, "text": "2"}) as answer:
            assert answer.status == 502 and (await answer.text()).startswith("<html>")
        status, body = await call("sendMessage", chat_id=5, text="3")
        assert (status, body["parameters"]) == (429, {"retry_after": 1})
        assert api.violations == []
        await asyncio.sleep(0.4)
        assert (await call("sendMessage", chat_id=5, text="too early"))[0] == 429
        assert [v.code for v in api.violations] == [429]
        await asyncio.sleep(0.6)
        assert (await call("sendMessage", chat_id=5, text="4"))[0] == 200
        assert [s.text for s in api.sent_to(5)] == ["1", "4"]
        assert [s.outcome for s in api.refused] == ["502", "429", "429"]

    run(check)


def test_resets_before_and_after() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        for kind, recorded in (("reset_before", []), ("reset_after", ["x"])):
            api.script(kind)
            with pytest.raises(aiohttp.ClientError):
                await call("sendMessage", chat_id=5, text="x")
            assert [s.text for s in api.sent] == recorded
        assert api.sent[0].outcome == "lost"
        api.script("slow", delay=0.2)
        before = asyncio.get_running_loop().time()
        assert (await call("sendMessage", chat_id=5, text="y"))[0] == 200
        assert asyncio.get_running_loop().time() - before >= 0.19

    run(check)


def test_probability_is_repeatable() -> None:
    async def outcomes() -> list[str]:
        async with FakeBotApi(seed=7) as api, aiohttp.ClientSession() as http:
            api.add_chat(5)
            api.script("400", probability=0.5, times=None)
            call = Caller(api, http)
            return [str((await call("sendMessage", chat_id=5, text="x"))[0]) for _ in range(30)]

    first = asyncio.run(outcomes())
    assert first == asyncio.run(outcomes()) and set(first) == {"200", "400"}


def test_rate_limits() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.limit(per_bot=3, per_chat=1)
        for chat in (1, 2, 3, 4):
            api.add_chat(chat)
        codes = [(await call("sendMessage", chat_id=chat, text="x"))[0] for chat in (1, 1, 2, 3, 4)]
        assert codes == [200, 429, 200, 200, 429]
        assert [v.code for v in api.violations] == [429, 429]

    run(check)


def test_files_by_multipart_and_id() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        form = aiohttp.FormData()
        form.add_field("chat_id", "5")
        form.add_field("caption", "a chart")
        form.add_field("photo", b"\x89PNG\r\n--data--", filename="chart.png", content_type="image/png")
        async with call.http.post(f"{api.url}/bot{TOKEN}/sendPhoto", data=form) as answer:
            body = await answer.json()
        file_id = body["result"]["photo"][-1]["file_id"]
        upload = api.sent[0].params["photo"]
        assert isinstance(upload, Upload) and upload.data == b"\x89PNG\r\n--data--"
        assert upload.filename == "chart.png" and api.sent[0].text == "a chart"
        assert (await call("sendPhoto", chat_id=5, photo=file_id))[0] == 200
        assert (await call("sendPhoto", chat_id=5, photo="unknown"))[0] == 400
        assert (await call("sendPhoto", chat_id=5, photo=file_id, caption="x" * 1025))[0] == 400
        path = (await call("getFile", file_id=file_id))[1]["result"]["file_path"]
        async with call.http.get(f"{api.url}/file/bot{TOKEN}/{path}") as answer:
            assert await answer.read() == upload.data

    run(check)


def test_form_urlencoded_and_query() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        base = f"{api.url}/bot{TOKEN}/sendMessage"
        async with call.http.post(base, data={"chat_id": "5", "text": "form"}) as answer:
            assert answer.status == 200
        async with call.http.get(base, params={"chat_id": "5", "text": "query"}) as answer:
            assert answer.status == 200
        assert [s.text for s in api.sent_to(5)] == ["form", "query"]

    run(check)
