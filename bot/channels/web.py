"""The local chat page: what the browser posts → Inbound, a reply → what the page draws.

A reply is "sent" when it stands in the store for the page to fetch: the page asks for all after the last one it has,
so a closed page, a reload or a restart loses nothing.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from bot.channels.base import ParseError, storable
from bot.store.rows import Outgoing, Update
from handlers.messages import Inbound, Kind
from handlers.rendering import Rendered, pieces
from handlers.secrets import blank_secrets
from handlers.ticket import Media, MediaKind

#: As Telegram's own limit for a message.
MOST_CHARACTERS = 4096


class WebChannel:
    """All browsers of the page; each session is a chat."""

    name = "web"
    bot_id = "page"
    is_fetched = True
    shares_contact = False
    home = ""

    def __init__(self) -> None:
        self._listening: dict[str, set[asyncio.Event]] = {}

    def envelope(self, chat_id: str, message: dict[str, Any]) -> Update:
        """Address what a page posted: {"id", "text"} or {"id", "action"}.

        Raises:
            ParseError: with the reason, for the page.
        """
        id_, text, action = _id(message.get("id")), message.get("text"), message.get("action")
        if isinstance(action, str) and text is None and len(action) <= 64:
            body, was_blanked = {"action": action}, False
        elif isinstance(text, str) and action is None:
            if not 0 < len(text) <= MOST_CHARACTERS:
                raise ParseError(f"text must have 1 to {MOST_CHARACTERS} characters")
            kept, was_blanked = blank_secrets(storable(text))
            body = {"text": kept}
        else:
            raise ParseError("either text or action is needed")
        return self._update(chat_id, id_, body, was_blanked)

    def file_envelope(self, chat_id: str, id_: object, caption: str) -> Callable[[Media], Update]:
        """Address a file that a page uploads: checked before the file is kept, made once it is.

        Raises:
            ParseError: with the reason, for the page.
        """
        name = _id(id_)
        if len(caption) > MOST_CHARACTERS:
            raise ParseError(f"the caption must have at most {MOST_CHARACTERS} characters")
        kept, was_blanked = blank_secrets(storable(caption))

        def made(media: Media) -> Update:
            body = {"media": [media.kind.value, media.ref, media.name], "caption": kept}
            return self._update(chat_id, name, body, was_blanked)

        return made

    def parse(self, body: str, was_blanked: bool) -> Inbound | None:
        try:
            values = json.loads(body)
            if "action" in values:
                return Inbound(Kind.TAP, values["action"])
            if "media" in values:
                kind, ref, name = values["media"]
                media = Media(MediaKind(kind), ref, name)
                return Inbound(Kind.UNSUPPORTED, kind, was_blanked, media=media, caption=values["caption"])
            return Inbound(Kind.TEXT, values["text"], was_blanked)
        except (ValueError, KeyError, TypeError) as error:
            raise ParseError(type(error).__name__) from error

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:  # noqa: ARG002 - drawn by the page
        """Nothing goes over a wire here; the open pages are woken once the outcome is stored."""
        asyncio.get_running_loop().call_soon(self._wake, row.chat_id)
        return None

    def _update(self, chat_id: str, id_: str, body: dict[str, Any], was_blanked: bool) -> Update:
        stored = storable(json.dumps(body, ensure_ascii=False))
        return Update(self.name, self.bot_id, f"{chat_id[:16]}:{id_}", chat_id, stored, was_blanked)

    def listen(self, chat_id: str) -> tuple[asyncio.Event, Callable[[], None]]:
        """Return an event that is set whenever the chat may have new replies, and how to stop listening."""
        event = asyncio.Event()
        self._listening.setdefault(chat_id, set()).add(event)

        def stop() -> None:
            events = self._listening.get(chat_id, set())
            events.discard(event)
            if not events:
                self._listening.pop(chat_id, None)

        return event, stop

    def wake_all(self) -> None:
        for events in self._listening.values():
            for event in events:
                event.set()

    def _wake(self, chat_id: str) -> None:
        for event in self._listening.get(chat_id, ()):
            event.set()


def _id(given: object) -> str:
    if not isinstance(given, str) or not re.fullmatch(r"[0-9A-Za-z-]{8,64}", given):
        raise ParseError("id must be a unique name of the message")
    return given


def to_parts(text: str) -> list[dict[str, str]]:
    """Text as the page draws it: text, bold and line breaks, nothing else."""
    parts: list[dict[str, str]] = []
    for index, row in enumerate(text.split("\n")):
        if index:
            parts.append({"t": "break"})
        parts += [{"t": "bold" if is_bold else "text", "v": piece} for piece, is_bold in pieces(row)]
    return parts
