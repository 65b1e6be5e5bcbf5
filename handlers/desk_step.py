"""What an action of the staff, or a look at the clock, changes: saved by the store in one transaction."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from handlers.messages import Reply
from handlers.ticket import By, Group, Media, Member, Role, Ticket
from knowledge.catalogue import Language


class Post(Struct, frozen=True):
    """A message to a person or a staff chat, by address; `ticket` maps answers to it back (0: to none).

    `carries`: entries that it delivers (of `DeskStep.entries`, as -1 - place; or ids of stored ones). `shows`: entries
    that it tells of among other things, so that they need no post of their own.
    """

    address: int
    reply: Reply
    ticket: int = 0
    carries: tuple[int, ...] = ()
    shows: tuple[int, ...] = ()


class NewEntry(Struct, frozen=True):
    """Something to be kept in a ticket."""

    ticket: int
    by: By
    text: str
    media: Media | None = None
    message: str = ""
    member: int | None = None


class Audit(Struct, frozen=True):
    """One staff action for the append-only table: no names, no words of messages."""

    actor: str  # "member:7", "command line", "clock", "person"
    action: str
    ticket: int = 0
    details: str = ""


class Grant(Struct, frozen=True):
    """A used invitation: the person becomes a member, or the chat a group, for a circle (None: central).

    `language` of a group: that of whoever links it.
    """

    invitation: int
    kind: Literal["role", "group"]
    role: Role | None
    circle: str | None
    language: Language | None = None


class ImportWish(Struct, frozen=True):
    """What a member wants of an import in their private chat: `what` is begin (of the file `ref`), apply, cancel or
    again (of the preview `ref`), waiting (say whether rows wait for a decision), clashes (show the first of them),
    same, two or later (of the row `ref`)."""

    member: Member
    address: int
    what: str
    language: Language
    ref: str = ""


class DeskStep(Struct, frozen=True):
    """`tickets` are saved as they stand here; `looks` says when each is looked at again (0: never).

    `edited`: entries whose words changed, by id. `moved`: a staff chat that got another address (old, new).
    `gone`: staff chats that the bot can no longer write to. `wish`: an import that begins or goes on behind it.
    """

    tickets: tuple[Ticket, ...] = ()
    looks: tuple[tuple[int, int], ...] = ()
    entries: tuple[NewEntry, ...] = ()
    edited: tuple[tuple[int, str], ...] = ()
    posts: tuple[Post, ...] = ()
    audits: tuple[Audit, ...] = ()
    grant: Grant | None = None
    moved: tuple[int, int] | None = None
    gone: tuple[Group, ...] = ()
    wish: ImportWish | None = None
