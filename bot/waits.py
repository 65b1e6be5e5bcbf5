"""What has to wait in delivery, and until when: chats, bots, and the next message of a bot's pace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from bot.channels.base import SendError
from bot.clock import Clock
from bot.store.rows import Outgoing
from reminders.pace import BUDGET, ChatPaces, Pace
from reminders.retry import next_try

T = TypeVar("T")


class Waits:
    """All waits of all routes (channel:bot); those in `rates` have limits, with so many bulk messages a second.

    A rate over the budget stands for a paid broadcast, which lifts it. `wake_in` has delivery look again after that.
    """

    def __init__(self, clock: Clock, rates: Mapping[str, float], wake_in: Callable[[float], None]) -> None:
        self._clock, self._wake_in = clock, wake_in
        self.paces = {route: Pace(rate, BUDGET if rate <= BUDGET else None) for route, rate in rates.items()}
        self._chats = ChatPaces()
        self._resting: dict[int, float] = {}  # address → monotonic time of its next try
        self._paused: dict[str, float] = {}  # route → monotonic time the platform lets it go on

    def paused(self) -> list[str]:
        """Routes on which nothing goes now."""
        return self._still(self._paused)

    def resting(self) -> list[int]:
        """Addresses to which nothing goes now."""
        return self._still(self._resting)

    def resting_for_bulk(self) -> list[int]:
        """Addresses to which no bulk goes now."""
        return [*self._chats.resting(self._clock.monotonic()), *self.resting()]

    def take_place(self, row: Outgoing) -> float:
        """Count a message that goes now; return the seconds that it should wait first (nearly always none)."""
        pace = self.paces.get(row.route)
        if pace is None:
            return 0.0
        if not row.is_bulk:
            return pace.reply(self._clock.monotonic())
        pace.sent(self._clock.monotonic())
        return 0.0

    def arrived(self, row: Outgoing, platform_id: str | None, took: float) -> None:
        """Count what a chat got by a row, perhaps several messages, answered after `took` seconds."""
        pace = self.paces.get(row.route)
        if pace is None:
            return
        now, messages = self._clock.monotonic(), len(platform_id.split()) if platform_id else 1
        pace.took(took)
        if messages > 1:
            pace.reply(now, messages - 1)
        until = self._chats.sent(row.address_id, now, messages, is_group=row.chat_id.startswith("-"))
        if until > now:
            self._rest(row.address_id, until - now)

    def try_again(self, row: Outgoing, error: SendError) -> None:
        """Have a row wait that was surely not sent; where the platform wants it, with all others of its bot."""
        wait = next_try(row.attempts, error.retry_after)
        if error.retry_after is None or error.is_chats_wait:
            self._rest(row.address_id, wait)
            return
        until = self._clock.monotonic() + wait
        self._paused[row.route] = max(until, self._paused.get(row.route, 0.0))
        if row.route in self.paces:
            self.paces[row.route].begin(until)
        self._wake_in(wait)

    def _rest(self, address: int, wait: float) -> None:
        until = self._clock.monotonic() + wait
        self._resting[address] = max(until, self._resting.get(address, 0.0))
        self._wake_in(wait)

    def _still(self, until: dict[T, float]) -> list[T]:
        """Keys whose time has not come; the others are forgotten."""
        now = self._clock.monotonic()
        for key in [key for key, at in until.items() if at <= now]:
            del until[key]
        return list(until)
