"""What the store takes and gives: values of the shell."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from msgspec import Struct

from bot.store.reply_json import reply_from_json
from handlers.effects import Effect, KeepForReview
from handlers.messages import Reply
from handlers.session import Person, Session
from handlers.ticket import Standing

_NOBODY = Standing()


class Update(Struct, frozen=True):
    """A raw update as it came: `external_id` is unique for the bot, `chat_id` None where it could not be read."""

    channel: str
    bot_id: str
    external_id: str
    chat_id: str | None
    body: str
    was_blanked: bool = False
    error: str | None = None  # a fault that makes it a dead letter at once


class Waiting(Struct, frozen=True):
    """A stored update whose turn it is, with the facts its step needs.

    `is_staff`: written in a linked group, or by somebody with a role. `has_facts`: more is known of the person's
    training than the profile (see `Store.facts`).
    """

    inbox_id: int
    channel: str
    bot_id: str
    body: str
    was_blanked: bool
    address_id: int
    person_id: int
    person: Person
    session: Session
    standing: Standing = _NOBODY
    is_staff: bool = False
    has_facts: bool = False


class Turn(Struct, frozen=True):
    """What became of one waiting update: to be saved in one transaction with all others of the batch.

    `error`: the update becomes a dead letter (its body stays for 30 days).
    """

    waiting: Waiting
    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    error: str | None = None


class Outgoing(Struct, frozen=True):
    """A claimed outbox row; `body` is the stored reply, `doubts`: how often its fate was unknown before.

    `edits`, `answers`: the platform's ids of the messages it replaces and replies to ("": none, or not known). `ticket`
    is the one that an answer to it belongs to (0: none). `lane`: 0 a reply, 1 bulk; `job`: what a bulk row was queued
    for (0: nothing in particular).
    """

    id: int
    address_id: int
    channel: str
    bot_id: str
    chat_id: str
    body: str
    attempts: int
    doubts: int
    edits: str = ""
    answers: str = ""
    ticket: int = 0
    lane: int = 0
    job: int = 0

    @property
    def is_bulk(self) -> bool:
        return self.lane != 0

    @property
    def route(self) -> str:
        return f"{self.channel}:{self.bot_id}"

    @property
    def reply(self) -> Reply:
        return reply_from_json(self.body)


class Post(Struct, frozen=True):
    """A bulk message to one address."""

    address_id: int
    reply: Reply


class BulkClaim(Struct, frozen=True):
    """How many bulk rows of a route (channel:bot) may be claimed; addresses in `resting` are left alone."""

    route: str
    limit: int
    resting: Collection[int] = ()


class Outcome(StrEnum):
    """What became of one attempt; the first five are final, the last two put the row back."""

    SENT = "sent"
    FAILED = "failed"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    DROPPED = "dropped"  # bulk only: the look before sending found that it should not go
    AGAIN = "again"  # surely not sent: tried again later
    DOUBTFUL = "doubtful"  # perhaps sent: a reply is tried once more, bulk is not


class Settled(Struct, frozen=True):
    """One attempt's outcome; `reason` of a dropped one. `becomes`: put as a reply to the same address with it."""

    row: Outgoing
    outcome: Outcome
    platform_id: str | None = None
    reason: str | None = None
    becomes: Reply | None = None


class ForReview(Struct, frozen=True):
    """A redacted text that waits for a decision. `times`: how often it was written; `kept_at`: the day's beginning."""

    id: int
    kept: KeepForReview
    kept_at: int
    times: int


class Recovered(Struct, frozen=True):
    """Rows that were in flight when the process before this one stopped."""

    sent_once_more: int
    given_up: int


class StepCount(Struct, frozen=True):
    """What happened at one step of a guided walk, over all days."""

    flow: str
    step: str
    shown: int
    solved: int
    unsolved: int
    left: int
    escalated: int
