"""A demonstration lives through a phase in moments: reminders come live to the open chat page."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp

from tests.bot.browsing import Page
from tests.bot.ways import BotProcess, free_port

#: Seconds of people's time in one of ours: a day in less than nine of ours.
RATE = 10_000


class _Place:
    """Where the page of a process is."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"


async def next_reminder(page: Page) -> str:
    """The text of the next reminder that the live stream brings."""
    async with page.http.get(f"{page.url}/events?after=0") as answer:
        while True:
            line = (await answer.content.readline()).decode()
            if line.startswith("data: ") and "still open" in (text := str(json.loads(line[6:]).get("body"))):
                return text


def test_reminders_arrive_live_while_days_pass(tmp_path: Path) -> None:
    place = _Place(free_port())
    environment = {"WEB_PORT": place.url.rpartition(":")[2], "DATABASE_URL": f"sqlite:///{tmp_path}/demo.db"}

    async def script() -> None:
        process = BotProcess(tmp_path, environment, "run", "--today", "2026-02-11", "--clock-rate", str(RATE))
        await process.start()
        try:
            await process.says("Chat page")
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
                page = await Page(place, http).open()  # type: ignore[arg-type]
                assert await page.say("English", "message-1") == 202
                assert await page.say("I am a postman", "message-2") == 202
                assert await page.say("yes", "message-3") == 202
                assert "2025-26" in await next_reminder(page)
        finally:
            await process.kill()

    asyncio.run(asyncio.wait_for(script(), 120))
