"""A broadcast of an iGOT Cell, its stages, and the certificate that says what became of everybody in its audience."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from knowledge.catalogue import Language


class Stage(StrEnum):
    """Where a broadcast is."""

    APPROVAL = "approval"  # another one must agree
    PLANNED = "planned"  # confirmed, its time has not come, or it is being frozen
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


#: Stages from which nothing has left yet.
NOT_BEGUN = (Stage.APPROVAL, Stage.PLANNED)


class Needs(StrEnum):
    """Why another one must agree before it goes."""

    NOTHING = ""
    SECOND = "second"  # many people
    ADMINISTRATOR = "administrator"  # a link to another host


class Cast(Struct, frozen=True):
    """A confirmed broadcast. `address` is where whoever made it is told; times are seconds since 1970 (0: not yet).

    `audience` is its typed form. `size`: how many are in the audience, known once `is_frozen`.
    """

    id: int
    member: int
    person: int
    address: int
    circle: str | None
    language: Language
    year: str
    audience: str
    text_en: str
    text_hi: str
    fingerprint: str
    stage: Stage
    needs: Needs = Needs.NOTHING
    send_at: int = 0
    confirmed_at: int = 0
    approved_by: int = 0
    started_at: int = 0
    ended_at: int = 0
    is_frozen: bool = False
    is_closed: bool = False
    size: int = 0

    def text_in(self, language: Language) -> tuple[str, Language]:
        """What somebody who reads that language gets, and in which language it is."""
        own, other = (self.text_hi, self.text_en) if language == "hi" else (self.text_en, self.text_hi)
        if own:
            return own, language
        return other, "en" if language == "hi" else "hi"


#: The parts of the certificate, in its order.
PARTS = (
    "sent", "failed", "blocked", "unknown", "no_channel", "opted_out", "daily_cap", "dropped", "cancelled", "held",
    "waiting",
)  # fmt: skip


class Tally(Struct, frozen=True):
    """What became of a broadcast's audience: how many are in which (state, reason)."""

    size: int
    is_frozen: bool
    counts: Mapping[tuple[str, str], int]

    def times(self, part: str) -> int:
        """How many are in one of `PARTS`."""
        also = "queued" if part == "waiting" else part
        return sum(times for (state, _), times in self.counts.items() if state in (part, also))

    @property
    def adds_up(self) -> bool:
        """Whether everybody of the audience is accounted for."""
        return self.size == sum(map(self.times, PARTS))

    @property
    def is_complete(self) -> bool:
        return self.is_frozen and self.adds_up and not self.times("held") and not self.times("waiting")

    @property
    def dropped(self) -> Mapping[str, int]:
        """Why people were dropped, with how many."""
        return {reason: times for (state, reason), times in self.counts.items() if state == "dropped" and times}
