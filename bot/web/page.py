"""The local chat page: its files, its live stream of replies, the messages and files it posts."""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route

from bot.channels.base import ParseError
from bot.channels.web import WebChannel, to_parts
from bot.clock import IST, Clock
from bot.inbox import Inbox
from bot.store.base import Store
from bot.web.attachments import Attachments
from bot.web.gate import read_body
from bot.web.pace import Pace
from bot.web.static_files import STATIC, Static
from handlers.messages import Reply
from handlers.rendering import render
from handlers.ticket import MediaKind
from knowledge.catalogue import LANGUAGES
from knowledge.texts import Texts

_COOKIE = "dakpath"
_KEEP_ALIVE = 15.0
_MOST_BYTES = 32_768
#: Files of everybody together that are kept in a minute.
_MOST_UPLOADS = 30


class ChatPage:
    """The page's routes. A session is a 128-bit cookie; only its hash is stored."""

    def __init__(
        self,
        channel: WebChannel,
        inbox: Inbox,
        store: Store,
        attachments: Attachments,
        texts: Callable[[], Texts],
        clock: Clock,
        others: Sequence[BaseRoute] = (),
    ) -> None:
        self._channel, self._inbox, self._store, self._attachments = channel, inbox, store, attachments
        self._texts, self._clock, self._others = texts, clock, others
        self._uploads = Pace(_MOST_UPLOADS)
        self._closing = False

    def app(self) -> Starlette:
        """The page's routes, and those of the `others` on the same server."""
        return Starlette(
            routes=[
                Route("/", self._page),
                Route("/page-texts", self._page_texts),
                Route("/events", self._events),
                Route("/messages", self._messages, methods=["POST"]),
                Route("/upload", self._upload, methods=["POST"]),
                Mount("/files", routes=[Route("/{reply:int}", self._file)]),
                Route("/health", self._health),
                Mount("/static", Static(directory=STATIC)),
                *self._others,
            ]
        )

    def close(self) -> None:
        """End the live streams, so that a stop need not wait for them."""
        self._closing = True
        self._channel.wake_all()

    async def _page(self, request: Request) -> Response:
        response = FileResponse(STATIC / "index.html", headers={"cache-control": "no-cache"})
        if _session(request) is None:
            response.set_cookie(
                _COOKIE, secrets.token_urlsafe(16), max_age=180 * 86_400, httponly=True, samesite="strict"
            )
        return response

    async def _page_texts(self, _: Request) -> Response:
        texts = self._texts()
        keys = [key for key in texts.variables if key.startswith("page-")]
        return JSONResponse({language: {key: texts.render(language, key) for key in keys} for language in LANGUAGES})

    async def _health(self, _: Request) -> Response:
        counts = await self._store.counts()
        return JSONResponse({"ok": True, "waiting": counts.get("inbox waiting", 0)})

    async def _messages(self, request: Request) -> Response:
        chat_id = _session(request)
        if chat_id is None:
            return JSONResponse({"error": "no session"}, 401)
        body = await read_body(request.receive, _MOST_BYTES)
        if body is None:
            return JSONResponse({"error": "too long"}, 413)
        try:
            message = json.loads(body)
            update = self._channel.envelope(chat_id, message if isinstance(message, dict) else {})
        except (ValueError, RecursionError, ParseError) as error:
            reason = str(error) if isinstance(error, ParseError) else "not JSON"
            return JSONResponse({"error": reason}, 413 if "characters" in reason and len(body) > 4096 else 400)
        await self._inbox.receive([update])
        return JSONResponse({"text": json.loads(update.body).get("text", "")}, 202)

    async def _upload(self, request: Request) -> Response:
        """A file, as the request's body; its message's id, name and caption in the query."""
        chat_id = _session(request)
        if chat_id is None:
            return JSONResponse({"error": "no session"}, 401)
        if self._uploads.is_full(self._clock.monotonic()):
            return JSONResponse({"error": "too many files"}, 429, {"retry-after": "30"})
        self._uploads.count(self._clock.monotonic())
        given = request.query_params
        try:
            make = self._channel.file_envelope(chat_id, given.get("id"), given.get("caption", ""))
        except ParseError as error:
            return JSONResponse({"error": str(error)}, 400)
        media = await self._attachments.take(request, None, self._clock.seconds())
        if isinstance(media, int):
            return JSONResponse({"error": "empty or too large"}, media)
        await self._inbox.receive([make(media)])
        return JSONResponse({"name": media.name}, 202)

    async def _file(self, request: Request) -> Response:
        """What came with a reply, for the chat that got it."""
        chat_id, reply = _session(request), request.path_params["reply"]
        if chat_id is None or reply >= 2**63:
            return Response(status_code=404)
        key = (self._channel.name, self._channel.bot_id, chat_id)
        some = await self._store.replies_after(*key, reply - 1)
        return await self._attachments.give(some[0][2].media if some and some[0][0] == reply else None, key)

    async def _events(self, request: Request) -> Response:
        chat_id = _session(request)
        if chat_id is None:
            return JSONResponse({"error": "no session"}, 401)
        given = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        after = int(given) if given.isdecimal() and len(given) < 18 else 0
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._stream(chat_id, after), media_type="text/event-stream", headers=headers)

    async def _stream(self, chat_id: str, after: int) -> AsyncIterator[str]:
        event, stop = self._channel.listen(chat_id)
        key = (self._channel.name, self._channel.bot_id, chat_id)
        try:
            has_written, last = await self._store.standing(*key)
            after = min(after, last)
            is_ready = False
            while not self._closing:
                event.clear()
                while some := await self._store.replies_after(*key, after):
                    for after, created_at, reply in some:
                        yield self._reply_event(after, created_at, reply)
                if not is_ready:
                    is_ready = True
                    ready = {"last": after, "fresh": not has_written, "now": self._clock.now().isoformat()}
                    yield f"event: ready\ndata: {json.dumps(ready)}\n\n"
                try:
                    async with asyncio.timeout(_KEEP_ALIVE):
                        await event.wait()
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            stop()

    def _reply_event(self, id_: int, created_at: int, reply: Reply) -> str:
        rendered = render(self._texts(), reply)
        data = {
            "id": id_,
            "at": datetime.fromtimestamp(created_at, IST).isoformat(),
            "language": rendered.language,
            "body": to_parts(rendered.text),
            "choices": [{"label": label, "action": action} for label, action in rendered.choices],
            "attachment": _attachment(id_, reply),
            "edits": reply.edits,
            "clears": rendered.clears,
        }
        return f"event: reply\nid: {id_}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def _attachment(id_: int, reply: Reply) -> dict[str, str] | None:
    if reply.media is None:
        return None
    kind = "picture" if reply.media.kind is MediaKind.PHOTO else "document"
    return {"kind": kind, "url": f"/files/{id_}", "name": reply.media.name}


def _session(request: Request) -> str | None:
    """The chat's id: a hash of the cookie, so that the store cannot be used to take over a session."""
    cookie = request.cookies.get(_COOKIE, "")
    if not 20 <= len(cookie) <= 64:
        return None
    return hashlib.sha256(cookie.encode()).hexdigest()[:32]
