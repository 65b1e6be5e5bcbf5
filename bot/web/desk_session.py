"""Who is at the helpdesk's page: one-time codes in, a session cookie that only the desk's paths get."""

from __future__ import annotations

import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.clock import Clock
from bot.store.desk_base import DeskStore
from bot.web.gate import object_of, read_body
from bot.web.pace import Pace
from handlers.ticket import Member

_COOKIE = "dakpath_desk"
_AGE = 30 * 86_400
_MOST_BYTES = 4096
#: Wrong codes that are looked at in a minute, of everybody together: a code is too long to be guessed, not to be tried.
_TRIES = 10


class DeskSessions:
    """Signs in, knows who signed in, signs out."""

    def __init__(self, store: DeskStore, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._wrong = Pace(_TRIES)

    async def member(self, request: Request) -> Member | None:
        session = _hash(request)
        return await self._store.member_of_session(session, self._clock.seconds()) if session else None

    async def sign_in(self, request: Request) -> Response:
        """Use a code: {"code"}; 200 with the cookie, 403 for a code that is not good, 429 after too many of them."""
        if self._wrong.is_full(self._clock.monotonic()):
            return JSONResponse({"error": "too many tries"}, 429, {"retry-after": "60"})
        code = await _code(request)
        if code is None:
            return JSONResponse({"error": "a code is needed"}, 400)
        cookie = secrets.token_urlsafe(24)
        member = await self._store.sign_in(self._store.hash_code(code), _hashed(cookie), self._clock.seconds())
        if member is None:
            self._wrong.count(self._clock.monotonic())
            return JSONResponse({"error": "not a good code"}, 403)
        response = JSONResponse({"member": member.id})
        is_secure = request.headers.get("origin", "").startswith("https:")
        response.set_cookie(
            _COOKIE, cookie, max_age=_AGE, path="/desk", secure=is_secure, httponly=True, samesite="strict"
        )
        return response

    async def sign_out(self, request: Request) -> Response:
        session = _hash(request)
        if session:
            await self._store.sign_out(session)
        response = JSONResponse({})
        response.delete_cookie(_COOKIE, path="/desk", httponly=True, samesite="strict")
        return response


async def _code(request: Request) -> str | None:
    values = object_of(await read_body(request.receive, _MOST_BYTES)) or {}
    code = values.get("code")
    return code if isinstance(code, str) and 0 < len(code) <= 200 else None


def _hash(request: Request) -> str | None:
    cookie = request.cookies.get(_COOKIE, "")
    return _hashed(cookie) if 20 <= len(cookie) <= 64 else None


def _hashed(cookie: str) -> str:
    """Only this is stored, so that the store cannot be used to take over a session."""
    return hashlib.sha256(cookie.encode()).hexdigest()
