"""The bulk lane of one bot: when rows of it are claimed, and how many; what is said of them right before they go."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence

from msgspec import Struct

from bot.store.rows import BulkClaim, Outgoing
from handlers.messages import Reply
from reminders.pace import Pace

#: Seconds between two claims: what falls due or is settled in between shares one transaction.
TICK = 0.02
#: Seconds until chats that rest are asked for again.
_REST = 1.0
#: Bulk messages on the wire at most: half a second of them, within these bounds.
_FEWEST, _MOST, _UNPACED = 8, 256, 64


class Verdict(Struct, frozen=True):
    """What a look at the facts found right before a bulk message goes.

    `dropped`: why it does not go ("": it goes). `reply`: what goes instead of what was queued.
    """

    dropped: str = ""
    reply: Reply | None = None


#: Looks at claimed rows again; rows without a verdict go as they are.
Recheck = Callable[[Sequence[Outgoing]], Awaitable[Mapping[int, Verdict]]]


def in_turn(*looks: Recheck) -> Recheck:
    """One after another: what one has no verdict on is looked at by the next."""

    async def look(rows: Sequence[Outgoing]) -> Mapping[int, Verdict]:
        verdicts: dict[int, Verdict] = {}
        for one in looks:
            verdicts |= await one([row for row in rows if row.id not in verdicts])
        return verdicts

    return look


def most_in_flight(rate: float) -> int:
    """How many bulk messages may be on the wire at once, at `rate` a second."""
    return max(_FEWEST, min(_MOST, math.ceil(rate / 2)))


class BulkLane:
    """The lane of one route; `flying` holds the addresses whose bulk message is claimed and not settled."""

    def __init__(self, route: str, pace: Pace | None) -> None:
        self._route, self._pace = route, pace
        self._most = most_in_flight(pace.bulk) if pace else _UNPACED
        self._next_claim = 0.0
        self._is_waiting = self._is_told = False
        self.flying: set[int] = set()

    def look(self, now: float) -> None:
        """There may be rows to send."""
        self._is_told = True
        if not self._is_waiting:
            self._is_waiting = True
            self._next_claim = now
            if self._pace is not None:
                self._pace.begin(now)

    def wanted(self, now: float, resting: Callable[[], Collection[int]]) -> BulkClaim | None:
        """What to claim now; `resting` gives the addresses to leave alone."""
        if not self._is_waiting or now < self._next_claim:
            return None
        room = self._most - len(self.flying)
        if self._pace is not None:
            room = min(room, self._pace.room(now))
        if room <= 0:
            return None
        self._is_told = False
        return BulkClaim(self._route, room, (*self.flying, *resting()))

    def claimed(self, asked: BulkClaim, rows: Sequence[Outgoing], now: float) -> None:
        """These rows came of it."""
        self._next_claim = now + TICK
        self.flying.update(row.address_id for row in rows)
        if rows and self._pace is not None:
            self._pace.take(now, len(rows))
        if not rows:
            self._is_waiting = bool(asked.resting) or self._is_told
            self._next_claim = now + _REST

    def kept_back(self) -> None:
        """One of those does not go: its place is the next one's."""
        if self._pace is not None:
            self._pace.give_back(1)

    def next_look(self, now: float) -> float | None:
        """When there may be room again (None: when something else happens)."""
        if not self._is_waiting or len(self.flying) >= self._most:
            return None
        return self._next_claim if self._pace is None else max(self._next_claim, self._pace.next_bulk(now))
