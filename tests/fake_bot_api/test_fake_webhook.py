"""The webhook: secret, retry, order, connections."""

from __future__ import annotations

import asyncio
import json
from typing import Self

import pytest
from aiohttp import web

from tests.fake_bot_api import FakeBotApi
from tests.fake_bot_api.testing import Caller, Json, run


class Hook:
    """A webhook that answers from a list of statuses (then 200) and keeps what it got."""

    def __init__(self, *statuses: int, reply: Json | None = None) -> None:
        self.statuses = list(statuses)
        self.reply = reply
        self.bodies: list[bytes] = []
        self.secrets: list[str | None] = []
        self.open = 0
        self.most_open = 0
        self.wait = 0.0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        self.bodies.append(await request.read())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        await asyncio.sleep(self.wait)
        self.open -= 1
        if status == 0 and request.transport is not None:
            request.transport.abort()
        if self.reply:
            return web.json_response(self.reply, status=status or 200)
        return web.Response(status=status or 200)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/hook", self.handle)
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}/hook"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.runner.cleanup()

    @property
    def texts(self) -> list[str]:
        return [json.loads(body)["message"]["text"] for body in self.bodies]


def test_webhook_secret_retry_and_order() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        async with Hook(500, 0, 403) as hook:
            assert (await call("setWebhook", url=hook.url, secret_token="not allowed!"))[0] == 400
            assert (await call("setWebhook", url="ftp://example.org"))[0] == 400
            await call("setWebhook", url=hook.url, secret_token="s3cret_-", max_connections=1)
            assert (await call("getUpdates"))[0] == 409
            api.say(5, "one")
            api.say(5, "two")
            await api.wait_for(lambda a: not a.inbox.pending)
            assert hook.texts == ["one"] * 4 + ["two"]
            assert set(hook.secrets) == {"s3cret_-"}
            assert [p.status for p in api.pushes] == [500, None, 403, 200, 200]
            info = (await call("getWebhookInfo"))[1]["result"]
            assert info["url"] == hook.url and info["pending_update_count"] == 0
            await call("deleteWebhook")
            api.say(5, "three")
            assert len(await call.ids()) == 1

    run(check)


def test_webhook_connections_and_chat_order() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        async with Hook() as hook:
            hook.wait = 0.02
            for number in range(4):
                for chat in (1, 2, 3, 4, 5, 6):
                    api.say(chat, f"{chat}:{number}")
            await call("setWebhook", url=hook.url, max_connections=3)
            await api.wait_for(lambda a: not a.inbox.pending)
            assert hook.most_open == 3
            for chat in (1, 6):
                mine = [text for text in hook.texts if text.startswith(f"{chat}:")]
                assert mine == [f"{chat}:{number}" for number in range(4)]

    run(check)


def test_webhook_raw_body_and_reply_in_the_answer() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        with pytest.raises(RuntimeError):
            api.push_raw(b"not json")
        reply = {"method": "sendMessage", "chat_id": 5, "text": "from the answer"}
        async with Hook(reply=reply) as hook:
            await call("setWebhook", url=hook.url)
            api.say(5, "x")
            api.push_raw(b"{not json")
            await api.wait_for(lambda a: not a.inbox.pending)
            assert hook.bodies[1] == b"{not json"
            assert [(s.text, s.via) for s in api.sent_to(5)] == [("from the answer", "webhook")] * 2

    run(check)


def test_webhook_that_is_down_gets_everything_later() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        async with Hook() as hook:
            url = hook.url
        await call("setWebhook", url=url)
        for chat in range(1, 101):
            api.say(chat, str(chat))
        await api.wait_for(lambda a: len(a.pushes) >= 100)
        assert len(api.inbox.pending) == 100
        async with Hook() as hook:
            await call("setWebhook", url=hook.url)
            await api.wait_for(lambda a: not a.inbox.pending)
            assert sorted(map(int, hook.texts)) == list(range(1, 101))

    run(check)
