"""How fast a bot may write: decided from times that are passed in (monotonic seconds).

What Telegram documents ("My bot is hitting limits, how do I avoid this?" in its Bots FAQ): about 30 messages a second
to different chats, up to 1,000 where the broadcast is paid for; in one chat not more than one a second, though short
bursts are let through; in a group 20 a minute. So replies go at once, and bulk messages take what replies leave.
"""

from __future__ import annotations

from collections import deque

#: Messages a second of a bot, replies and bulk together, unless the broadcast is paid for.
BUDGET = 30
#: Messages may arrive closer together than they left, by as much as the slowest has lately taken, within these bounds.
_WINDOW, _LATE, _LATEST = 1.0, 0.05, 0.12
#: How much of the slowest time the next message remembers.
_REMEMBERED = 0.95
#: Bulk leaves room for replies that nobody has seen coming: for one, and one more for each five that came.
_SPARE, _REPLIES_A_SPARE = 1, 5
#: A reply waits at most so long for a place in a second that bulk has filled.
_LONGEST_HOLD = 0.15
#: After a hitch bulk makes up for so many seconds, not more: it would not be even any more.
_CATCH_UP = 0.25
#: Timers may come a little too early; the next place is counted from the right time all the same.
_EARLY = 0.002

_CHAT_SECOND = 1.0
#: Messages to one chat that go at once after a rest, then one a second.
_CHAT_BURST = 20
_GROUP_MOST, _GROUP_WINDOW = 20, 60.5
#: Chats that are remembered before those that have long rested are forgotten.
_CHATS = 4096


class Pace:
    """One bot: `bulk` messages a second at most, within `budget` a second with its replies (None: lifted)."""

    def __init__(self, bulk: float, budget: int | None) -> None:
        self.bulk, self._budget = bulk, budget
        self._replies: deque[float] = deque()
        self._sent: deque[float] = deque()
        self._taken = 0  # bulk that may go and has not gone yet
        self._place = 0.0  # when the next bulk message is due
        self._late = _LATE

    def reply(self, now: float, messages: int = 1) -> float:
        """Count a reply; return the seconds to hold it: none, but where bulk has filled the second."""
        if self._budget is None:
            return 0.0
        self._forget(now)
        hold = self._hold(now) if self._sent and len(self._replies) < self._budget else 0.0
        self._replies.extend([now + hold] * messages)
        return hold

    def room(self, now: float) -> int:
        """Return how many bulk messages may go now."""
        self._forget(now)
        rate, place = self._rate(), max(self._place, now - _CATCH_UP)
        if rate <= 0 or now + _EARLY < place:
            return 0
        due = int((now + _EARLY - place) * rate) + 1
        return due if self._budget is None else max(0, min(due, self._left() - self._taken - len(self._sent)))

    def take(self, now: float, messages: int) -> None:
        """Bulk messages are about to go: the next place is so much later."""
        self._place = max(self._place, now - _CATCH_UP) + messages / max(self._rate(), 1.0)
        self._taken += messages

    def give_back(self, messages: int) -> None:
        """So many of those do not go after all."""
        self._place -= messages / max(self._rate(), 1.0)
        self._taken -= messages

    def sent(self, now: float) -> None:
        """One of those goes now."""
        self._taken -= 1
        if self._budget is not None:
            self._sent.append(now)

    def took(self, seconds: float) -> None:
        """A message was answered after so long."""
        self._late = min(max(seconds, self._late * _REMEMBERED, _LATE), _LATEST)

    def begin(self, at: float) -> None:
        """Bulk goes on evenly from then on, without making up for the silence before it."""
        self._place = max(self._place, at)

    def next_bulk(self, now: float) -> float:
        """Return when there may be room for bulk."""
        self._forget(now)
        if self._budget is None or self._left() > len(self._sent):
            return self._place
        oldest = [times[0] for times in (self._replies, self._sent) if times]
        return max(self._place, min(oldest, default=now) + self._window)

    def _rate(self) -> float:
        """Bulk messages a second beside as many replies as the last second had."""
        return self.bulk if self._budget is None else min(self.bulk, (self._left() - 0.5) / self._window)

    @property
    def _window(self) -> float:
        return _WINDOW + self._late

    def _left(self) -> int:
        """What the replies of this second leave."""
        assert self._budget is not None
        replies = len(self._replies)
        return self._budget - _SPARE - replies // _REPLIES_A_SPARE - replies

    def _hold(self, now: float) -> float:
        assert self._budget is not None
        if len(self._replies) + len(self._sent) < self._budget:
            return 0.0
        taken = sorted((*self._replies, *self._sent))
        return min(max(0.0, taken[-self._budget] + self._window - now), _LONGEST_HOLD)

    def _forget(self, now: float) -> None:
        for times in (self._replies, self._sent):
            while times and times[0] <= now - self._window:
                times.popleft()


class ChatPaces:
    """The chats of all bots, by address: when each may be written to again."""

    def __init__(self) -> None:
        self._free: dict[int, float] = {}  # when all that was sent is a second apart again
        self._groups: dict[int, deque[float]] = {}
        self._most = _CHATS

    def sent(self, address: int, now: float, messages: int, *, is_group: bool) -> float:
        """Count messages to a chat; return when the next reply may go there (`now`, unless it got many)."""
        if len(self._free) > self._most:
            self._forget(now)
        self._free[address] = free = max(self._free.get(address, now), now) + messages * _CHAT_SECOND
        if not is_group:
            return max(now, free - _CHAT_BURST * _CHAT_SECOND)
        times = self._groups.setdefault(address, deque(maxlen=_GROUP_MOST))
        times.extend([now] * messages)
        if len(times) < _GROUP_MOST:
            return now
        self._free[address] = max(free, times[0] + _GROUP_WINDOW)
        return max(now, times[0] + _GROUP_WINDOW)

    def resting(self, now: float) -> list[int]:
        """Return the chats that bulk leaves alone for now."""
        return [address for address, free in self._free.items() if free > now]

    def _forget(self, now: float) -> None:
        self._free = {address: free for address, free in self._free.items() if free > now}
        self._groups = {one: times for one, times in self._groups.items() if times[-1] > now - _GROUP_WINDOW}
        self._most = max(_CHATS, 2 * len(self._free))
