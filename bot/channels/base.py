"""What every channel can do, and how its sending fails."""

from __future__ import annotations

from typing import Protocol

from bot.store.rows import Outgoing, Update
from handlers.messages import Inbound
from handlers.rendering import Rendered


class ParseError(Exception):
    """A stored update that this channel cannot read: a dead letter."""


class SendError(Exception):
    """A message was surely not sent. `is_retryable`: later it may be.

    `retry_after`: seconds the platform asks for; the whole bot is silent so long, or only the chat where
    `is_chats_wait`. `is_blocked`: the person does not want to be written to. `news`: what the refusal tells of the chat
    (it moved, the bot was removed), as the update that would have told it.
    """

    def __init__(
        self,
        reason: str,
        *,
        is_retryable: bool = False,
        retry_after: float | None = None,
        is_chats_wait: bool = False,
        is_blocked: bool = False,
        news: Update | None = None,
    ) -> None:
        super().__init__(reason)
        self.is_retryable = is_retryable
        self.retry_after = retry_after
        self.is_chats_wait = is_chats_wait
        self.is_blocked = is_blocked
        self.news = news


class FetchError(Exception):
    """An attachment cannot be had: gone, too big for the platform, or the platform does not answer now."""


class SendUnknownError(Exception):
    """The connection was lost after the request left: perhaps sent, perhaps not."""


def storable(text: str) -> str:
    """The text without what no database keeps: halves of characters, and the character NUL."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


class Channel(Protocol):
    """One platform with one bot on it. `is_fetched`: people fetch replies from the store, nothing goes over a wire."""

    name: str
    bot_id: str
    is_fetched: bool
    #: Whether a person's own number can be asked for, which the platform vouches for.
    shares_contact: bool

    @property
    def home(self) -> str:
        """Where people find the bot on this platform, as a link; "" where it is not known (yet), or nowhere."""
        ...

    def parse(self, body: str, was_blanked: bool) -> Inbound | None:
        """Read a stored update; None: nothing to react to.

        Raises:
            ParseError: it is not what this platform sends.
        """
        ...

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        """Send one reply and return the platform's id of it.

        Raises:
            SendError: surely not sent.
            SendUnknownError: perhaps sent.
        """
        ...
