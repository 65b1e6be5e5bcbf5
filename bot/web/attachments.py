"""Files that people attach at the pages, and files of any channel given back to a browser."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.channels.base import FetchError, storable
from bot.made_files import MadeFiles
from bot.store.addresses import Key
from bot.store.desk_base import DeskStore
from bot.web.gate import read_body
from handlers.made import is_made
from handlers.ticket import Media, MediaKind

log = logging.getLogger("dakpath.attachments")

#: Gives the bytes of an attachment that lies at its platform, piece by piece.
Fetch = Callable[[str], AsyncIterator[bytes]]

MOST_BYTES = 10 * 1024 * 1024
#: Uploads held in memory at once, and the most of a file's name.
_AT_ONCE, _MOST_NAME = 4, 120
#: Pictures that a browser may draw; anything else is only handed out to be saved.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
#: What the reference of an upload begins with; its number follows.
OF_THE_STORE = "page:"


class Attachments:
    """`fetch` reads from a platform; without one only uploads of the pages, and what is made, can be shown."""

    def __init__(self, store: DeskStore, fetch: Fetch | None, made: MadeFiles) -> None:
        self._store, self._fetch, self._made = store, fetch, made
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def take(self, request: Request, ticket: int | None, now: int) -> Media | int:
        """Keep the request's body; return where it lies, or the status to refuse with."""
        given = request.headers.get("content-length", "")
        if given.isdecimal() and int(given) > MOST_BYTES:
            return 413
        async with self._room:
            data = await read_body(request.receive, MOST_BYTES)
            if not data:
                return 413 if data is None else 400
            kind = MediaKind.PHOTO if _picture_type(data) else MediaKind.DOCUMENT
            name = _clean(request.query_params.get("name", ""))
            id_ = await self._store.keep_attachment(ticket, kind, name, data, now)
        return Media(kind, f"{OF_THE_STORE}{id_}", name)

    async def give(self, media: Media | None, key: Key | None = None) -> Response:
        """The file for the browser: a picture to be seen, all else to be saved; 404 where it is no longer there.

        `key` is the chat that a file is made for.
        """
        if media is None or not media.ref:
            return Response(status_code=404)
        pieces = self._pieces(media.ref, key)
        try:
            first = await anext(pieces, b"")
        except FetchError as error:
            log.warning("an attachment cannot be had: %s", error)
            return Response(status_code=502)
        if not first:
            return Response(status_code=404)
        return StreamingResponse(_joined(first, pieces), headers=_headers(media, first))

    async def _pieces(self, ref: str, key: Key | None) -> AsyncIterator[bytes]:
        if is_made(ref):
            data = await self._made.make(ref, key) if key else None
            yield data or b""
        elif ref.startswith(OF_THE_STORE):
            id_ = ref.removeprefix(OF_THE_STORE)
            found = await self._store.attachment(int(id_)) if id_.isdecimal() else None
            if found is not None:
                yield found.data
        elif self._fetch is not None:
            async for piece in self._fetch(ref):
                yield piece


async def _joined(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in rest:
        yield piece


def _headers(media: Media, beginning: bytes) -> dict[str, str]:
    """The type is told from the bytes, never from a name that somebody chose."""
    picture = _picture_type(beginning)
    name = quote(_clean(media.name) or media.kind.value, safe="")
    shown = "inline" if picture else "attachment"
    return {
        "content-type": picture or "application/octet-stream",
        "content-disposition": f"{shown}; filename*=UTF-8''{name}",
        "cache-control": "private, no-store",
    }


def _picture_type(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for beginning, kind in _PICTURES if data.startswith(beginning)), "")


def _clean(name: str) -> str:
    """A file's name without its folders and without what no name has."""
    last = PurePosixPath(storable(name).replace("\\", "/")).name
    return "".join(character for character in last if character.isprintable())[-_MOST_NAME:]
