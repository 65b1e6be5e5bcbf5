"""Updates that wait for the bot: the queue and getUpdates with its exact acknowledgement."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from .model import Answer, ApiError, Json, Pending, bad, error_answer, http_answer
from .params import integer, structure

NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
Respond = Callable[[Answer], None]


class Poll:
    """A getUpdates call that is being held open."""

    def __init__(self, respond: Respond, limit: int) -> None:
        self.respond = respond
        self.limit = limit
        self.timer: asyncio.TimerHandle | None = None


class Inbox:
    """The bot's queue. Forgetting an update is the bot's doing alone: an offset, or a webhook's 2xx."""

    def __init__(self) -> None:
        self.pending: dict[int, Pending] = {}
        self.allowed: list[str] | None = None
        self.acknowledged: dict[int, float] = {}
        self.delivered: list[int] = []
        self.filtered = 0
        self.poll: Poll | None = None
        self.on_conflict: Callable[[ApiError], None] = lambda error: None
        self._seq = 0
        self._last_id = 0
        self._disordered = False

    def allows(self, kind: str) -> bool:
        if not self.allowed:
            return kind not in NOT_BY_DEFAULT
        return kind in self.allowed

    def allow(self, params: Json) -> None:
        """Take over allowed_updates; without it the setting before stays."""
        value: Any = structure(params, "allowed_updates")
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise bad("allowed_updates must be an Array of String")
        self.allowed = value

    def add(self, update_id: int, body: bytes, queue: int) -> Pending:
        self._seq += 1
        self._disordered |= update_id <= self._last_id
        self._last_id = max(self._last_id, update_id)
        entry = Pending(self._seq, update_id, body, queue)
        self.pending[entry.seq] = entry
        return entry

    def forget(self, entry: Pending) -> None:
        if self.pending.pop(entry.seq, None) is not None:
            self.acknowledged[entry.update_id] = time.monotonic()

    def drop_all(self) -> None:
        self.pending.clear()

    def acknowledge(self, offset: int) -> None:
        """An offset above an update's id forgets it; a negative one keeps only the last ones."""
        if offset < 0:
            known = sorted(entry.update_id for entry in self.pending.values())
            offset = known[offset] if len(known) >= -offset else 0
        done: list[Pending] = []
        for entry in self.pending.values():
            if entry.update_id < offset:
                done.append(entry)
            elif not self._disordered:
                break
        for entry in done:
            self.forget(entry)

    # -- getUpdates ------------------------------------------------------------------------------

    def get_updates(self, params: Json, respond: Respond) -> Poll | None:
        """Answer now, or hold the call open and return it."""
        offset = integer(params, "offset", 0) or 0
        limit = min(max(integer(params, "limit", 100) or 100, 1), 100)
        timeout = min(max(integer(params, "timeout", 0) or 0, 0), 50)
        self.allow(params)
        self.abort("terminated by other getUpdates request; make sure that only one bot instance is running")
        self.acknowledge(offset)
        if self.pending or not timeout:
            respond(Answer(self._batch(limit)))
            return None
        self.poll = poll = Poll(respond, limit)
        poll.timer = asyncio.get_running_loop().call_later(timeout, self._finish, poll)
        return poll

    def wake(self) -> None:
        """New updates: answer the open getUpdates (once the caller has added all it wants to add)."""
        poll = self.poll
        if poll is not None:
            asyncio.get_running_loop().call_soon(self._finish, poll)

    def abort(self, reason: str) -> None:
        """The platform ends the call that was open, not the one that arrives."""
        poll = self.poll
        if poll is not None:
            self.close(poll)
            error = ApiError(409, f"Conflict: {reason}")
            self.on_conflict(error)
            poll.respond(Answer(error_answer(error)))

    def close(self, poll: Poll) -> None:
        if poll.timer is not None:
            poll.timer.cancel()
        if self.poll is poll:
            self.poll = None

    def _finish(self, poll: Poll) -> None:
        if self.poll is poll:
            self.close(poll)
            poll.respond(Answer(self._batch(poll.limit)))

    def _batch(self, limit: int) -> bytes:
        entries = (
            list(self.pending.values())[:limit]
            if not self._disordered
            else sorted(self.pending.values(), key=lambda entry: (entry.update_id, entry.seq))[:limit]
        )
        for entry in entries:
            entry.attempts += 1
        self.delivered.extend(entry.update_id for entry in entries)
        return http_answer(200, b'{"ok":true,"result":[' + b",".join(e.body for e in entries) + b"]}")
