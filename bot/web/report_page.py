"""Where the circles stand, at the desk: the figures as tables, and the files to save; what is saved is in the audit."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.clock import Clock
from bot.reporting import Reporting
from bot.web.spoken import spoken
from bot.web.static_files import STATIC
from handlers.cell_report import file_name
from handlers.made import ALL, Made, Wanted, media_of
from handlers.report_rights import reporter_for
from handlers.ticket import Member
from knowledge.catalogue import Catalogue, Language

log = logging.getLogger("dakpath.reports")

_NO_STORE = {"cache-control": "no-store"}
_TYPES = {"png": "image/png", "csv": "text/csv; charset=utf-8"}
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What can be saved, in the order of the buttons.
_FILES = (Made.XLSX, Made.CSV, Made.CALLS, Made.QUESTIONS, Made.REPORT, Made.PARTS)
Served = Callable[[Request, Member], Awaitable[Response]]


class ReportPage:
    """`for_members` lets only those in who are signed in."""

    def __init__(
        self,
        reporting: Reporting,
        clock: Clock,
        for_members: Callable[[Served], Callable[[Request], Awaitable[Response]]],
    ) -> None:
        self._standing, self._reports, self._catalogue = reporting.standing, reporting.files, reporting.catalogue
        self._clock, self._for_members = clock, for_members

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/report", self._page),
            Route("/report/state", self._for_members(self._state)),
            Route("/report/files/{what}", self._for_members(self._file)),
        ]

    async def _page(self, _: Request) -> Response:
        return FileResponse(STATIC / "desk-report.html", headers={"cache-control": "no-cache"})

    async def _state(self, request: Request, member: Member) -> Response:
        """The figures of a circle, or of all; 403 for whoever may not see them."""
        of = _asked(request, member)
        if not self._may(member, of):
            return JSONResponse({"error": "not theirs"}, 403, _NO_STORE)
        from reminders.report_page import drawn

        catalogue, language = self._catalogue(), spoken(request)
        figures = await self._standing.figures(self._standing.span(_circle(of), self._clock.now()))
        shown: dict[str, Any] = {"of": of, **drawn(figures, catalogue, language)}
        shown["files"] = [
            {"what": what.value, "label": catalogue.texts.render(language, _label(what))} for what in _FILES
        ]
        shown["circles"] = _circles(catalogue, language) if member.circle is None else []
        return JSONResponse(shown, headers=_NO_STORE)

    async def _file(self, request: Request, member: Member) -> Response:
        """One file, made now: 403 for whoever may not have it, 404 where there is none such."""
        what, of = request.path_params["what"], _asked(request, member)
        made = next((one for one in _FILES if one == what), None)
        if made is None:
            return JSONResponse({"error": "no such file"}, 404, _NO_STORE)
        if not self._may(member, of):
            return JSONResponse({"error": "not theirs"}, 403, _NO_STORE)
        from bot.beside import ProgramError
        from bot.picture import PictureError
        from bot.report_files import Order

        now, language, by = self._clock.now(), spoken(request), f"member:{member.id}"
        span = self._standing.span(_circle(of), now)
        try:
            data = await self._reports().make(Order(made, span, language, by))
        except (PictureError, ProgramError) as error:
            log.error("a report could not be made: %s", error)
            return JSONResponse({"error": "not made"}, 500, _NO_STORE)
        media = media_of(Wanted(made, span.year.id, language, of), file_name(made, of, by, now))
        headers = {**_NO_STORE, "content-disposition": f'attachment; filename="{media.name}"'}
        return Response(data, media_type=_TYPES.get(media.name.rpartition(".")[2], _SHEET), headers=headers)

    def _may(self, member: Member, of: str) -> bool:
        is_known = of == ALL or of in self._catalogue().places
        return is_known and reporter_for((member,), _circle(of)) is not None


def _asked(request: Request, member: Member) -> str:
    """Whose figures: the one that is named, else the member's own."""
    return request.query_params.get("circle") or member.circle or ALL


def _circle(of: str) -> str | None:
    return None if of == ALL else of


def _label(what: Made) -> str:
    return f"button-report-{'png' if what is Made.REPORT else what.value}"


def _circles(catalogue: Catalogue, language: Language) -> list[dict[str, str]]:
    known = [{"id": ALL, "label": catalogue.texts.render(language, "report-all")}]
    circles = (place for place in catalogue.places.values() if place.kind == "circle")
    return known + [{"id": place.id, "label": place.name.said_in(language)} for place in circles]
