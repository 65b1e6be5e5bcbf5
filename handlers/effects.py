"""What a step wants changed beside its session; the store applies all of it in the step's own transaction."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from handlers.desk_step import NewEntry
from handlers.facts import Claim
from handlers.messages import Reply
from handlers.session import Person
from handlers.ticket import Ticket
from knowledge.normalise import MessageLanguage
from knowledge.reminder_policy import Hour

#: Why a text is kept: it was asked back, it was declined, its answer did not help.
Why = Literal["clarified", "declined", "not_helpful"]


class SaveProfile(Struct, frozen=True):
    """Keep what the person told, as a whole."""

    person: Person


class ForgetPerson(Struct, frozen=True):
    """Erase everything the person told or wrote; `keep_opt_out`: remember, as a keyed hash, not to write unasked."""

    keep_opt_out: bool


class MarkReachable(Struct, frozen=True):
    """Record whether the person can be written to at this address."""

    is_reachable: bool


class KeepForReview(Struct, frozen=True):
    """Keep a redacted text, without who wrote it, for somebody who improves the answers.

    `topic` is the one that was answered, `alternatives` the others it may have meant, best first.
    """

    text: str
    why: Why
    topic: str | None
    alternatives: tuple[str, ...]
    confidence: float
    language: MessageLanguage

    @property
    def nearest(self) -> str:
        """The topic that was answered, else the first that it may have meant; "" where none was recognised."""
        return self.topic or next(iter(self.alternatives), "")


class SaveTicket(Struct, frozen=True):
    """Keep a ticket as it stands here: a new one, or one that changed. The desk looks at it at once."""

    ticket: Ticket


class KeepEntry(Struct, frozen=True):
    """Add what the person wrote, or what happened, to a ticket."""

    entry: NewEntry


class EditEntry(Struct, frozen=True):
    """The person changed a message that a ticket holds: `message` is its id at the platform."""

    ticket: int
    message: str
    text: str


#: What happens at a step of a guided walk; reopened: "solved" was taken back.
Happened = Literal["shown", "solved", "reopened", "unsolved", "left", "escalated"]


class CountStep(Struct, frozen=True):
    """Count what happened at a step, for nobody in particular, so that a step that does not help is seen."""

    flow: str
    step: str
    what: Happened


class KeepClaims(Struct, frozen=True):
    """What the person says of one training year, by course key or what stands beside them (see `handlers.facts`).

    None: the person takes back what they said. Kept by `handlers.progress.merge` as source `SELF`, with the change.
    """

    year: str
    claims: tuple[tuple[str, Claim | None], ...]


class SetReminders(Struct, frozen=True):
    """When reminders come, as a whole; that they do not come at all is `Person.messages_off`."""

    snoozed_until: date | None
    hour: Hour | None


class NoteCircular(Struct, frozen=True):
    """The person was told of the circular on courses finished too fast: not again in this training year."""

    year: str
    on: date


class LinkPerson(Struct, frozen=True):
    """From now on the chat speaks for this person of the cell's list, with this profile; a code is used up by it.

    Whoever the chat spoke for and who is nobody of the list is merged into them: what was told, the request to the
    helpdesk, roles. `news`: what their other chats are told. `told_circle`: another one that the person had told.
    """

    employee: int
    profile: Person
    code: int
    way: Literal["contact", "code"]
    news: Reply
    told_circle: str | None = None


class SpeakFor(Struct, frozen=True):
    """The chat speaks for another one of those it was linked to; the talk begins anew."""

    employee: int


class UnlinkPerson(Struct, frozen=True):
    """The chat speaks for nobody of the list any more; what was told in it stays with it."""


class UnlinkOthers(Struct, frozen=True):
    """All other chats of the person speak for them no more, and are told so."""

    news: Reply


class CountTry(Struct, frozen=True):
    """A try to link failed; `named` is the employee id that was written, kept as a keyed hash ("": none was)."""

    named: str


class SettlePost(Struct, frozen=True):
    """The person's own word on the designation counts over what the report says now (`handlers.differing`)."""

    over: str


class CountReach(Struct, frozen=True):
    """Somebody came by a circle's link; `way`: the letter of it, `is_new`: for the first time."""

    circle: str
    way: str
    is_new: bool


Effect = (
    SaveProfile
    | ForgetPerson
    | MarkReachable
    | KeepForReview
    | CountStep
    | SaveTicket
    | KeepEntry
    | EditEntry
    | KeepClaims
    | SetReminders
    | NoteCircular
    | LinkPerson
    | SpeakFor
    | UnlinkPerson
    | UnlinkOthers
    | CountTry
    | SettlePost
    | CountReach
)
