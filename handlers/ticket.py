"""Tickets, who works on them and where: the values of the hand-over from the bot to people.

A conversation belongs to the bot until a helpdesk member claims its ticket, and again after the ticket is closed.
Times are whole seconds since 1970.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from knowledge.catalogue import Language


class Role(StrEnum):
    """What a member of the staff may do, each for one circle or centrally."""

    ADMINISTRATOR = "administrator"
    CELL = "cell"
    HELPDESK = "helpdesk"


class State(StrEnum):
    """Whose the conversation is: `OPEN` waits in the queue (the bot still answers), `CLAIMED` is a human's."""

    OPEN = "open"
    CLAIMED = "claimed"
    CLOSED = "closed"


class Level(StrEnum):
    """Who is asked to claim an open ticket; the next one when nobody does."""

    CIRCLE = "circle"
    ADMINISTRATOR = "administrator"
    CENTRAL = "central"


class By(StrEnum):
    """Who wrote an entry; a `NOTE` is never shown to the person, `SYSTEM` says what happened."""

    PERSON = "person"
    STAFF = "staff"
    NOTE = "note"
    SYSTEM = "system"


class MediaKind(StrEnum):
    """Attachments that are relayed."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO = "video"


class Media(Struct, frozen=True):
    """An attachment: `ref` is the platform's file id, `page:<number>` of an upload kept in the store,
    or `make:…` of what is made when it is sent (see `handlers.made`).
    """

    kind: MediaKind
    ref: str
    name: str = ""


class Member(Struct, frozen=True):
    """A person in a role: `circle` None is central, `address` where they are written to in private."""

    id: int
    person: int
    role: Role
    circle: str | None
    address: int
    language: Language = "en"


class Group(Struct, frozen=True):
    """A linked chat of a circle's staff (`circle` None: the central one) in its language."""

    address: int
    circle: str | None
    language: Language = "en"


class Ticket(Struct, frozen=True):
    """One request for a human, with everything already told.

    `address` is the person's; `home` the staff chat where its card stands (0: none, only the desk page shows it).
    `path` are the steps walked, each "flow/step" or "flow/step=choice"; `evidence` (question id, answer).
    `opened_at` of the first opening, `queued_at` since when it waits for a claim at its level; 0 where never.
    `person_wrote_at` is, once claimed, when the person wrote first after the staff's last answer; who wrote last is
    told by the later one of the two moments, which are never the same but where the staff did.
    `alerts` counts what was alerted since `queued_at` or `person_wrote_at`.
    """

    id: int
    person: int
    address: int
    circle: str | None
    language: Language
    designation: str | None
    topics: tuple[str, ...]
    path: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    state: State
    level: Level
    opened_at: int
    queued_at: int
    claimed_by: int | None = None
    claimed_at: int = 0
    person_wrote_at: int = 0
    staff_wrote_at: int = 0
    first_answer_at: int = 0
    closed_at: int = 0
    solved: bool | None = None
    home: int = 0
    alerts: int = 0
    is_reachable: bool = True
    is_told_unreachable: bool = False

    @property
    def desk(self) -> str | None:
        """Whose turn it is: the circle's desk, or (None) the central one."""
        return None if self.level is Level.CENTRAL else self.circle

    @property
    def is_owned(self) -> bool:
        """Whether a human owns the conversation: the bot is silent but for relaying."""
        return self.state is State.CLAIMED


class Entry(Struct, frozen=True):
    """Something written in a ticket: `message` is its id at the author's platform, `post` the outbox row of it."""

    id: int
    ticket: int
    at: int
    by: By
    text: str
    media: Media | None = None
    message: str = ""
    member: int | None = None
    post: int | None = None


class Standing(Struct, frozen=True):
    """What the desk knows of one person: the ticket that is open, claimed or was closed last; where staff is.

    `staffed` are the circles with somebody of the helpdesk; None stands for the central one.
    """

    ticket: Ticket | None = None
    staffed: frozenset[str | None] = frozenset()
