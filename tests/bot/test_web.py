"""The local chat page over real HTTP: messages, live replies, and what a page that comes back finds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from msgspec.structs import replace
from yarl import URL

from bot.store.rows import Turn, Update
from handlers.messages import Reply, plain
from tests.bot.browsing import Page, page_of, play
from tests.bot.ways import column, counted
from tests.running import Running, running, settings

Script = Callable[[Running], Awaitable[None]]
SECONDS = 10


# -- what may be said --------------------------------------------------------------------------------------------------


def test_what_is_no_message_is_refused_with_a_reason(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as page:
            bad: list[tuple[int, Any]] = [
                (400, b"not json"), (400, b"[1]"), (400, b"\xff"), (400, b"[" * 20_000), (400, {}),
                (400, {"id": "short", "text": "x"}), (400, {"id": "message-1"}), (400, {"id": 12345678, "text": "x"}),
                (400, {"id": "message-1", "text": ""}), (400, {"id": "message-1", "text": "x", "action": "y"}),
                (400, {"id": "message-1", "action": "y" * 65}), (400, {"id": "bad id!!", "text": "x"}),
                (413, {"id": "message-1", "text": "x" * 4097}), (413, b"x" * 40_000), (413, b"x" * 3_000_000),
            ]  # fmt: skip
            for wanted, body in bad:
                got, answer = await page.post(body)
                assert got == wanted, str(body)[:80]
                assert "error" in answer
            assert await page.say("ड" * 4096) == 202
            await page.events(count=2)

    play(script, tmp_path)
    counts = counted(tmp_path / "chat.db")
    assert counts["inbox done"] == 1
    assert "inbox dead" not in counts


@pytest.mark.parametrize("text", ["\ud83d", "otp \udc00 nahi aaya", "a\0b", "\u202e", "<script>alert(1)</script>"])
def test_odd_characters_are_answered_like_any_other(tmp_path: Path, text: str) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as page:
            assert await page.say(text) == 202
            found = dict(await page.events(count=2))  # whichever comes first
            assert found.keys() == {"reply", "ready"}
            assert found["reply"]["body"]

    play(script, tmp_path)


def test_a_password_is_given_back_and_stored_blanked(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as page:
            body = {"id": "message-1", "text": "my password is Dakghar@4711"}
            got, answer = await page.post(body)
            assert got == 202
            assert "4711" not in answer["text"]
            events = dict(await page.events(count=2))
            assert "password" in str(events["reply"]["body"]).lower()
            assert b"4711" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())

    play(script, tmp_path)


# -- the talk ----------------------------------------------------------------------------------------------------------


def test_a_message_that_is_posted_twice_is_answered_once(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as page:
            for _ in range(3):
                assert await page.say("/help") == 202
            assert await page.say("/privacy", "message-2") == 202
            events = await page.events(count=3)
            assert [kind for kind, _ in events].count("reply") == 2

    play(script, tmp_path)
    counts = counted(tmp_path / "chat.db")
    assert (counts["inbox done"], counts["outbox sent"]) == (2, 2)


def test_a_page_that_comes_back_gets_what_it_has_not(tmp_path: Path) -> None:
    ids: list[int] = []

    async def before(run: Running) -> None:
        async with page_of(run) as page:
            ((kind, ready),) = await page.events()
            assert (kind, ready["last"], ready["fresh"]) == ("ready", 0, True)
            live = asyncio.create_task(page.events(count=4))
            for at, command in enumerate(("/help", "/privacy", "/deadlines")):
                assert await page.say(command, f"message-{at}") == 202
            await live
            events = await page.events(count=4)
            assert [kind for kind, _ in events] == ["reply"] * 3 + ["ready"]
            ids.extend(reply["id"] for _, reply in events[:3])
            assert events[3][1] == {"last": ids[2], "fresh": False, "now": events[3][1]["now"]}
            cookie.extend((one.key, one.value) for one in page.http.cookie_jar)

    async def after(run: Running) -> None:
        """Another process: the cookie, and what was not read yet, are still good."""
        async with aiohttp.ClientSession(cookies=dict(cookie), cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
            http.cookie_jar.update_cookies(dict(cookie), URL(run.url))
            page = await Page(run, http).open()
            for given, headers in ((ids[0], {}), (0, {"Last-Event-ID": str(ids[0])})):
                events = await page.events(given, 3, **headers)
                assert [data.get("id") for _, data in events] == [ids[1], ids[2], None]
            assert (await page.events(ids[2]))[0][0] == "ready"
            ((_, ready),) = await page.events(10**9)  # a page of an older database
            assert ready["last"] == ids[2]
            for nonsense in ("x", "-1", "9" * 30):
                assert (await page.events(nonsense))[0][1]["id"] == ids[0]

    cookie: list[tuple[str, str]] = []
    play(before, tmp_path)
    play(after, tmp_path)


def test_a_long_talk_is_caught_up_with_as_a_whole(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as page:
            assert await page.say("/help") == 202
            await page.events(count=2)
            (chat,) = column(tmp_path, "SELECT chat_id FROM address")
            store = run.app.store
            await store.receive([Update("web", "elsewhere", "1", str(chat), "{}")], 1)
            (waiting,) = [one for one in await store.next_turn(9)]
            address = int(str(column(tmp_path, "SELECT id FROM address WHERE bot_id = 'page'")[0]))
            mine = replace(waiting, address_id=address)
            many = tuple(Reply("en", (plain(f"reply {n}"),)) for n in range(450))
            await store.save_turn([Turn(mine, mine.session, many)], 1)
            events = await page.events(count=452)
            assert [kind for kind, _ in events] == ["reply"] * 451 + ["ready"]
            assert events[450][1]["body"] == [{"t": "text", "v": "reply 449"}]

    play(script, tmp_path)


def test_two_sessions_are_two_persons(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with page_of(run) as one, page_of(run) as other:
            assert await one.say("/privacy") == 202
            assert await other.say("/help") == 202  # the same id in another session is another message
            first, second = dict(await one.events(count=2)), dict(await other.events(count=2))
            assert first["reply"]["body"] != second["reply"]["body"]
            ((_, hindi), _) = (await other.post({"id": "message-2", "text": "हिंदी"}), None)
            assert hindi == {"text": "हिंदी"}
            assert len(await other.events(count=3)) == 3
            assert [kind for kind, _ in await one.events(count=2)] == ["reply", "ready"]

    play(script, tmp_path)
    assert counted(tmp_path / "chat.db")["persons"] == 2


def test_a_stop_ends_the_open_streams(tmp_path: Path) -> None:
    async def talk() -> bytes:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
            async with running(settings(tmp_path)) as run:
                page = await Page(run, http).open()
                answer = await http.get(f"{page.url}/events")
                await answer.content.readline()
            return await asyncio.wait_for(answer.content.read(), 5)

    assert b"data: " in asyncio.run(talk())
