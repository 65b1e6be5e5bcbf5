"""Small pieces of the server that look at one call."""

from __future__ import annotations

import time

from .inbox import Respond
from .model import Answer, Json, Sent
from .trouble import Trouble

HTML_ERRORS = {
    "500": (500, b"<html><body><h1>500 Internal Server Error</h1></body></html>"),
    "502": (502, b"<html><body><h1>502 Bad Gateway</h1></body></html>"),
}


def record_of(name: str, params: Json, chat_id: int | None, outcome: str, via: str = "http") -> Sent:
    return Sent(chat_id or 0, name, params, 0, time.monotonic(), outcome, via)


def chat_number(params: Json) -> int | None:
    value = params.get("chat_id")
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else None


def afterwards(rule: Trouble | None, respond: Respond) -> Respond:
    """Trouble that comes after getUpdates was carried out."""
    if rule is None or rule.kind not in ("reset_after", "slow"):
        return respond
    if rule.kind == "slow":
        return lambda answer: respond(Answer(answer.data, rule.delay))
    return lambda answer: respond(Answer(b"", reset=True))
