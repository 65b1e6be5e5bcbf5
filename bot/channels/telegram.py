"""Telegram: raw update → Inbound, Rendered → sendMessage. No objects of the library are built on the way.

Raw JSON is parsed straight into our own values, and sending uses the library's raw call: building its objects is two
thirds of a bare echo bot's time.
"""

from __future__ import annotations

import hashlib
import html
import json
import logging
from functools import lru_cache
from typing import Any

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.base import ParseError, SendError, SendUnknownError, storable
from bot.channels.telegram_request import NeverSentError, wait_of
from bot.store.rows import Outgoing, Update
from handlers.messages import Inbound, Kind
from handlers.rendering import Rendered, pieces
from handlers.secrets import blank_secrets

log = logging.getLogger("dakpath.telegram")

#: Update kinds that are asked for; all others never arrive.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_ENVELOPES = (*ALLOWED_UPDATES, "channel_post", "edited_channel_post")
_MEDIA = ("sticker", "voice", "video_note", "location", "contact", "photo", "document", "video", "audio")
#: Parts of an update that repeat an older message.
_QUOTED = ("reply_to_message", "message", "quote", "pinned_message")
_SAME = {"video_note": "video", "audio": "voice"}
_NO_PREVIEW = json.dumps({"is_disabled": True})
#: What the transport says of an answer that is no JSON.
_NO_JSON = "Invalid server response"
#: Method names are case-insensitive by the platform's own documentation; written so, the library's raw call does not
#: warn each time that it has a method of its own.
_SEND, _ANSWER = "sendmessage", "answercallbackquery"


class TelegramChannel:
    """One bot. `bot` is an initialized python-telegram-bot Bot on `AiohttpRequest`."""

    name = "telegram"

    def __init__(self, bot: Bot, bot_id: str) -> None:
        self._bot = bot
        self.bot_id = bot_id

    def envelope(self, raw: Any, body: str | None = None) -> Update:
        """Address an update for the inbox: its id, its chat, its body (as it came, where given) without secrets.

        A thing that is no update becomes a dead letter at once, under an id of its own content.
        """
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return self.unreadable(json.dumps(raw, ensure_ascii=False))
        blanked, changed = _blank(raw)
        if body is None or changed:
            body = storable(json.dumps(raw, ensure_ascii=False, separators=(",", ":")))
        chat = _chat(raw)
        external = str(raw["update_id"])
        if chat is None:
            return Update(self.name, self.bot_id, external, None, body, blanked, "no chat in it")
        return Update(self.name, self.bot_id, external, str(chat["id"]), body, blanked)

    def unreadable(self, text: str) -> Update:
        """A body that is no update; kept as a dead letter, once."""
        body, blanked = blank_secrets(storable(text[:20_000]))
        return Update(self.name, self.bot_id, f"unreadable:{hash_of(body)}", None, body, blanked, "no update")

    def parse(self, body: str, was_blanked: bool) -> Inbound | None:
        try:
            raw = json.loads(body)
            return _inbound(raw, was_blanked)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ParseError(type(error).__name__) from error

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        try:
            result = await self._bot.do_api_request(_SEND, api_kwargs={"chat_id": row.chat_id, **_message(rendered)})
        except TelegramError as error:
            raise _as_send_error(error) from error
        return str(result["message_id"]) if isinstance(result, dict) else None

    async def acknowledge_tap(self, query_id: str) -> None:
        """Stop the button's waiting sign; cosmetic, so a failure is nobody's loss."""
        try:
            await self._bot.do_api_request(_ANSWER, api_kwargs={"callback_query_id": query_id})
        except Exception as error:
            log.info("a tap could not be acknowledged (%s)", type(error).__name__)


def tap_id(raw: Any) -> str | None:
    """The id to acknowledge, where an update is a tapped button."""
    query = raw.get("callback_query") if isinstance(raw, dict) else None
    id_ = query.get("id") if isinstance(query, dict) else None
    return id_ if isinstance(id_, str) else None


