"""Telegram: a bot's updates in, its replies out. No objects of the library are built on the way.

Raw JSON is parsed straight into our own values (`telegram_parse`), a reply becomes plain calls (`telegram_send`) that
the library makes raw: building its objects is two thirds of a bare echo bot's time.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.base import FetchError, ParseError, SendError, SendUnknownError, storable
from bot.channels.telegram_parse import blank, chat_of, inbound_of, moved_update, removed_update
from bot.channels.telegram_request import AiohttpRequest, NeverSentError, wait_of
from bot.channels.telegram_send import ANSWER, SEND, Call, answering, calls_of, edit_of, file_id, popup_of
from bot.store.addresses import Key
from bot.store.rows import Outgoing, Update
from handlers.made import is_made
from handlers.messages import Inbound
from handlers.rendering import Rendered
from handlers.secrets import blank_secrets
from knowledge.json_text import from_json, to_json

log = logging.getLogger("dakpath.telegram")

#: Gives the bytes of an upload that the store keeps (`page:…`), or of a file that is made for the chat with that key
#: (`make:…`); None where there are none any more.
Attachment = Callable[[str, Key], Awaitable[bytes | None]]

#: What the transport says of an answer that is no JSON.
_NO_JSON = "Invalid server response"
#: Seconds for what carries a file.
_UPLOAD_TIME = 60.0
#: The platform's words for edits that need another way, or none.
_SAME_WORDS, _NO_TEXT = "message is not modified", "there is no text in the message"
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
#: The platform's words where a group is there no more, or the bot may not write in it.
_SHUT = ("chat not found", "chat_write_forbidden", "no rights to send", "not enough rights to send text")
#: How often a row waits for its chat's new id.
_MOST_MOVES = 10


class TelegramChannel:
    """One bot. `bot` is an initialized python-telegram-bot Bot on `AiohttpRequest`.

    `pays_for_bulk`: bulk messages go as a paid broadcast.
    """

    name = "telegram"
    is_fetched = False
    shares_contact = True

    def __init__(self, bot: Bot, bot_id: str, attachment: Attachment, *, pays_for_bulk: bool = False) -> None:
        self._bot = bot
        self.bot_id = bot_id
        self._pays_for_bulk = pays_for_bulk
        self._attachment = attachment
        self._name = ""

    @property
    def home(self) -> str:
        """The bot's address for people, known once the platform told its name."""
        return f"https://t.me/{self._name}" if self._name else ""

    def named(self, name: str) -> None:
        """Keep the bot's name at the platform."""
        self._name = name

    def envelope(self, raw: Any, body: str | None = None) -> Update:
        """Address an update for the inbox: its id, its chat, its body (as it came, where given) without secrets.

        A thing that is no update becomes a dead letter at once, under an id of its own content.
        """
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return self.unreadable(to_json(raw))
        blanked, changed = blank(raw)
        if body is None or changed:
            body = storable(to_json(raw))
        chat = chat_of(raw)
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
            return inbound_of(from_json(body), was_blanked)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ParseError(type(error).__name__) from error

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        """Send, edit, or answer a tap; the ids of several messages stand with a space between them."""
        try:
            if rendered.popup:
                call = popup_of(rendered)
                await self._bot.do_api_request(call.method, api_kwargs=call.values)
                return None
            if row.edits and await self._edit(row, rendered):
                return row.edits
            return await self._say(row, rendered)
        except TelegramError as error:
            raise self._as_send_error(row, error) from error

    async def fetch(self, ref: str) -> AsyncIterator[bytes]:
        """Give the bytes of an attachment that somebody sent, piece by piece; the platform gives at most 20 MB.

        Raises:
            FetchError: before the first piece where the platform does not give it, or when the connection breaks.
        """
        request = self._bot.request
        assert isinstance(request, AiohttpRequest)
        try:
            found = await self._bot.do_api_request("getfile", api_kwargs={"file_id": file_id(ref)})
            async for piece in request.pieces(f"{self._bot.base_file_url}/{found['file_path']}"):
                yield piece
        except (TelegramError, KeyError, TypeError) as error:
            raise FetchError(type(error).__name__) from error

    async def acknowledge_tap(self, query_id: str) -> None:
        """Stop the button's waiting sign; cosmetic, so a failure is nobody's loss."""
        try:
            await self._bot.do_api_request(ANSWER, api_kwargs={"callback_query_id": query_id})
        except Exception as error:
            log.info("a tap could not be acknowledged (%s)", type(error).__name__)

    async def _say(self, row: Outgoing, rendered: Rendered) -> str | None:
        """Send its messages, the first one as an answer where it is one, or where an edit of that one was not taken."""
        ids: list[str] = []
        answered = row.answers or row.edits
        for call in calls_of(rendered):
            values: dict[str, Any] = {"chat_id": row.chat_id, **call.values}
            if row.is_bulk and self._pays_for_bulk:
                values["allow_paid_broadcast"] = True
            if answered and not ids:
                values |= answering(answered.split()[0])
            result = await self._make(call, values)
            if not isinstance(result, dict):
                return None
            ids.append(str(result["message_id"]))
        return " ".join(ids)

    async def _edit(self, row: Outgoing, rendered: Rendered) -> bool:
        """Replace the words of a message sent before; False where that cannot be, so that they are said anew."""
        if " " in row.edits:
            return False
        for is_caption in (rendered.media is not None, True):
            call = edit_of(rendered, is_caption)
            if call is None:
                return False
            try:
                values = {"chat_id": row.chat_id, "message_id": row.edits, **call.values}
                await self._make(call, values)
                return True
            except BadRequest as error:
                said = error.message.lower()
                if _SAME_WORDS in said:
                    return True
                if any(words in said for words in _GONE):
                    return False
                if is_caption or _NO_TEXT not in said:
                    raise
        return False

    async def _make(self, call: Call, values: dict[str, Any]) -> Any:
        if not call.file:
            request = self._bot.request
            assert isinstance(request, AiohttpRequest)
            return await request.call(f"{self._bot.base_url}/{call.method}", values)
        data = await self._attachment(call.upload, (self.name, self.bot_id, str(values["chat_id"])))
        if data is None:
            return await self._without_file(call, values)
        file = InputFile(data, filename=_file_name(call.name) or call.file)
        try:
            return await self._upload(call.method, {**values, call.file: file})
        except BadRequest:
            if call.file != "photo":
                raise
        return await self._upload("senddocument", {**values, "document": file})  # too long, too wide, no picture at all

    async def _without_file(self, call: Call, values: dict[str, Any]) -> Any:
        """Say at least the words of a file that could not be made; an upload that is erased was the message itself."""
        if not is_made(call.upload) or "caption" not in values:
            raise SendError("there is no such file any more")
        said = {name: value for name, value in values.items() if name != "caption"}
        return await self._bot.do_api_request(SEND, api_kwargs={**said, "text": values["caption"]})

    async def _upload(self, method: str, values: dict[str, Any]) -> Any:
        return await self._bot.do_api_request(
            method, api_kwargs=values, read_timeout=_UPLOAD_TIME, write_timeout=_UPLOAD_TIME
        )

    def _as_send_error(self, row: Outgoing, error: TelegramError) -> SendError | SendUnknownError:
        in_group = row.chat_id.startswith("-")
        if isinstance(error, ChatMigrated):
            news = self._news(row, moved_update(row.chat_id, str(error.new_chat_id)))
            return SendError("moved", is_retryable=row.attempts < _MOST_MOVES, news=news)
        if isinstance(error, RetryAfter):
            return SendError("429", is_retryable=True, retry_after=wait_of(error), is_chats_wait=in_group)
        if isinstance(error, Forbidden) or (in_group and _is_shut(error)):
            removed = self._news(row, removed_update(row.chat_id)) if in_group else None
            return SendError("403", is_blocked=True, news=removed)
        return _as_send_error(error)

    def _news(self, row: Outgoing, raw: dict[str, Any]) -> Update:
        """What a refusal tells of the chat, as an update of its own."""
        external = f"refused:{row.id}:{row.attempts}"
        return Update(self.name, self.bot_id, external, row.chat_id, to_json(raw))


def hash_of(text: str) -> str:
    """A short stable name of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _file_name(name: str) -> str:
    """A file's name without what has a meaning in the request or in a path."""
    return "".join(sign for sign in name if sign.isprintable() and sign not in '"\\/')


def _is_shut(error: TelegramError) -> bool:
    """Whether the platform lets the bot write no more in this group."""
    return isinstance(error, BadRequest) and any(words in error.message.lower() for words in _SHUT)


def _as_send_error(error: TelegramError) -> SendError | SendUnknownError:
    if isinstance(error, NeverSentError):
        return SendError("not connected", is_retryable=True)
    if isinstance(error, (BadRequest, InvalidToken)):
        return SendError(type(error).__name__)
    was_cut = isinstance(error, NetworkError) and error.message.startswith(("connection lost", "Timed out"))
    if was_cut or error.message == _NO_JSON:  # a good status whose body cannot be read: most likely sent
        return SendUnknownError(type(error).__name__)
    return SendError(type(error).__name__, is_retryable=True)
