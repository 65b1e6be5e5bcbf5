"""The chat page as a browser talks to it."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.running import Running, running, settings

Script = Callable[[Running], Awaitable[None]]
SECONDS = 10


class Page:
    """A browser with the page open: its cookie, and the headers that a browser sends."""

    def __init__(self, run: Running, http: aiohttp.ClientSession) -> None:
        self.url, self.http = run.url, http
        self.headers = {"Origin": run.url}

    async def open(self) -> Page:
        async with self.http.get(self.url + "/") as answer:
            assert answer.status == 200
        return self

    async def post(self, body: Any, **headers: str) -> tuple[int, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.http.post(f"{self.url}/messages", data=io.BytesIO(data),
                                  headers={**self.headers, **headers}) as answer:  # fmt: skip
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else text

    async def say(self, text: str, id_: str = "message-1") -> int:
        return (await self.post({"id": id_, "text": text}))[0]

    async def events(self, after: object = 0, count: int = 1, **headers: str) -> list[tuple[str, Any]]:
        """The first events of the live stream: (kind, data)."""
        found: list[tuple[str, Any]] = []
        async with (
            asyncio.timeout(SECONDS),
            self.http.get(f"{self.url}/events?after={after}", headers=headers) as answer,
        ):
            assert answer.headers["Content-Type"].startswith("text/event-stream")
            kind = ""
            while len(found) < count:
                line = (await answer.content.readline()).decode().rstrip("\n")
                if line.startswith("event: "):
                    kind = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    found.append((kind, json.loads(line.removeprefix("data: "))))
        return found


@contextlib.asynccontextmanager
async def page_of(run: Running) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield await Page(run, http).open()


def play(script: Script, folder: Path, seconds: float = 30, **more: Any) -> None:
    async def talk() -> None:
        async with running(settings(folder, **more)) as run:
            await script(run)

    asyncio.run(asyncio.wait_for(talk(), seconds))


async def status(run: Running, path: str = "/", method: str = "GET", **headers: str) -> int:
    async with aiohttp.ClientSession() as http, http.request(method, run.url + path, headers=headers) as answer:
        return answer.status


def port_of(run: Running) -> int:
    return urlsplit(run.url).port or 0
