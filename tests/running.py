"""The whole assistant, running in a test's loop: real store, real HTTP, a clock that starts where the test says."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.app import App, build
from bot.clock import Clock
from bot.settings import Settings
from tests.fake_bot_api import TOKEN, FakeBotApi

SECRET = "a-secret-for-tests"
RUNNING_YEAR = date(2026, 2, 10)


def settings(folder: Path, api: FakeBotApi | None = None, webhook_port: int | None = None, **more: Any) -> Settings:
    """Settings of a test: a database in `folder`, a free port, the fake API instead of the real one."""
    values: dict[str, Any] = {"database_url": f"sqlite:///{folder}/chat.db", "web_port": 0, "_env_file": None}
    if api is not None:
        values |= {"telegram_bot_token": TOKEN, "telegram_api_url": api.url}
    if webhook_port is not None:
        url = f"http://127.0.0.1:{webhook_port}/hook"
        values |= {"web_port": webhook_port, "telegram_webhook_url": url, "telegram_webhook_secret": SECRET}
    return Settings(**{**values, **more})


class StandingClock(Clock):
    """A clock that stands until a test moves it."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at.date())
        self._at = at

    def now(self) -> datetime:
        return self._at

    def move(self, **by: float) -> None:
        """Go on by so much: `hours=2`."""
        self._at += timedelta(**by)


@contextlib.asynccontextmanager
async def running(
    made: Settings, today: date | None = RUNNING_YEAR, clock: Clock | None = None, **more: Any
) -> AsyncIterator[Running]:
    """Start the assistant, give it to the test, stop it as SIGTERM would; `more` goes to `build`."""
    said: list[str] = []
    started = asyncio.Event()

    def announce(text: str) -> None:
        said.append(text)
        started.set()

    app = build(made, clock or Clock(today), announce, **more)
    stop = asyncio.Event()
    task = asyncio.create_task(app.run(stop))
    waiting = asyncio.create_task(started.wait())
    done, _ = await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if task in done:
        task.result()
    try:
        yield Running(app, said)
    finally:
        stop.set()
        await task


class Running:
    """A running assistant: its parts, and where its page is."""

    def __init__(self, app: App, said: list[str]) -> None:
        self.app, self.said = app, said

    @property
    def url(self) -> str:
        return next(text.split(": ", 1)[1] for text in self.said if text.startswith("Chat page"))
