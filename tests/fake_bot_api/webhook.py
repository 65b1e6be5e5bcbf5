"""Pushing updates to the bot's webhook, as the platform does it.

Updates of one chat go one after another (the next starts when the one before got its 2xx), different
chats side by side over at most `max_connections` connections, started in the order they came.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

import httptools

from .model import Pending, Push

Done = Callable[["HookConnection", int | None, bytes], None]


class HookConnection(asyncio.Protocol):
    """One keep-alive connection to a webhook; also the load generator's client."""

    def __init__(self, done: Done) -> None:
        self.done = done
        self.transport: asyncio.Transport | None = None
        self.busy = False
        self._parser = httptools.HttpResponseParser(self)
        self._body: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass

    @property
    def usable(self) -> bool:
        return self.transport is not None and not self.transport.is_closing()

    def send(self, request: bytes) -> None:
        assert self.transport is not None
        self.busy = True
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            if self.transport is not None:
                self.transport.abort()

    def on_message_begin(self) -> None:
        self._body = []

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        if not self._parser.should_keep_alive() and self.transport is not None:
            self.transport.close()
        self.busy = False
        self.done(self, self._parser.get_status_code(), b"".join(self._body))

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        if self.busy:
            self.busy = False
            self.done(self, None, b"")

    def abort(self) -> None:
        if self.transport is not None:
            self.transport.abort()


class Target:
    """Where the webhook is, and the bytes that go before a body."""

    def __init__(self, url: str, secret: str) -> None:
        parts = urlsplit(url)
        self.host = parts.hostname or ""
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        head = f"POST {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nContent-Type: application/json\r\n"
        if secret:
            head += f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n"
        self._head = head.encode() + b"Connection: keep-alive\r\nContent-Length: "

    def request(self, body: bytes) -> bytes:
        return b"%b%d\r\n\r\n%b" % (self._head, len(body), body)


class Pusher:
    """Delivers pending updates until it is stopped."""

    def __init__(
        self,
        target: Target,
        max_connections: int,
        on_push: Callable[[Pending, Push, bytes], None],
        backoff: tuple[float, float],
        timeout: float,
    ) -> None:
        self.target = target
        self.max_connections = max_connections
        self.last_error = ""
        self._on_push = on_push
        self._backoff = backoff
        self._timeout = timeout
        self._ready: deque[Pending] = deque()
        self._queues: dict[int, deque[Pending]] = {}
        self._idle: list[HookConnection] = []
        self._open: set[HookConnection] = set()
        self._work: dict[HookConnection, tuple[Pending, asyncio.TimerHandle]] = {}
        self._connecting: set[asyncio.Task[None]] = set()
        self._stopped = False

    def add(self, entry: Pending) -> None:
        queue = self._queues.setdefault(entry.queue, deque())
        queue.append(entry)
        if len(queue) == 1:
            self._ready.append(entry)
            self._start()

    def stop(self) -> None:
        self._stopped = True
        for task in self._connecting:
            task.cancel()
        for connection in list(self._open):
            connection.abort()

    def _start(self) -> None:
        while self._ready and not self._stopped:
            connection = self._take_idle()
            if connection is not None:
                self._send(connection, self._ready.popleft())
            elif len(self._open) + len(self._connecting) < self.max_connections:
                task = asyncio.ensure_future(self._connect(self._ready.popleft()))
                self._connecting.add(task)
                task.add_done_callback(self._connecting.discard)
            else:
                return

    def _take_idle(self) -> HookConnection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.usable:
                return connection
            self._open.discard(connection)
        return None

    async def _connect(self, entry: Pending) -> None:
        entry.started = time.monotonic()
        loop = asyncio.get_running_loop()
        try:
            _, connection = await asyncio.wait_for(
                loop.create_connection(lambda: HookConnection(self._done), self.target.host, self.target.port),
                self._timeout,
            )
        except (OSError, TimeoutError) as error:
            self.last_error = f"Connection failed: {error}"
            entry.attempts += 1
            self._failed(entry, None)
            return
        self._open.add(connection)
        if connection.usable and not self._stopped:
            self._send(connection, entry)
        else:
            connection.abort()
            self._failed(entry, None)

    def _send(self, connection: HookConnection, entry: Pending) -> None:
        entry.attempts += 1
        entry.started = time.monotonic()
        timer = asyncio.get_running_loop().call_later(self._timeout, connection.abort)
        self._work[connection] = (entry, timer)
        connection.send(self.target.request(entry.body))

    def _done(self, connection: HookConnection, status: int | None, body: bytes) -> None:
        entry, timer = self._work.pop(connection)
        timer.cancel()
        if connection.usable:
            self._idle.append(connection)
        else:
            self._open.discard(connection)
        if status is not None and 200 <= status < 300:
            self._succeeded(entry, status, body)
        else:
            self.last_error = "Connection lost" if status is None else f"Wrong response from the webhook: {status}"
            self._failed(entry, status)
        self._start()

    def _succeeded(self, entry: Pending, status: int, body: bytes) -> None:
        queue = self._queues[entry.queue]
        queue.popleft()
        if queue:
            self._ready.append(queue[0])
        else:
            del self._queues[entry.queue]
        self._on_push(entry, self._push(entry, status), body)

    def _failed(self, entry: Pending, status: int | None) -> None:
        if self._stopped:
            return
        self._on_push(entry, self._push(entry, status), b"")
        first, most = self._backoff
        wait = min(most, first * 2 ** min(entry.attempts - 1, 20))
        asyncio.get_running_loop().call_later(wait, self._again, entry)

    def _again(self, entry: Pending) -> None:
        self._ready.append(entry)
        self._start()

    def _push(self, entry: Pending, status: int | None) -> Push:
        now = time.monotonic()
        return Push(entry.update_id, entry.attempts, status, now, now - entry.started)
