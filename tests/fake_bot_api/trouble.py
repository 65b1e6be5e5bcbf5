"""Scripted trouble: which call meets which misfortune, and the platform's rate limits."""

from __future__ import annotations

import math
import random
import time
from collections import deque
from dataclasses import dataclass
from typing import Literal, get_args

from .model import ApiError

Kind = Literal["429", "403", "400", "500", "502", "reset_before", "reset_after", "slow", "migrate"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass
class Trouble:
    """A rule. It fires on calls that match `method` and `chat_id` (None: any; getUpdates only by name):
    on the `call`-th of them if given, else with `probability`, and at most `times` times (None: always).
    """

    kind: str
    chat_id: int | None = None
    method: str | None = None
    call: int | None = None
    probability: float = 1.0
    times: int | None = 1
    retry_after: int = 1
    delay: float = 1.0
    migrate_to_chat_id: int | None = None
    description: str | None = None
    seen: int = 0
    fired: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown trouble {self.kind!r}, one of {', '.join(KINDS)}")

    def fits(self, method: str, chat_id: int | None) -> bool:
        if self.method is None:
            return method != "getUpdates" and self.chat_id in (None, chat_id)
        return self.method.lower() == method.lower() and self.chat_id in (None, chat_id)

    def error(self, chat_id: int | None) -> ApiError | None:
        """The refusal of this rule, if it is one that the platform words as JSON."""
        if self.kind == "429":
            text = self.description or f"Too Many Requests: retry after {self.retry_after}"
            return ApiError(429, text, {"retry_after": self.retry_after}, fault=False)
        if self.kind == "403":
            return ApiError(403, self.description or "Forbidden: bot was blocked by the user", fault=False)
        if self.kind == "400":
            return ApiError(400, self.description or "Bad Request: scripted refusal", fault=False)
        if self.kind == "500":
            return ApiError(500, self.description or "Internal Server Error", fault=False)
        if self.kind == "migrate":
            target = self.migrate_to_chat_id or int(f"-100{abs(chat_id or 1)}")
            text = self.description or "Bad Request: group chat was upgraded to a supergroup chat"
            return ApiError(400, text, {"migrate_to_chat_id": target}, fault=False)
        return None


class Script:
    """All rules, tried in order; the first that fires counts."""

    def __init__(self, seed: int) -> None:
        self.rules: list[Trouble] = []
        self._random = random.Random(seed)

    def next(self, method: str, chat_id: int | None) -> Trouble | None:
        chosen: Trouble | None = None
        for rule in self.rules:
            if not rule.fits(method, chat_id):
                continue
            rule.seen += 1
            if chosen is None and self._fires(rule):
                rule.fired += 1
                chosen = rule
        if chosen is not None:
            self.rules = [rule for rule in self.rules if not _used_up(rule)]
        return chosen

    def _fires(self, rule: Trouble) -> bool:
        if rule.call is not None:
            return rule.seen == rule.call
        return rule.probability >= 1.0 or self._random.random() < rule.probability


def _used_up(rule: Trouble) -> bool:
    return (rule.call is not None and rule.fired > 0) or (rule.times is not None and rule.fired >= rule.times)


class RateLimiter:
    """At most so many messages in any one second, for the bot and for one chat; for a group by its own window.

    None: no limit.
    """

    def __init__(self) -> None:
        self.per_bot: int | None = None
        self.per_chat: int | None = None
        self.per_group: int | None = None
        self.group_window = 60.0
        self.retry_after = 1
        self._bot: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._groups: dict[int, deque[float]] = {}

    def check(self, chat_id: int) -> None:
        if self.per_bot is None and self.per_chat is None and self.per_group is None:
            return
        now = time.monotonic()
        windows = [(self._bot, self.per_bot, 1.0), (self._chats.setdefault(chat_id, deque()), self.per_chat, 1.0)]
        if chat_id < 0:
            windows.append((self._groups.setdefault(chat_id, deque()), self.per_group, self.group_window))
        for window, limit, seconds in windows:
            while window and window[0] <= now - seconds:
                window.popleft()
            if limit is not None and len(window) >= limit:
                wait = max(self.retry_after, math.ceil((window[0] if window else now) + seconds - now))
                raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        for window, _, _ in windows:
            window.append(now)
