"""Plain records and small functions shared by the parts of the fake Bot API."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

Json = dict[str, Any]

TOKEN = "123456789:FAKE_bot_api_token_for_tests_only_00"
MAX_BODY = 52 * 1024 * 1024

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode


def dumps(value: Any) -> bytes:
    try:
        return _encode(value).encode()
    except UnicodeEncodeError:  # a lone surrogate in a text
        return json.dumps(value, default=repr).encode()


@dataclass(slots=True)
class Upload:
    """A file that arrived in a multipart body."""

    filename: str
    content_type: str
    data: bytes


@dataclass(slots=True)
class Sent:
    """One call that concerns a chat, as the platform saw it.

    outcome: "ok"; "lost" (carried out, but the connection was cut before the answer);
    for refused calls the error code as text ("400", "403", "429", "500", ...).
    """

    chat_id: int
    method: str
    params: Json
    message_id: int
    at_monotonic: float
    outcome: str
    via: str = "http"

    @property
    def text(self) -> str:
        """The visible text (after HTML parsing), or the caption, or nothing."""
        return str(self.params.get("_plain", self.params.get("text", self.params.get("caption", ""))))

    def typed(self) -> list[tuple[str, bool]]:
        """(label, does it ask for the number) of every button below the input field; empty where there are none."""
        markup = self.params.get("reply_markup") or {}
        if isinstance(markup, str):
            markup = json.loads(markup)
        rows = markup.get("keyboard", [])
        return [(button["text"], bool(button.get("request_contact"))) for row in rows for button in row]

    def buttons(self) -> list[tuple[str, str]]:
        """(label, callback data or address) of every inline button."""
        markup = self.params.get("reply_markup") or {}
        if isinstance(markup, str):
            markup = json.loads(markup)
        rows = markup.get("inline_keyboard", [])
        return [(b["text"], b.get("callback_data") or b.get("url") or "") for row in rows for b in row]


@dataclass(slots=True)
class Violation:
    """A call that the real platform would have refused."""

    method: str
    code: int
    description: str
    chat_id: int | None
    at_monotonic: float


@dataclass(slots=True)
class Push:
    """One attempt to deliver an update to the webhook; status None: no answer came."""

    update_id: int
    attempt: int
    status: int | None
    at_monotonic: float
    seconds: float


@dataclass(slots=True)
class Chat:
    id: int
    type: str
    title: str = ""
    first_name: str = ""
    username: str = ""
    language_code: str = "en"
    blocked: bool = False
    left: bool = False
    migrated_to: int | None = None
    members: dict[int, Json] = field(default_factory=dict)
    last_message: int = 0

    def as_json(self) -> Json:
        shown: Json = {"id": self.id, "type": self.type}
        if self.type == "private":
            shown["first_name"] = self.first_name
        else:
            shown["title"] = self.title
        if self.username:
            shown["username"] = self.username
        return shown


class ApiError(Exception):
    """A refusal; `fault` says that the caller did something the platform forbids."""

    def __init__(self, code: int, description: str, parameters: Json | None = None, fault: bool = True) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.fault = fault


def bad(description: str, **parameters: Any) -> ApiError:
    return ApiError(400, f"Bad Request: {description}", parameters or None)


@dataclass(slots=True)
class Answer:
    """What goes back on the connection: bytes after a delay, or a reset."""

    data: bytes
    delay: float = 0.0
    reset: bool = False


def _head(status: int, content_type: str) -> bytes:
    return (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nServer: fake-bot-api\r\n"
        f"Content-Type: {content_type}\r\nConnection: keep-alive\r\nContent-Length: "
    ).encode()


_HEADS: dict[tuple[int, str], bytes] = {}


def http_answer(status: int, body: bytes, content_type: str = "application/json") -> bytes:
    key = (status, content_type)
    head = _HEADS.get(key)
    if head is None:
        head = _HEADS[key] = _head(status, content_type)
    return b"%b%d\r\n\r\n%b" % (head, len(body), body)


def ok_answer(result: Any) -> bytes:
    return http_answer(200, b'{"ok":true,"result":' + dumps(result) + b"}")


def error_answer(error: ApiError) -> bytes:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return http_answer(error.code, dumps(body))


@dataclass(slots=True)
class Pending:
    """An update that waits for its acknowledgement."""

    seq: int
    update_id: int
    body: bytes
    queue: int
    attempts: int = 0
    started: float = field(default=0.0)
