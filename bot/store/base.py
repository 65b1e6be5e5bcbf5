"""The store's interface, which every database behind it implements; one contract test-suite holds for all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.store.cast_base import CastStore
from bot.store.clashes import ClashStore
from bot.store.desk_base import DeskStore
from bot.store.link_base import LinkStore
from bot.store.reminder_base import ReminderStore
from bot.store.report_base import ReportStore
from bot.store.rows import (
    BulkClaim,
    ForReview,
    Outgoing,
    Post,
    Recovered,
    Settled,
    StepCount,
    Turn,
    Update,
    Waiting,
)
from handlers.messages import Reply


class Store(DeskStore, ReminderStore, LinkStore, CastStore, ReportStore, ClashStore, Protocol):
    """Each call is one durable transaction. Times are whole seconds since 1970."""

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def receive(self, updates: Sequence[Update], now: int) -> int:
        """Keep raw updates, once each; return how many were new."""
        ...

    async def next_turn(self, limit: int) -> list[Waiting]:
        """Return the oldest waiting update of each of up to `limit` different persons, with their facts."""
        ...

    async def save_turn(self, turns: Sequence[Turn], now: int) -> None:
        """Save sessions, effects and replies, erase the bodies: all or nothing.

        Where a person is forgotten, their tickets are closed and lose their words too; the words are gone from the
        database's working files as well when this returns.
        """
        ...

    async def put_bulk(self, posts: Sequence[Post], now: int, job_id: int | None = None, priority: int = 0) -> int:
        """Queue bulk messages of a job, the lowest priority first and jobs of one in turns; return how many."""
        ...

    async def settle(
        self, settled: Sequence[Settled], now: int, limit: int, paused: Collection[str], resting: Collection[int],
        bulk: Sequence[BulkClaim] = (),
    ) -> list[Outgoing]:  # fmt: skip
        """Record outcomes and claim up to `limit` replies, the oldest open one of each address, and bulk messages.

        Where a chat is blocked, the clock looks at once at the tickets of the person, or those of the staff chat.

        Addresses in `resting` and bots in `paused` are left alone.
        """
        ...

    async def recover(self, now: int) -> Recovered:
        """Take back rows that were in flight at the last stop: each time to be sent again, at most three times.

        A reply that is in flight at yet another stop is given up as unknown, a bulk message at once.
        """
        ...

    async def replies_after(self, channel: str, bot_id: str, chat_id: str, after: int) -> list[tuple[int, int, Reply]]:
        """Return the replies to one chat with a higher id: (id, created_at, reply)."""
        ...

    async def standing(self, channel: str, bot_id: str, chat_id: str) -> tuple[bool, int]:
        """Return whether the chat ever wrote, and the id of its last reply (0: none)."""
        ...

    async def undecided(self, limit: int) -> list[ForReview]:
        """Return the texts kept for review that nobody has decided on, the oldest first, equal ones together."""
        ...

    async def decide(self, id_: int, topics: Sequence[str], now: int, *, is_dropped: bool = False) -> int:
        """Assign topics to a text and its equals, or drop them, which erases the words; return how many there were."""
        ...

    async def purge(self, now: int) -> int:
        """Erase what is old.

        Ids of updates after 14 days, dead letters and settled replies after 30, texts kept for review and useless
        invitations after 90. Of closed tickets attachments after 30, all after 180 or what is set; what was sent for
        others stays.
        """
        ...

    async def tidy(self) -> None:
        """Empty the database's working files: erased words stand in them until then."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Return how many updates and replies are in which state."""
        ...

    async def step_counts(self) -> list[StepCount]:
        """Return what happened at every step of the guided walks, by flow, the most shown steps first."""
        ...
