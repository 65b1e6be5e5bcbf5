"""When a message that surely was not sent is tried again."""

from __future__ import annotations

#: Seconds before the second, third, … try; the last one repeats.
_WAITS = (0.5, 2.0, 5.0, 15.0, 60.0)
#: A reply older than this is no answer any more: it is given up.
GIVE_UP_AFTER = 24 * 3600.0


def next_try(attempts: int, retry_after: float | None) -> float:
    """Return the seconds to wait after `attempts` tries (1 or more); the platform's own wait is obeyed."""
    if retry_after is not None:
        return max(0.0, retry_after)
    return _WAITS[min(max(attempts, 1), len(_WAITS)) - 1]


def is_given_up(attempts: int) -> bool:
    """Whether so many tries have spread over more than `GIVE_UP_AFTER` seconds."""
    waited = sum(_WAITS) + max(0, attempts - len(_WAITS)) * _WAITS[-1]
    return waited > GIVE_UP_AFTER