@lru_cache(maxsize=1024)
def _message(rendered: Rendered) -> dict[str, str]:
    """What is the same for everybody who gets this reply; objects as JSON texts, which the platform takes as well."""
    values = {"text": to_html(rendered.text), "parse_mode": "HTML", "link_preview_options": _NO_PREVIEW}
    if rendered.choices:
        values["reply_markup"] = json.dumps({"inline_keyboard": keyboard(rendered.choices)}, ensure_ascii=False)
    return values


def to_html(text: str) -> str:
    """Escape everything; *bold* of the content becomes bold."""
    return "".join(f"<b>{html.escape(piece, False)}</b>" if is_bold else html.escape(piece, False)
                   for piece, is_bold in pieces(text))  # fmt: skip


def keyboard(choices: tuple[tuple[str, str], ...]) -> list[list[dict[str, str]]]:
    """Rows of two; the last of an odd number stands alone."""
    buttons = [{"text": label, "callback_data": data} for label, data in choices]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def hash_of(text: str) -> str:
    """A short stable name of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _blank(raw: dict[str, Any]) -> tuple[bool, bool]:
    """Blank secrets in every text of the update, in place.

    Return whether the person pasted one now, and whether anything was changed (a quoted message counts only there).
    """
    found = changed = False
    for kind in _ENVELOPES:
        message = raw.get(kind)
        if isinstance(message, dict):
            found = _blank_message(message) or found
            for part in map(message.get, _QUOTED):
                if isinstance(part, dict):
                    changed = _blank_message(part) or changed
    return found, found or changed


def _blank_message(message: dict[str, Any]) -> bool:
    found = False
    for name in ("text", "caption"):
        text = message.get(name)
        if isinstance(text, str):
            message[name], was_blanked = blank_secrets(text)
            found = found or was_blanked
    return found


def _chat(raw: dict[str, Any]) -> dict[str, Any] | None:
    for kind in _ENVELOPES:
        part = raw.get(kind)
        if not isinstance(part, dict):
            continue
        message = part.get("message") if kind == "callback_query" else part
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return chat
    return None


def _inbound(raw: dict[str, Any], was_blanked: bool) -> Inbound | None:
    chat = _chat(raw)
    if chat is None:
        return None
    if "my_chat_member" in raw:
        return _membership(raw["my_chat_member"], chat)
    if chat.get("type") != "private":
        is_message = "message" in raw
        return Inbound(Kind.GROUP) if is_message and chat.get("type") in ("group", "supergroup") else None
    if "callback_query" in raw:
        return Inbound(Kind.TAP, str(raw["callback_query"].get("data", "")))
    if "edited_message" in raw:
        return Inbound(Kind.EDITED, was_blanked=was_blanked)
    message = raw["message"]
    if isinstance(message.get("text"), str):
        return Inbound(Kind.TEXT, message["text"], was_blanked)
    kind = next((kind for kind in _MEDIA if kind in message), "other")
    return Inbound(Kind.UNSUPPORTED, _SAME.get(kind, kind), was_blanked)


def _membership(change: dict[str, Any], chat: dict[str, Any]) -> Inbound | None:
    if chat.get("type") != "private":
        return None
    status = change["new_chat_member"]["status"]
    return Inbound(Kind.BLOCKED if status in ("kicked", "left") else Kind.UNBLOCKED)


def _as_send_error(error: TelegramError) -> SendError | SendUnknownError:
    if isinstance(error, RetryAfter):
        return SendError("429", is_retryable=True, retry_after=wait_of(error))
    if isinstance(error, Forbidden):
        return SendError("403", is_blocked=True)
    if isinstance(error, NeverSentError):
        return SendError("not connected", is_retryable=True)
    if isinstance(error, (BadRequest, ChatMigrated, InvalidToken)):
        return SendError(type(error).__name__)
    was_cut = isinstance(error, NetworkError) and error.message.startswith(("connection lost", "Timed out"))
    if was_cut or error.message == _NO_JSON:  # a good status whose body cannot be read: most likely sent
        return SendUnknownError(type(error).__name__)
    return SendError(type(error).__name__, is_retryable=True)
