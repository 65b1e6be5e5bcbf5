"""What brings people to the assistant, at the desk: a circle's link, the text to forward, posters to save."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.store.base import Store
from bot.web.attachments import Attachments
from bot.web.spoken import spoken
from bot.web.static_files import STATIC
from handlers.desk_reach import forward_line, may_invite
from handlers.made import Made, Wanted, media_of
from handlers.reach import FORWARD, link_of
from handlers.rendering import pieces
from handlers.ticket import Member
from knowledge.catalogue import LANGUAGES, Catalogue, Language
from knowledge.library import Library

_NO_STORE = {"cache-control": "no-store"}
_FILES = (Made.POSTER, Made.SHEET)
#: A poster is the same for everybody: it is made for no chat in particular.
_NOBODY = ("desk", "page", "poster")
Served = Callable[[Request, Member], Awaitable[Response]]


class InvitePage:
    """`home`: where people find the assistant, "" where that is not known; `now` gives whole seconds since 1970."""

    def __init__(
        self, store: Store, attachments: Attachments, library: Callable[[], Library], home: Callable[[], str],
        now: Callable[[], int],
    ) -> None:  # fmt: skip
        self._store, self._attachments, self._library = store, attachments, library
        self._home, self._now = home, now

    def routes(self, guard: Callable[[Served], Callable[[Request], Awaitable[Response]]]) -> list[BaseRoute]:
        return [
            Route("/invite", self._page),
            Route("/invite/state", guard(self._state)),
            Route("/invite/files/{what}", guard(self._file)),
        ]

    async def _page(self, _: Request) -> Response:
        return FileResponse(STATIC / "desk-invite.html", headers={"cache-control": "no-cache"})

    async def _state(self, request: Request, member: Member) -> Response:
        """The link and the texts of a circle in both languages; a central member chooses one first."""
        catalogue, language, circle = self._catalogue, spoken(request), _asked(request, member)
        if not may_invite(member, circle or None, catalogue):
            return JSONResponse({"error": "not theirs"}, 403, _NO_STORE)
        shown: dict[str, object] = {
            "of": circle,
            "circles": _circles(catalogue, language) if member.circle is None else [],
        }
        home = self._home()
        if not home:
            said = catalogue.texts.render(language, "reach-no-address")
            return JSONResponse({"error": "no address", "said": said}, 409, _NO_STORE)
        if circle:
            shown |= _drawn(catalogue, language, circle, home)
            await self._note(member, f"{circle}, link and text")
        return JSONResponse(shown, headers=_NO_STORE)

    async def _file(self, request: Request, member: Member) -> Response:
        """A poster, made now: 403 for whoever may not have it, 404 where there is none such."""
        circle, language = _asked(request, member), spoken(request)
        what = next((one for one in _FILES if one == request.path_params["what"]), None)
        if what is None:
            return JSONResponse({"error": "no such file"}, 404, _NO_STORE)
        if not circle or not may_invite(member, circle, self._catalogue):
            return JSONResponse({"error": "not theirs"}, 403, _NO_STORE)
        media = media_of(Wanted(what, circle, language))
        given = await self._attachments.give(media, _NOBODY)
        if given.status_code == 200:
            await self._note(member, f"{circle}, {media.name}")
        return given

    async def _note(self, member: Member, details: str) -> None:
        await self._store.note(f"member:{member.id}", "invite people", details, self._now())

    @property
    def _catalogue(self) -> Catalogue:
        return self._library().catalogue


def _asked(request: Request, member: Member) -> str:
    """Which circle: the one that is named, else the member's own ("": none yet)."""
    return request.query_params.get("circle") or member.circle or ""


def _drawn(catalogue: Catalogue, language: Language, circle: str, home: str) -> dict[str, object]:
    """What the page shows of a circle."""
    name, render = catalogue.places[circle].name, catalogue.texts.render
    texts, files = [], []
    for other in LANGUAGES:
        said = forward_line(home, circle, name.said_in(other))
        label = render(language, f"language-{other}")
        text = "".join(piece for piece, _ in pieces(render(other, said.key, dict(said.params)).strip()))
        texts.append({"language": other, "label": label, "text": text})
        for what in _FILES:
            kind = render(language, f"page-invite-{what.value}")
            files.append({"what": what.value, "language": other, "label": f"{kind}, {label}"})
    title = render(language, "reach-title", {"circle": name.said_in(language)})
    return {"title": title, "link": link_of(home, FORWARD, circle), "texts": texts, "files": files}


def _circles(catalogue: Catalogue, language: Language) -> list[dict[str, str]]:
    circles = (place for place in catalogue.places.values() if place.kind == "circle")
    return [{"id": place.id, "label": place.name.said_in(language)} for place in circles]
