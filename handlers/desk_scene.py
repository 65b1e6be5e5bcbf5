"""What a staff action, or a look at the clock, is decided from: loaded before, so that deciding is pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from handlers.messages import Reply
from handlers.ticket import Entry, Group, Member, Role, Ticket
from knowledge.catalogue import Language


class Invitation(Struct, frozen=True):
    """A one-time code that is still good: for a role, or for linking a group; `circle` None is central.

    `member`: the existing member whom the code signs in again at the desk page.
    """

    id: int
    kind: Literal["role", "group"]
    role: Role | None
    circle: str | None
    member: int | None = None


class Shown(Struct, frozen=True):
    """A ticket's newest card in a staff chat: its outbox row, its id at the platform ("": not sent yet), its words."""

    row: int
    message: str
    reply: Reply


class Wanted(Struct, frozen=True):
    """What to load for one thing that somebody did.

    `user` is the chat id of the sender's private chat, `ticket` the number that a button names, `answered` the
    platform's id of the message replied to, `message` of the message itself, `entry` the id of an entry of the ticket
    that is changed at the desk page, `code` a one-time code as typed.
    `moved_to` is the chat id that a group has from now on.
    """

    user: str
    ticket: int = 0
    answered: str = ""
    message: str = ""
    code: str = ""
    moved_to: str = ""
    entry: int = 0


class Scene(Struct, frozen=True):
    """The facts of one staff action.

    `address`/`person` are of the chat where it happened; `group` where that chat is a linked one. `members` are the
    active roles of whoever acts, `user` the address of their private chat (0: never wrote to the bot), `language`
    the one they chose. `ticket` is the one named or answered, `entries` its newest, oldest first; `entry` the one
    that `message` made earlier (an edit). `queue` are open tickets within the members' rights, and those that stand
    in `group`. `cards`: where the ticket's card stands, by address. `moved_to`: the address of the group's new
    chat. `is_page`: it happens at the desk page, not in a chat. `home`: where people find the bot on this platform,
    as a link.
    """

    address: int
    person: int
    user: int = 0
    group: Group | None = None
    members: tuple[Member, ...] = ()
    ticket: Ticket | None = None
    entries: tuple[Entry, ...] = ()
    entry: Entry | None = None
    queue: tuple[Ticket, ...] = ()
    groups: tuple[Group, ...] = ()
    staff: tuple[Member, ...] = ()
    invitation: Invitation | None = None
    language: Language = "en"
    moved_to: int = 0
    is_page: bool = False
    cards: Mapping[int, Shown] = field(default_factory=dict)
    home: str = ""


class Board(Struct, frozen=True):
    """What the clock's look decides from.

    `tickets` are those to be looked at now, `unposted` their entries that no staff chat has yet (of the person and of
    staff at another place), `edited` those changed after they were posted, `told` the newest entries, oldest first, of
    open and claimed ones. `busy`: posts of the last minute by address. `last_posts`: when the newest post
    of a ticket went out. A member of `staff` who cannot be written to has the address 0.
    """

    tickets: tuple[Ticket, ...]
    unposted: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)
    edited: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)
    told: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    staff: tuple[Member, ...] = ()
    busy: Mapping[int, int] = field(default_factory=dict)
    last_posts: Mapping[int, int] = field(default_factory=dict)
