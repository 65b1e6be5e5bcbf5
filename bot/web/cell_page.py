"""Broadcasts at the desk page: the same dialogue as in a private chat, what became of each, and the files made."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.cells import Pending
from bot.channels.base import storable
from bot.channels.web import MOST_CHARACTERS, to_parts
from bot.inbox import Inbox
from bot.store.base import Store
from bot.web.attachments import Attachments
from bot.web.gate import object_of, read_body
from bot.web.spoken import spoken
from handlers.actions import unpack
from handlers.cell import named
from handlers.cell_rights import COMMANDING, may_see
from handlers.cell_say import with_agreement
from handlers.desk_step import Post
from handlers.messages import Inbound, Kind, Reply
from handlers.rendering import render
from handlers.ticket import Media, Member
from knowledge.catalogue import Language
from knowledge.library import Library

_MOST_BYTES, _LISTED, _FILES = 65_536, 20, 200
_NO_STORE = {"cache-control": "no-store"}
Served = Callable[[Request, Member], Awaitable[Response]]


class CellPage:
    """`for_members` lets only those in who are signed in."""

    def __init__(
        self,
        inbox: Inbox,
        store: Store,
        attachments: Attachments,
        library: Callable[[], Library],
        for_members: Callable[[Served], Callable[[Request], Awaitable[Response]]],
    ) -> None:
        self._inbox, self._store, self._attachments = inbox, store, attachments
        self._library, self._for_members = library, for_members
        self._files: dict[str, tuple[int, Media]] = {}  # by a name that nobody guesses: whose it is

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/cell", self._for_members(self._state)),
            Route("/cell", self._for_members(self._act), methods=["POST"]),
            Route("/cell/files/{name}", self._for_members(self._file)),
        ]

    async def _state(self, request: Request, member: Member) -> Response:
        """The newest broadcasts with what became of each; 403 for who may not see any."""
        member = replace(member, language=spoken(request))
        if member.role not in COMMANDING:
            return JSONResponse({"error": "not theirs"}, 403, _NO_STORE)
        shown = []
        for cast in await self._store.casts(member.circle, _LISTED):
            found = await self._store.cast(cast.id)
            if found is not None and may_see((member,), found[0]):
                reply = with_agreement(self._library().catalogue, (member,), *found)
                shown.append({"id": cast.id, "stage": cast.stage.value, **self._drawn(member, reply)})
        return JSONResponse({"broadcasts": shown}, headers=_NO_STORE)

    async def _act(self, request: Request, member: Member) -> Response:
        """Something typed ({"text"}) or tapped ({"action"}): what is said to it."""
        body = await read_body(request.receive, _MOST_BYTES)
        inbound = _inbound(body) if body is not None else None
        if inbound is None:
            return JSONResponse({"error": "neither a text nor an action"}, 400, _NO_STORE)
        said = await self._done(member.address, inbound, spoken(request))
        if said is None:
            return JSONResponse({"error": "not understood"}, 403 if member.role not in COMMANDING else 422, _NO_STORE)
        return JSONResponse({"said": [self._drawn(member, post.reply) for post in said]}, headers=_NO_STORE)

    async def _done(self, address: int, inbound: Inbound, language: Language) -> tuple[Post, ...] | None:
        """Do what a member of a cell did, and return what they are told; None: not theirs to do."""
        cast, cells = named(inbound, is_staff=True) or 0, self._inbox.cells
        async with self._inbox.one_at_a_time:
            done = await cells.act(address, inbound, cast, is_page=True, language=language)
        if isinstance(done, Pending):
            prepared = await cells.prepare(done)
            async with self._inbox.one_at_a_time:
                done = await cells.act(address, inbound, cast, prepared=prepared, is_page=True, language=language)
        self._inbox.look_at_replies()
        return () if isinstance(done, Pending) else done

    async def _file(self, request: Request, member: Member) -> Response:
        owner, media = self._files.get(request.path_params["name"], (0, None))
        return await self._attachments.give(media if owner == member.id else None)

    def _drawn(self, member: Member, reply: Reply) -> dict[str, Any]:
        """A message as the page draws it."""
        rendered = render(self._library().catalogue.texts, reply)
        drawn: dict[str, Any] = {
            "language": rendered.language,
            "body": to_parts(rendered.text),
            "choices": [{"label": label, "action": action} for label, action in rendered.choices],
        }
        if rendered.media is not None:
            name = secrets.token_urlsafe(24)
            while len(self._files) >= _FILES:
                self._files.pop(next(iter(self._files)))
            self._files[name] = (member.id, rendered.media)
            drawn["file"] = {"url": f"/desk/cell/files/{name}", "name": rendered.media.name}
        return drawn


def _inbound(body: bytes) -> Inbound | None:
    values = object_of(body)
    if values is None:
        return None
    text, action = values.get("text"), values.get("action")
    if isinstance(action, str) and unpack(action) is not None:
        return Inbound(Kind.TAP, action)
    if isinstance(text, str) and 0 < len(storable(text).strip()) <= MOST_CHARACTERS:
        return Inbound(Kind.TEXT, storable(text))
    return None
