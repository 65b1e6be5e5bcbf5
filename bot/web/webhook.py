"""Telegram's webhook: the update is durable before the answer is 200. Plain ASGI: it is the hottest path of all."""

from __future__ import annotations

import logging

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_parse import tap_id
from bot.inbox import Inbox
from bot.web.gate import App, Receive, Scope, Send, answer, is_secret, read_body
from knowledge.json_text import from_json, to_json

log = logging.getLogger("dakpath.webhook")

#: An update is a few kilobytes; the platform never sends more than this.
_MOST_BYTES = 1_000_000
_SECRET_HEADER = b"x-telegram-bot-api-secret-token"


def webhook(channel: TelegramChannel, inbox: Inbox, secret: str) -> App:
    """Build the application for the webhook's path."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            return await answer(send, 405)
        given = next((value for name, value in scope["headers"] if name == _SECRET_HEADER), None)
        if not is_secret(given, secret):
            return await answer(send, 403)
        body = await read_body(receive, _MOST_BYTES)
        if body is None:
            return await answer(send, 413)
        try:
            text = body.decode()
            raw = from_json(text)
            update = channel.envelope(raw, text)
        except (ValueError, RecursionError):
            raw, update = None, channel.unreadable(body.decode("utf-8", "replace"))
        try:
            await inbox.receive([update])
        except Exception:
            log.exception("an update could not be stored; the platform will send it again")
            return await answer(send, 503)
        return await answer(send, 200, _acknowledgement(raw), b"application/json")

    return app


def _acknowledgement(raw: object) -> bytes:
    """A tapped button is acknowledged in the answer itself: one request less."""
    tapped = tap_id(raw)
    if tapped is None:
        return b"{}"
    return to_json({"method": "answerCallbackQuery", "callback_query_id": tapped}).encode()
