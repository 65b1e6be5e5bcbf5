"""The HTTP side: requests in, bytes out, one after another on each connection."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections import deque
from collections.abc import Callable
from typing import cast

import httptools

from .model import MAX_BODY, Answer, http_answer


class Request:
    __slots__ = ("body", "content_type", "keep_alive", "method", "on_lost", "target")

    def __init__(self) -> None:
        self.method = b""
        self.target = b""
        self.content_type = b""
        self.body = b""
        self.keep_alive = True
        self.on_lost: Callable[[], None] | None = None


Handler = Callable[[Request, Callable[[Answer], None]], None]


class ServerProtocol(asyncio.Protocol):
    """Hand-written on httptools: a framework's server would be the bottleneck of a benchmark."""

    def __init__(self, handler: Handler, connections: set[ServerProtocol]) -> None:
        self._handler = handler
        self._connections = connections
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport | None = None
        self._request = Request()
        self._chunks: list[bytes] = []
        self._size = 0
        self._waiting: deque[Request] = deque()
        self._current: Request | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self)
        self._transport = None
        if self._current is not None and self._current.on_lost is not None:
            self._current.on_lost()

    def abort(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            if self._transport is not None:
                self._transport.write(http_answer(400, b"bad request", "text/plain"))
                self._transport.close()

    # -- called by the parser --------------------------------------------------------------------

    def on_message_begin(self) -> None:
        self._request = Request()
        self._chunks = []
        self._size = 0

    def on_url(self, url: bytes) -> None:
        self._request.target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if len(name) == 12 and name.lower() == b"content-type":
            self._request.content_type = value
        elif len(name) == 6 and name.lower() == b"expect" and self._transport is not None:
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, body: bytes) -> None:
        self._size += len(body)
        if self._size <= MAX_BODY:
            self._chunks.append(body)
        elif self._transport is not None:
            self._transport.write(http_answer(413, b"request entity too large", "text/plain"))
            self._transport.close()

    def on_message_complete(self) -> None:
        request = self._request
        request.method = self._parser.get_method()
        request.keep_alive = self._parser.should_keep_alive()
        request.body = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        if self._current is None:
            self._serve(request)
        else:
            self._waiting.append(request)

    # -- answering -------------------------------------------------------------------------------

    def _serve(self, request: Request) -> None:
        self._current = request
        self._handler(request, self._respond)

    def _respond(self, answer: Answer) -> None:
        if answer.delay:
            asyncio.get_running_loop().call_later(answer.delay, self._write, answer)
        else:
            self._write(answer)

    def _write(self, answer: Answer) -> None:
        transport, request = self._transport, self._current
        self._current = None
        if transport is None:
            return
        if answer.reset:
            _linger_not(transport)
            transport.abort()
            return
        transport.write(answer.data)
        if request is not None and not request.keep_alive:
            transport.close()
        elif self._waiting:
            self._serve(self._waiting.popleft())


def _linger_not(transport: asyncio.Transport) -> None:
    """Closing then sends a reset and not an orderly end."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
