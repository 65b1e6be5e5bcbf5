"""The helpdesk's page as a browser talks to it, and a person at the chat page who needs it."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

from handlers.ticket import Role
from tests.bot.browsing import Page
from tests.running import Running

_DAY = 86_400
_NUMBERS = itertools.count(1)


class Helper:
    """A browser at /desk: its cookie, and the headers that a browser sends."""

    def __init__(self, run: Running, http: aiohttp.ClientSession) -> None:
        self.run, self.http, self.count = run, http, 0
        self.headers = {"Origin": run.url}

    async def call(self, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """POST; bytes as they are, all else as JSON."""
        data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body or {}).encode())
        url = f"{self.run.url}/desk/{path}"
        async with self.http.post(url, data=data, headers={**self.headers, **headers}) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else text

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        async with self.http.get(f"{self.run.url}/desk/{path}", headers=headers) as answer:
            body = await answer.read()
            is_json = answer.content_type == "application/json"
            return answer.status, json.loads(body) if is_json else body

    async def sign_in(self, code: str) -> int:
        return (await self.call("sign-in", {"code": code}))[0]

    async def tickets(self) -> list[Any]:
        status, state = await self.get("state")
        assert status == 200
        return list(state["tickets"])

    async def ticket(self, id_: int, language: str = "en") -> Any:
        status, state = await self.get(f"state?ticket={id_}&language={language}")
        assert status == 200
        return state["ticket"]

    async def act(self, ticket: int, action: str, **body: object) -> list[str]:
        """Do it and return what the helper is told."""
        status, answer = await self.call(f"tickets/{ticket}/{action}", body)
        assert status == 200, answer
        return list(answer["said"])

    async def write(self, ticket: int, text: str, action: str = "reply") -> list[str]:
        self.count += 1
        return await self.act(ticket, action, id=f"message-{id(self)}-{self.count}", text=text)


async def invited(run: Running, circle: str | None = None, role: Role = Role.HELPDESK, lasts: int = _DAY) -> str:
    """A one-time code as the command line makes it."""
    store, now = run.app.store, run.app.clock.seconds()
    code = f"code-{next(_NUMBERS)}-for-{role}-{circle}"
    await store.invite("role", role, circle, store.hash_code(code), now + lasts, "command line", now)
    return code


@contextlib.asynccontextmanager
async def browser_at_desk(run: Running) -> AsyncIterator[Helper]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield Helper(run, http)


@contextlib.asynccontextmanager
async def helper_of(run: Running, circle: str | None = None, role: Role = Role.HELPDESK) -> AsyncIterator[Helper]:
    """Somebody signed in at the desk."""
    code = await invited(run, circle, role)
    async with browser_at_desk(run) as helper:
        assert await helper.sign_in(code) == 200
        yield helper


class Asker:
    """A person at the chat page: everything said to them, in order."""

    def __init__(self, page: Page) -> None:
        self.page, self.seen, self.last, self.count = page, list[Any](), 0, 0

    async def next(self) -> Any:
        """The next thing said to the person."""
        events = await self.page.events(self.last, 2)  # "ready" comes before it where it is not stored yet
        reply = next(data for kind, data in events if kind == "reply")
        self.last = reply["id"]
        self.seen.append(reply)
        return reply

    async def says(self, text: str) -> None:
        self.count += 1
        assert await self.page.say(text, f"message-{self.count}") == 202

    async def taps(self, action: str) -> None:
        self.count += 1
        status, _ = await self.page.post({"id": f"message-{self.count}", "action": action})
        assert status == 202

    async def heard(self, words: str) -> Any:
        """The next thing said that has these words."""
        while True:
            reply = await self.next()
            if words in words_of(reply):
                return reply

    async def sends_file(self, data: bytes, name: str, caption: str = "", id_: str = "file-0001") -> int:
        query = {"id": id_, "name": name, "caption": caption}
        url = f"{self.page.url}/upload"
        async with self.page.http.post(url, params=query, data=io.BytesIO(data), headers=self.page.headers) as answer:
            return answer.status

    async def opens_ticket(self, *, circle: str = "") -> None:
        """Ask for a human and skip what is asked before."""
        if circle:
            await self.says(circle)
            await self.next()
        await self.says("/human")
        for _ in range(9):
            reply = await self.next()
            skips = [one["action"] for one in reply["choices"] if one["action"].endswith(":skip")]
            if not skips:
                return
            await self.taps(skips[0])
        raise AssertionError("asked too much")


def words_of(reply: Any) -> str:
    return "".join(part.get("v", "\n") for part in reply["body"])
