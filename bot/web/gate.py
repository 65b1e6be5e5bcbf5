"""Who may talk to the web server: Host and Origin checked; this machine alone, unless it is meant to be public."""

from __future__ import annotations

import hmac
import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from functools import lru_cache
from typing import Any
from urllib.parse import SplitResult, urlsplit

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_FORWARDING = {
    b"forwarded",
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-proto",
    b"x-real-ip",
    b"via",
}
_SECURITY = [
    (b"content-security-policy", b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
     b"connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]  # fmt: skip


#: The pages' routes; below some of them are more. A webhook cannot have one of these.
PAGE_PATHS = frozenset({"/", "/page-texts", "/events", "/messages", "/upload", "/files", "/health", "/static", "/desk"})
_BELOW = ("/static/", "/files/", "/desk/")


def is_page_path(path: str) -> bool:
    """Whether a page answers under this path."""
    return path in PAGE_PATHS or path.startswith(_BELOW)


class Gate:
    """In front of the page's application; the webhook, if there is one, is let through on its own path."""

    def __init__(self, page: App, webhook: App | None, webhook_path: str | None, is_public: bool) -> None:
        self._page, self._webhook, self._path, self._is_public = page, webhook, webhook_path, is_public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if self._webhook is not None and scope["path"] == self._path:
            await self._webhook(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await answer(_secured(send), refusal)
            return
        await self._page(scope, receive, _secured(send))

    def _refusal(self, scope: Scope) -> int:
        """0, or the status to refuse with."""
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        if self._is_public:
            is_ours = bool(host)
        else:
            if _FORWARDING & headers.keys() or not _is_here(scope.get("client")):
                return 404
            is_ours = _name(host) in _LOOPBACK
        if not is_ours:
            return 403
        origin = headers.get(b"origin")
        if origin is None:
            return 0 if scope["method"] in ("GET", "HEAD") else 403
        return 0 if _place(origin.decode("latin-1")).netloc == host else 403


@lru_cache(maxsize=256)
def _is_address_here(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return (mapped or ip).is_loopback


def _is_here(client: tuple[str, int] | None) -> bool:
    """Whether the connection comes from this machine: the Host header is only what the other side says."""
    return client is not None and _is_address_here(client[0])


def _name(host: str) -> str:
    """The host's name without its port."""
    return _place(f"//{host}").hostname or ""


def _place(address: str) -> SplitResult:
    """The parts of an address; a malformed one has none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _secured(send: Send) -> Send:
    async def with_headers(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *_SECURITY]}
        await send(message)

    return with_headers


async def answer(send: Send, status: int, body: bytes = b"", content_type: bytes = b"text/plain") -> None:
    """Send a whole response."""
    headers = [(b"content-type", content_type), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def read_body(receive: Receive, most: int) -> bytes | None:
    """Return the request's body, or None where it is larger than `most` bytes or was cut off."""
    parts: list[bytes] = []
    left = most
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        left -= len(parts[-1])
        if left < 0:
            return None
        if not message.get("more_body", False):
            return b"".join(parts)


def object_of(body: bytes | None) -> dict[str, Any] | None:
    """Return the JSON object of a request's body, an empty one where nothing came; None where it is none."""
    try:
        values = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def is_secret(given: bytes | None, wanted: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given or b"", wanted.encode())
