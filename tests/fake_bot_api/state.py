"""What the fake platform knows: chats, messages, files, and the records for a test."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import Generic, TypeVar

from .inbox import Inbox
from .model import ApiError, Chat, Json, Push, Sent, Violation, bad
from .trouble import RateLimiter, Script
from .webhook import Pusher

S = TypeVar("S", bound="State")


class Waiter(Generic[S]):
    def __init__(self, condition: Callable[[S], object], future: asyncio.Future[None]) -> None:
        self.condition = condition
        self.future = future


class State:
    """Everything but the wire. Records are plain lists that a test may read at any time."""

    def __init__(self, token: str, seed: int, now: Callable[[], float]) -> None:
        self.token = token
        self.now = now
        self.bot: Json = {
            "id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Fake bot", "username": "fake_test_bot",
        }  # fmt: skip
        self.started = time.monotonic()
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.files: dict[str, bytes] = {}
        self.file_kinds: dict[str, str] = {}
        self.queries: dict[str, str] = {}
        self.tappers: dict[str, int] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.settings: dict[tuple[str, str], str] = {}
        self.inbox = Inbox()
        self.inbox.on_conflict = lambda error: self.refuse("getUpdates", error, None)
        self.script_rules = Script(seed)
        self.limiter = RateLimiter()
        self.pusher: Pusher | None = None
        self.webhook: Json = {"url": ""}
        self._last_message = 0
        self._last_file = 0
        self._last_query = 0
        self.clear_records()

    def clear_records(self) -> None:
        """Forget what was recorded; chats, messages, settings and waiting updates stay."""
        self.sent: list[Sent] = []
        self.refused: list[Sent] = []
        self.other: list[Sent] = []
        self.alerts: list[tuple[int, str]] = []
        self.violations: list[Violation] = []
        self.pushes: list[Push] = []
        self.calls: Counter[str] = Counter()
        self._by_chat: dict[int, list[Sent]] = {}

    # -- records ---------------------------------------------------------------------------------

    def record(self, call: Sent) -> None:
        """send* and edit* are what a person sees; other successful calls are kept apart."""
        if call.method.startswith(("send", "edit")) and call.method != "sendChatAction":
            self.sent.append(call)
            self._by_chat.setdefault(call.chat_id, []).append(call)
        else:
            self.other.append(call)

    def refuse(self, method: str, error: ApiError, chat_id: int | None) -> None:
        if error.fault:
            self.violations.append(Violation(method, error.code, error.description, chat_id, time.monotonic()))

    def sent_to(self, chat_id: int) -> list[Sent]:
        """What this chat got, in order."""
        return list(self._by_chat.get(chat_id, ()))

    # -- chats, messages, files ------------------------------------------------------------------

    def add_chat(self, chat_id: int, type: str | None = None, **fields: str) -> Chat:
        """The chat, made when it is new; fields given are taken over."""
        chat = self.chats.get(chat_id)
        if chat is None:
            kind = type or ("private" if chat_id > 0 else "supergroup" if chat_id < -(10**12) else "group")
            chat = Chat(chat_id, kind, title=f"Group {-chat_id}", first_name=f"Person {chat_id}")
            self.chats[chat_id] = chat
        for name, value in fields.items():
            if value is not None:
                setattr(chat, name, value)
        return chat

    def find_chat(self, value: object) -> Chat:
        if value is None or value == "":
            raise bad("chat_id is empty")
        if isinstance(value, str) and not value.lstrip("-").isdigit():
            found = [chat for chat in self.chats.values() if chat.username and f"@{chat.username}" == value]
            if not found:
                raise bad("chat not found")
            return found[0]
        if isinstance(value, bool) or not isinstance(value, (int, str)):
            raise bad("chat_id must be an integer or a string")
        chat = self.chats.get(int(value))
        if chat is None and any(int(value) in group.members for group in self.chats.values()):
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if chat is None:
            raise bad("chat not found")
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves, from the beginning; all other chats share the account's numbers."""
        if chat.type == "supergroup":
            chat.last_message += 1
            return chat.last_message
        self._last_message += 1
        return self._last_message

    def next_query_id(self, user_id: int) -> str:
        self._last_query += 1
        query = f"{self.bot['id']}{self._last_query:06d}"
        self.queries[query], self.tappers[query] = "open", user_id
        return query

    def popups_of(self, user_id: int) -> list[str]:
        """The alerts that a person saw, in order."""
        return [text for user, text in self.alerts if user == user_id]

    def add_file(self, data: bytes, kind: str | None = None) -> str:
        """Keep a file; the id can be sent as its kind (None: the first it is sent as), or asked with getFile."""
        self._last_file += 1
        file_id = f"FILE-{self._last_file:06d}"
        self.files[file_id] = data
        if kind is not None:
            self.file_kinds[file_id] = kind
        if kind == "photo":
            self.files[f"{file_id}-small"], self.file_kinds[f"{file_id}-small"] = data[:1], kind
        return file_id
