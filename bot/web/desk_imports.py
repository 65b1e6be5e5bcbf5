"""The desk page's imports: a file comes, its preview is shown, it is taken in or given up. For cells alone."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.imports.deciding import UndecidableError, Verdict
from bot.imports.jobs import ImportJob, ImportJobs, as_json
from bot.store.base import Store
from bot.web.gate import object_of, read_body
from bot.web.spoken import spoken
from bot.web.static_files import STATIC
from handlers.import_preview import clash_line, problems_exported
from handlers.import_rights import may_import
from handlers.ticket import Member
from knowledge.library import Library

_NO_STORE = {"cache-control": "no-store"}
#: Of an upload; what it unpacks to is limited when it is read.
_MOST_BYTES = 1024 * 1024 * 1024
#: Rows that are shown at once, and a number beyond which there is no row.
_MOST_CLASHES, _MOST_ID = 100, 2**63
#: Bytes of what is said of a preview.
_MOST_WORDS = 1024
Served = Callable[[Request, Member], Awaitable[Response]]


class DeskImports:
    """Routes below /desk/import; `guard` gives the member or refuses."""

    def __init__(self, jobs: ImportJobs, store: Store, library: Callable[[], Library], now: Callable[[], int]) -> None:
        self._jobs, self._store, self._library, self._now = jobs, store, library, now

    def routes(self, guard: Callable[[Served], Callable[[Request], Awaitable[Response]]]) -> list[BaseRoute]:
        return [
            Route("/imports", self._page),
            Route("/import", guard(_for_cells(self._state)), methods=["GET"]),
            Route("/import", guard(_for_cells(self._upload)), methods=["POST"]),
            Route("/import/apply", guard(_for_cells(self._apply)), methods=["POST"]),
            Route("/import/cancel", guard(_for_cells(self._cancel)), methods=["POST"]),
            Route("/clashes", guard(_for_cells(self._clashes)), methods=["GET"]),
            Route("/clashes/{clash:int}/{verdict}", guard(_for_cells(self._decide)), methods=["POST"]),
            Route("/import/problems", guard(_for_cells(self._problems)), methods=["GET"]),
        ]

    async def _page(self, _: Request) -> Response:
        return FileResponse(STATIC / "imports.html", headers={"cache-control": "no-cache"})

    async def _state(self, _: Request, member: Member) -> Response:
        return JSONResponse(as_json(self._jobs.of(member)), headers=_NO_STORE)

    async def _upload(self, request: Request, member: Member) -> Response:
        running = self._jobs.of(member)
        if self._jobs.is_full() or (running is not None and running.shown.step == "applying"):
            return JSONResponse({"error": "busy"}, 429, {"retry-after": "60"})
        job = self._jobs.place()
        try:
            is_whole = await _received(request, job)
        except ClientDisconnect:
            is_whole = False
        if not is_whole:
            await job.end()
            return JSONResponse({"error": "empty or too large"}, 413)
        await self._jobs.begin(member, job, spoken(request))
        return JSONResponse(as_json(job), headers=_NO_STORE)

    async def _apply(self, request: Request, member: Member) -> Response:
        """Take in the file whose preview is named: of another one, begun in another window, nothing was looked at."""
        token = await _token(request)
        job = self._jobs.of(member)
        if job is None or token != job.token or not await job.apply():
            return self._gone(request)
        return JSONResponse(as_json(job), headers=_NO_STORE)

    async def _cancel(self, request: Request, member: Member) -> Response:
        token = await _token(request)
        job = self._jobs.of(member)
        if job is None or token != job.token or job.shown.step == "applying":
            return self._gone(request)
        await self._jobs.cancel(member)
        return JSONResponse(as_json(None), headers=_NO_STORE)

    def _gone(self, request: Request) -> Response:
        """In the words of the chat."""
        said = self._library().catalogue.texts.render(spoken(request), "import-gone")
        return JSONResponse({"error": "another preview", "said": said}, 409, _NO_STORE)

    async def _clashes(self, request: Request, member: Member) -> Response:
        """What waits for the member's decision, in words."""
        language, catalogue = spoken(request), self._library().catalogue
        found = await self._store.clashes(member.circle)
        rows = [{"id": one.id, "text": clash_line(catalogue, language, one)} for one in found[:_MOST_CLASHES]]
        return JSONResponse({"clashes": rows, "count": len(found)}, headers=_NO_STORE)

    async def _decide(self, request: Request, member: Member) -> Response:
        verdict, number = request.path_params["verdict"], request.path_params["clash"]
        if verdict not in ("same", "two") or number >= _MOST_ID:
            return JSONResponse({"error": "no such decision"}, 404)
        said: Verdict = "same" if verdict == "same" else "two"
        try:
            await self._store.decide_clash(number, said, member.circle, f"member:{member.id}", self._now())
        except UndecidableError:
            return JSONResponse({"error": "nothing waits under this number"}, 409)
        return JSONResponse({}, headers=_NO_STORE)

    async def _problems(self, _: Request, member: Member) -> Response:
        job = self._jobs.of(member)
        if job is None or not job.problems.exists():
            return Response(status_code=404)
        details = problems_exported(member.circle, job.shown.problems)
        await self._store.note(f"member:{member.id}", "export", details, self._now())
        return FileResponse(job.problems, media_type="text/csv", filename="problems.csv", headers=_NO_STORE)


def _for_cells(serve: Served) -> Served:
    async def served(request: Request, member: Member) -> Response:
        if not may_import(member):
            return JSONResponse({"error": "not allowed"}, 403, _NO_STORE)
        return await serve(request, member)

    return served


async def _token(request: Request) -> str | None:
    """Which preview a request is about; None where it does not say."""
    values = object_of(await read_body(request.receive, _MOST_WORDS)) or {}
    token = values.get("token")
    return token if isinstance(token, str) else None


async def _received(request: Request, job: ImportJob) -> bool:
    """Write the body to the job's file, piece by piece; False where there is none, or too much."""
    size = 0
    handle = os.open(job.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        async for piece in request.stream():
            size += len(piece)
            if size > _MOST_BYTES:
                return False
            file.write(piece)
    return size > 0
