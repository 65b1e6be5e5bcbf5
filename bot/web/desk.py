"""The helpdesk's page: the queue, one conversation, actions; what they mean is decided by the desk's core."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import to_builtins
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.channels.base import ParseError
from bot.clock import Clock
from bot.inbox import Inbox
from bot.reporting import Reporting
from bot.store.base import Store
from bot.web.attachments import Attachments
from bot.web.cell_page import CellPage
from bot.web.desk_actions import CENTRAL, attachment, edited_entry, inbound_of, message_id
from bot.web.desk_imports import DeskImports
from bot.web.desk_session import DeskSessions
from bot.web.gate import read_body
from bot.web.invite_page import InvitePage
from bot.web.report_page import ReportPage
from bot.web.spoken import spoken
from bot.web.static_files import STATIC
from handlers.desk_scene import Wanted
from handlers.desk_view import card, circle_name, lines, may_see, row
from handlers.import_rights import may_import
from handlers.messages import Inbound, Kind
from handlers.rendering import pieces
from handlers.ticket import Entry, Member, Ticket
from knowledge.catalogue import LANGUAGES, Catalogue, Language
from knowledge.library import Library

_MOST_BYTES = 32_768
#: A number beyond this is no row's.
_MOST_ID = 2**63
_NO_STORE = {"cache-control": "no-store"}
Served = Callable[[Request, Member], Awaitable[Response]]


class DeskPage:
    """Routes below /desk. Every one but the page itself and signing in needs a session."""

    def __init__(
        self, inbox: Inbox, store: Store, attachments: Attachments, library: Callable[[], Library], clock: Clock,
        imports: DeskImports, invites: InvitePage, reporting: Reporting,
    ) -> None:  # fmt: skip
        self._imports, self._invites = imports, invites
        self._inbox, self._store, self._attachments = inbox, store, attachments
        self._library, self._clock = library, clock
        self._sessions = DeskSessions(store, clock)
        self._cell = CellPage(inbox, store, attachments, library, self._for_members)
        self._report = ReportPage(reporting, clock, self._for_members)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/desk", self._page),
            Mount(
                "/desk",
                routes=[
                    Route("/", self._page),
                    Route("/sign-in", self._sessions.sign_in, methods=["POST"]),
                    Route("/sign-out", self._sessions.sign_out, methods=["POST"]),
                    Route("/session", self._session),
                    *self._imports.routes(self._for_members),
                    *self._invites.routes(self._for_members),
                    Route("/choices", self._for_members(self._choices)),
                    Route("/state", self._for_members(self._state)),
                    Route("/tickets/{ticket:int}/files/{entry:int}", self._for_members(self._file)),
                    Route("/tickets/{ticket:int}/attach", self._for_members(self._attach), methods=["POST"]),
                    Route("/tickets/{ticket:int}/{action}", self._for_members(self._act), methods=["POST"]),
                    *self._cell.routes(),
                    *self._report.routes(),
                ],
            ),
        ]

    def _for_members(self, serve: Served) -> Callable[[Request], Awaitable[Response]]:
        async def served(request: Request) -> Response:
            member = await self._sessions.member(request)
            if member is None:
                return JSONResponse({"error": "not signed in"}, 401, _NO_STORE)
            return await serve(request, member)

        return served

    async def _page(self, _: Request) -> Response:
        return FileResponse(STATIC / "desk.html", headers={"cache-control": "no-cache"})

    async def _session(self, request: Request) -> Response:
        """Whether somebody is signed in: 200 either way, so that a page that asks makes no error."""
        member = await self._sessions.member(request)
        return JSONResponse({"member": member.id if member else None}, headers=_NO_STORE)

    async def _choices(self, _: Request, member: Member) -> Response:  # noqa: ARG002 - the same for all members
        """Where a ticket can be handed to, and the ready answers, in both languages."""
        catalogue = self._catalogue

        def said(key: str) -> dict[str, str]:
            return {language: catalogue.texts.render(language, key) for language in LANGUAGES}

        places = [{"id": CENTRAL, "label": said("page-desk-training-division")}]
        places += [{"id": place.id, "label": to_builtins(place.label)} for place in catalogue.places.values()]
        ready = [
            {"id": id_, "label": said(f"desk-label-{id_}"), "text": said(f"desk-canned-{id_}")}
            for id_ in catalogue.desk.canned
        ]
        return JSONResponse({"circles": places, "canned": ready}, headers=_NO_STORE)

    async def _state(self, request: Request, member: Member) -> Response:
        """All that the page shows; 304 while it is what the page has."""
        language, asked = spoken(request), request.query_params.get("ticket", "")
        found = await self._seen(int(asked), member) if asked.isdecimal() and len(asked) < 20 else None
        catalogue = self._catalogue
        queue = await self._store.desk_queue(member)
        unread = next((count for ticket, count in queue if found and ticket.id == found[0].id), 0)
        shown = {
            "me": {
                "member": member.id,
                "role": member.role,
                "circle": circle_name(member.circle, catalogue, language),
                "language": member.language,
                "imports": may_import(member),
            },
            "tickets": [
                to_builtins(row(ticket, count, member, catalogue, language))
                for ticket, count in queue
                if may_see(member, ticket)
            ],
            "ticket": _drawn(*found, unread, member, catalogue, language) if found else None,
            "missing": bool(asked) and found is None,
        }
        body = json.dumps(shown, ensure_ascii=False).encode()
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {**_NO_STORE, "etag": tag, "x-now": self._clock.now().isoformat()}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)

    async def _file(self, request: Request, member: Member) -> Response:
        found = await self._seen(request.path_params["ticket"], member)
        entries = found[1] if found else ()
        wanted = request.path_params["entry"]
        return await self._attachments.give(next((entry.media for entry in entries if entry.id == wanted), None))

    async def _attach(self, request: Request, member: Member) -> Response:
        ticket = request.path_params["ticket"]
        found = await self._seen(ticket, member)
        if found is None:
            return JSONResponse({"error": "no such request"}, 404)
        try:
            id_ = message_id(request.query_params.get("id"))
        except ParseError as error:
            return JSONResponse({"error": str(error)}, 400)
        if _is_known(id_, found[1]):
            return JSONResponse({"said": []})
        media = await self._attachments.take(request, ticket, self._clock.seconds())
        if isinstance(media, int):
            return JSONResponse({"error": "empty or too large"}, media)
        return await self._done(member, ticket, attachment(media, request.query_params.get("caption", ""), id_))

    async def _act(self, request: Request, member: Member) -> Response:
        ticket = request.path_params["ticket"]
        found = await self._seen(ticket, member)
        if found is None:
            return JSONResponse({"error": "no such request"}, 404)
        body = await read_body(request.receive, _MOST_BYTES)
        if body is None:
            return JSONResponse({"error": "too long"}, 413)
        try:
            inbound = inbound_of(request.path_params["action"], ticket, body, self._catalogue)
        except ParseError as error:
            return JSONResponse({"error": str(error)}, 400)
        if inbound.message and _is_known(inbound.message, found[1]):
            return JSONResponse({"said": []})
        changed = edited_entry(body) if inbound.kind is Kind.EDITED else 0
        if inbound.kind is Kind.EDITED and not any(one.id == changed and one.member == member.id for one in found[1]):
            return JSONResponse({"error": "no message of yours"}, 404)
        return await self._done(member, ticket, inbound, changed)

    async def _done(self, member: Member, ticket: int, inbound: Inbound, entry: int = 0) -> Response:
        said = await self._inbox.staff(member.address, Wanted("", ticket, entry=entry), inbound)
        plain = ["".join(piece for piece, _ in pieces(text)) for text in said]
        return JSONResponse({"said": plain}, headers=_NO_STORE)

    async def _seen(self, id_: int, member: Member) -> tuple[Ticket, tuple[Entry, ...]] | None:
        """A ticket that the member may see, with its entries."""
        found = await self._store.desk_ticket(id_) if id_ < _MOST_ID else None
        return (found[0], tuple(found[1])) if found and may_see(member, found[0]) else None

    @property
    def _catalogue(self) -> Catalogue:
        return self._library().catalogue


def _is_known(message: str, entries: tuple[Entry, ...]) -> bool:
    return any(entry.message == message for entry in entries)


def _drawn(
    ticket: Ticket, entries: tuple[Entry, ...], unread: int, member: Member, catalogue: Catalogue, language: Language
) -> dict[str, Any]:
    """One ticket: its line of the list, its card, its entries with where their files are."""
    written = []
    for line in lines(entries, member, catalogue, language):
        values = to_builtins(line)
        if line.media:
            url = f"/desk/tickets/{ticket.id}/files/{line.id}" if line.media.ref else ""
            values["media"] = {"kind": line.media.kind, "name": line.media.name, "url": url}
        written.append(values)
    head: dict[str, Any] = to_builtins(row(ticket, unread, member, catalogue, language))
    head |= to_builtins(card(ticket, entries, catalogue, language))
    return {**head, "entries": written}
