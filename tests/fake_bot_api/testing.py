"""A plain JSON caller for the fake's own tests."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from .model import TOKEN
from .server import FakeBotApi

Json = dict[str, Any]


class Caller:
    """Calls methods with JSON bodies and gives (HTTP status, decoded body)."""

    def __init__(self, api: FakeBotApi, http: aiohttp.ClientSession) -> None:
        self.api = api
        self.http = http

    async def __call__(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, Json]:
        async with self.http.post(f"{self.api.url}/bot{token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ids(self, **params: Any) -> list[int]:
        status, body = await self("getUpdates", **params)
        assert status == 200, body
        return [update["update_id"] for update in body["result"]]


def run(test: Callable[[FakeBotApi, Caller], Awaitable[None]], **options: Any) -> None:
    async def inner() -> None:
        async with FakeBotApi(**options) as api, aiohttp.ClientSession() as http:
            await asyncio.wait_for(test(api, Caller(api, http)), 20)

    asyncio.run(inner())
