"""Neutral messages: what came in and what goes out, without any platform's types."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from handlers.actions import Action, Verb
from handlers.ticket import Media
from knowledge.catalogue import Language

Param = str | int


class Kind(StrEnum):
    """What a person did."""

    TEXT = "text"
    TAP = "tap"
    UNSUPPORTED = "unsupported"  # sticker, voice, location, …: `text` names it
    CONTACT = "contact"  # a number that the platform vouches for as the sender's own: `text`, "" for any other card
    EDITED = "edited"  # new words of an older message, its attachment as it is now
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    REMOVED = "removed"  # the bot was removed from a group
    MOVED = "moved"  # a group got another chat id: `text`


class Inbound(Struct, frozen=True):
    """One thing that a person did; `was_blanked`: a password or OTP was removed from `text` before it was stored.

    `message` is the platform's id of the message, `answers` of the one it replies to, `query` of the tap (answered by a
    pop-up). `user` names the sender's private chat where `in_group`. `media` is an attachment.
    """

    kind: Kind
    text: str = ""
    was_blanked: bool = False
    message: str = ""
    answers: str = ""
    query: str = ""
    user: str = ""
    in_group: bool = False
    media: Media | None = None
    caption: str = ""


class Line(Struct, frozen=True):
    """A paragraph: a text key and its parameters, in a stable order."""

    key: str
    params: tuple[tuple[str, Param], ...] = ()


class Choice(Struct, frozen=True):
    """A button: its label and what it does."""

    label: Line
    verb: Verb
    argument: str = ""


class Reply(Struct, frozen=True):
    """What is said: paragraphs and choices of the talk's step `step`.

    `clears`: the person's data were erased, so a channel that keeps a transcript forgets what stands above.
    `media` is sent with the lines as its caption. `edits`: the outbox row whose message these lines replace, `answers`:
    the one that this is a reply to. `popup`: the tap that is answered by a note to the tapper alone.
    `keyboard`: "contact" asks for the person's own number, with the choices as words to type; "gone" takes that away
    again, and such a reply has no choices.
    """

    language: Language
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    step: int = 0
    clears: bool = False
    media: Media | None = None
    edits: int = 0
    answers: int = 0
    popup: str = ""
    keyboard: Literal["", "contact", "gone"] = ""

    def at_step(self, step: int) -> Reply:
        return self if step == self.step else replace(self, step=step)

    def action_of(self, choice: Choice) -> Action:
        return Action(self.step, choice.verb, choice.argument)


def line(key: str, **params: Param) -> Line:
    """Build a paragraph."""
    return Line(key, tuple(sorted(params.items()))) if params else _bare(key)


@lru_cache(maxsize=1024)
def _bare(key: str) -> Line:
    """Most labels have no parameters: one value for all their uses."""
    return Line(key)


def plain(text: str) -> Line:
    """A paragraph (or label) whose text is content itself, such as a designation's name."""
    return line("plain", text=text)
