"""What goes wrong on the way out to Telegram, by polling and by webhook."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tests.bot.ways import (
    BOTH_WAYS,
    TWICE,
    Way,
    answered,
    column,
    counted,
    free_port,
    play,
    polling,
    replies,
    told_apart,
)
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, running, settings


def sends(chat: int) -> Callable[[FakeBotApi], list[str]]:
    return lambda api: [call.outcome for call in (*api.refused, *api.sent) if call.chat_id == chat]


@BOTH_WAYS
def test_a_wait_that_the_platform_asks_for_is_obeyed(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("429", method="sendMessage", retry_after=1)
        api.say(7, "/help")
        await api.wait_for(lambda api: api.refused)
        for chat in (7, 8, 9):
            api.say(chat, "/privacy")
        await api.wait_for(lambda api: len(api.sent) >= 4)
        refused = api.refused[0].at_monotonic
        assert min(sent.at_monotonic for sent in api.sent) >= refused + 1.0
        assert [len(api.sent_to(chat)) for chat in (7, 8, 9)] == [2, 1, 1]

    counts = play(script, tmp_path, way)
    assert (counts["outbox sent"], counts[TWICE]) == (4, 0)


def test_more_than_the_platform_takes_in_a_second_arrives_once_each(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.limit(per_bot=30)
        for chat in range(100, 150):
            api.say(chat, "/help")
        await api.wait_for(lambda api: len(api.sent) >= 50)
        assert all(len(api.sent_to(chat)) == 1 for chat in range(100, 150))

    counts = play(script, tmp_path, allowed=frozenset({429}))
    assert (counts["outbox sent"], counts[TWICE]) == (50, 0)


@BOTH_WAYS
def test_who_blocked_the_bot_is_left_alone_until_they_write_again(tmp_path: Path, way: Way) -> None:
    reachable = "SELECT is_reachable FROM address WHERE chat_id = '7'"

    async def blocks(api: FakeBotApi, run: Running) -> None:
        api.say(8, "/help")
        await api.wait_for(replies(8, 1))
        api.block(7, announce=False)
        for text in ("/help", "/privacy"):
            api.say(7, text)
        api.say(8, "/privacy")
        await api.wait_for(lambda api: len(api.sent_to(8)) >= 2 and api.refused and not api.inbox.pending)

    counts = play(blocks, tmp_path, way)
    assert counts["outbox blocked"] == 2
    assert column(tmp_path, reachable) == [0]

    async def returns(api: FakeBotApi, run: Running) -> None:
        api.take_update_id()
        api.push({"update_id": 200_000_000, "message": api.message(7, text="/help")})
        await api.wait_for(replies(7, 1))

    play(returns, tmp_path, way)
    assert column(tmp_path, reachable) == [1]


@BOTH_WAYS
def test_blocking_and_coming_back_is_taken_from_the_platforms_own_word(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        for chat in (7, 8, 9):
            api.say(chat, "/help")
            await api.wait_for(replies(chat, 1))
        for chat in (7, 8):
            api.block(chat)
        api.unblock(8)
        api.say(9, "/privacy")
        await api.wait_for(lambda api: len(api.sent_to(9)) >= 2 and not api.inbox.pending)
        assert not api.refused

    counts = play(script, tmp_path, way)
    assert counts["inbox done"] == 7
    assert column(tmp_path, "SELECT is_reachable FROM address ORDER BY chat_id") == [0, 1, 1]


@BOTH_WAYS
def test_what_the_platform_refuses_for_good_stops_nothing(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("400", chat_id=7, method="sendMessage")
        for text in ("/help", "/privacy"):
            api.say(7, text)
        await api.wait_for(replies(7, 1))
        assert sends(7)(api) == ["400", "ok"]

    counts = play(script, tmp_path, way)
    assert (counts["outbox failed"], counts["outbox sent"]) == (1, 1)


@pytest.mark.parametrize("kind", ["500", "502"])
def test_a_fault_of_the_platform_is_tried_again(tmp_path: Path, kind: str) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        known = await told_apart(api)
        api.script(kind, chat_id=7, method="sendMessage")
        for text in ("/start", "/help", "/privacy"):
            api.say(7, text)
        api.say(8, "/help")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 3)
        assert sends(7)(api) == [kind, "ok", "ok", "ok"]
        assert answered(api, 7, known)[1:] == ["/help", "/privacy"]
        assert api.sent_to(8)[0].at_monotonic < api.sent_to(7)[0].at_monotonic

    counts = play(script, tmp_path)
    assert (counts["outbox sent"], counts[TWICE]) == (9, 0)


@BOTH_WAYS
def test_a_connection_lost_before_the_call_was_carried_out_costs_nothing(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("reset_before", chat_id=7, method="sendMessage")
        api.say(7, "/help")
        api.say(7, "/privacy")
        await api.wait_for(replies(7, 2))
        assert len({sent.text for sent in api.sent_to(7)}) == 2

    counts = play(script, tmp_path, way)
    assert (counts["outbox sent"], counts[TWICE]) == (2, 1)


@BOTH_WAYS
def test_a_connection_lost_after_the_call_was_carried_out_is_one_more_and_counted(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("reset_after", chat_id=7, method="sendMessage")
        api.script("reset_after", chat_id=8, method="sendMessage", times=2)
        for chat in (7, 8):
            api.say(chat, "/help")
            api.say(chat, "/privacy")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 3 and len(api.sent_to(8)) >= 3)
        assert sends(7)(api) == ["lost", "ok", "ok"]
        assert sends(8)(api) == ["lost", "lost", "ok"]
        first, second, third = (sent.text for sent in api.sent_to(7))
        assert first == second != third

    counts = play(script, tmp_path, way)
    assert (counts["outbox sent"], counts["outbox unknown"], counts[TWICE]) == (3, 1, 2)


def test_a_slow_chat_keeps_its_order_and_holds_up_nobody(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        known = await told_apart(api)
        api.script("slow", chat_id=7, method="sendMessage", delay=0.8)
        for text in ("/start", "/help", "/privacy"):
            api.say(7, text)
        await api.wait_for(replies(7, 1))
        for chat in range(100, 120):
            api.say(chat, "/help")
        await api.wait_for(lambda api: all(len(api.sent_to(chat)) == 1 for chat in range(100, 120)))
        assert len(api.sent_to(7)) == 1
        await api.wait_for(replies(7, 3))
        assert answered(api, 7, known)[1:] == ["/help", "/privacy"]

    play(script, tmp_path)


def test_a_platform_that_is_down_at_the_start_is_tried_again(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))
        await api.wait_for(lambda api: len(api.commands) >= 3)

    def troubled(folder: Path, api: FakeBotApi) -> object:
        api.script("502", method="deleteWebhook")
        api.script("502", method="getMe")
        return polling(folder, api)

    play(script, tmp_path, troubled)  # type: ignore[arg-type]


ODD = (b'{"ok": true}', b"{}", b"[1]", b"17", b'{"ok": false}')


@contextlib.asynccontextmanager
async def answering_oddly(api: FakeBotApi) -> AsyncIterator[str]:
    """A server between: the first calls of each method get odd answers with a good status, the others what is right."""
    seen: Counter[str] = Counter()

    async def answer(request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2].lower()
        seen[method] += 1
        odd = ODD[:1] if method == "sendmessage" else ODD
        if seen[method] <= len(odd):
            return web.Response(body=odd[seen[method] - 1], content_type="application/json")
        headers = {"Content-Type": "application/json"}
        async with http.post(api.url + request.path, data=await request.read(), headers=headers) as answered:
            return web.Response(status=answered.status, body=await answered.read(), content_type="application/json")

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port := free_port())
    await site.start()
    async with aiohttp.ClientSession() as http:
        yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


def test_a_good_status_without_a_result_is_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def check() -> None:
        async with (
            FakeBotApi(token=TOKEN) as api,
            answering_oddly(api) as url,
            running(settings(tmp_path, telegram_api_url=url, telegram_bot_token=TOKEN), retry_pause=0.01),
        ):
            api.say(7, "/help")
            await api.wait_for(replies(7, 1), 20)

    asyncio.run(asyncio.wait_for(check(), 30))
    counts = counted(tmp_path / "chat.db")
    assert (counts["outbox sent"], counts[TWICE]) == (1, 1)  # the first may have been sent
    ours = [record for record in caplog.records if record.name.startswith("dakpath")]
    assert ours
    assert not [record for record in ours if record.exc_info]  # the kind of a fault and no more
