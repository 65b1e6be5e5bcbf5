"""The broadcasts' part of the store's interface: audiences counted, broadcasts frozen, fed, taken back, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.store.audience_statements import Condition
from bot.store.cast_rows import CastRow, Going, Stop
from bot.store.rows import Waiting
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast, Tally
from handlers.cell_step import CellScene, CellStep, Counted, NewList
from handlers.facts import Facts
from handlers.messages import Reply
from knowledge.catalogue import Language, TrainingYear
from reminders.cast_list import Recipient


class CastStore(Protocol):
    """Each call is one durable transaction; what only counts is done beside the writer, with what is durable then.

    Times are whole seconds since 1970; `day` is when India's day began.
    """

    async def cell_scene(self, address: int, cast: int) -> CellScene:
        """Load what an action of a cell at an address is decided from; without members where it is not theirs."""
        ...

    async def save_cell(self, scene: CellScene, step: CellStep, now: int, waiting: Waiting | None = None) -> int:
        """Save a step; `waiting`, the update it came from, is done by it. Return a new broadcast's or list's number."""
        ...

    async def count_audience(
        self, made: Condition, placeholders: Sequence[str], offices: int, fingerprint: str, since: int, day: int
    ) -> Counted:
        """Count an audience beside the writer; `alike` is the newest broadcast with that fingerprint since then."""
        ...

    async def sample_of(self, made: Condition, language: Language) -> tuple[Facts, Rostered] | None:
        """Return somebody of an audience who would get it, best one who reads that language."""
        ...

    async def missed_by(self, made: Condition, day: int) -> list[Recipient]:
        """Return who of an audience would not get it now, and why, by circle, division and office."""
        ...

    async def cast_outcomes(self, cast: int) -> list[Recipient]:
        """Return what became of everybody in a broadcast's audience."""
        ...

    async def cast(self, id_: int) -> tuple[Cast, Tally] | None: ...

    async def casts(self, circle: str | None, limit: int) -> list[Cast]:
        """Return the newest broadcasts of a circle (None: of all), newest first."""
        ...

    async def open_casts(self) -> list[Cast]:
        """Return those at work, or whose certificate was not given yet, the oldest first."""
        ...

    async def going_cast(self, cast: int) -> Going:
        """Return a broadcast with what became of whom so far, and what is shown of it."""
        ...

    async def freeze(self, cast: int, made: Condition, routes: Sequence[str], size: int, now: int) -> bool:
        """Write down who of the next `size` persons is in the audience; False once everybody is looked at.

        Nobody is looked at twice. `routes`: the bots (channel:bot) that send. Durable with the next call only, as
        `feed` is: after a power cut both are done again.
        """
        ...

    async def feed(self, window: int, now: int) -> int:
        """Begin what is due, and queue for each circle until `window` messages of it wait; return how many were."""
        ...

    async def settle_casts(self, held_seconds: int, limit: int, now: int) -> bool:
        """Release and give up who is held, finish what is cancelled, close what is done; True: there may be more."""
        ...

    async def show_cast(self, going: Going, reply: Reply, text: str, last: Reply | None, now: int) -> bool:
        """Say how far a broadcast is, by changing the message that says it; `last`, the certificate, is a new message.

        False where the message is still on its way: nothing is changed then.
        """
        ...

    async def stop_casts(self, circle: str, actor: str, now: int) -> bool:
        """Let nothing go to a circle ("": to anybody) until it is started again; False where it was so already."""
        ...

    async def start_casts(self, circle: str, actor: str, now: int) -> bool:
        """Take a kill switch back; False where it was not on."""
        ...

    async def keep_list(self, circle: str | None, wanted: NewList, actor: str, now: int) -> tuple[int, int]:
        """Keep people named by employee id, e-mail or mobile as a list; return its number and how many were found."""
        ...

    async def cast_stops(self) -> list[Stop]: ...

    async def cast_rows(self, rows: Sequence[int], years: Mapping[str, TrainingYear], day: int) -> list[CastRow]:
        """Return what of these outbox rows is a broadcast, with the person's facts of now."""
        ...
