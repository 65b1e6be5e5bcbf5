"""How often something may happen."""

from __future__ import annotations

from collections import deque

_MINUTE = 60.0


class Pace:
    """At most so many a minute, of everybody together."""

    def __init__(self, most: int) -> None:
        self._last: deque[float] = deque(maxlen=most)

    def is_full(self, now: float) -> bool:
        """Whether the minute before `now` (monotonic seconds) had its most."""
        return len(self._last) == self._last.maxlen and now - self._last[0] < _MINUTE

    def count(self, now: float) -> None:
        self._last.append(now)
