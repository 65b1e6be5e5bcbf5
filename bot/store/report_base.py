"""The reports' part of the store's interface: where the circles stand, by week, and who was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from bot.store.addresses import Key
from bot.store.fact_rows import Known
from bot.store.reminder_rows import Stood
from bot.store.rows import ForReview
from handlers.messages import Reply
from handlers.ticket import Member
from knowledge.catalogue import TrainingYear
from reminders.figures import Figures, Span, Week
from reminders.report_lists import Call, Topic
from reminders.troubles import Trouble


class ReportStore(Protocol):
    """Each call is one transaction. What only reads and takes long runs beside the others, which do not wait for it."""

    async def figures(self, span: Span, content: str) -> Figures:
        """Return where a circle stands, or all of them; `content`: what standings have to be found with."""
        ...

    async def find_standings(
        self, content: str, years: Sequence[TrainingYear], find: Callable[[Known, TrainingYear], Stood], limit: int
    ) -> int:
        """Find the standings of up to `limit` persons that are those of before; return how many (0: none is left).

        Nothing is judged anew by them: that is left to the next look for reminders.
        """
        ...

    async def calls(self, span: Span) -> list[Call]:
        """Return who is behind with what is over or near, and cannot be written to; by circle, division and office."""
        ...

    async def unanswered(self) -> list[ForReview]:
        """Return the texts kept for review that nobody has decided on, those written most often first."""
        ...

    async def unanswered_of(self, circle: str) -> list[Topic]:
        """Return of which topics questions of a circle were not answered, those most often first."""
        ...

    async def steps(self, monday: date) -> list[Trouble]:
        """Return what did not help at the steps of the guided walks in the two weeks before a week begins."""
        ...

    async def has_week(self, year: str, monday: date) -> bool:
        """Return whether a week's figures are kept."""
        ...

    async def keep_weeks(self, year: str, monday: date, weeks: Sequence[Week]) -> None:
        """Keep a week's figures, unless they are kept already."""
        ...

    async def to_tell(self, monday: date, since: int) -> list[Member]:
        """Return members of the cells since before a moment who got no digest this week and can be written to."""
        ...

    async def tell(self, monday: date, member: Member, reply: Reply, now: int) -> bool:
        """Queue a member's digest, as a bulk message, which is never sent again in doubt; False where it was before."""
        ...

    async def members_at(self, key: Key) -> list[Member]:
        """Return the roles of a chat's person; none for an unknown chat, and for a linked group."""
        ...
