"""What the store takes and gives of a day's reminders: values of the shell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from bot.store.fact_rows import Known
from handlers.audience_who import Seen
from handlers.standing import Standing

#: What becomes of somebody who was chosen; `later` and `waiting` are both still to come.
STATES = ("sent", "failed", "blocked", "unknown", "dropped", "missed", "held", "waiting")


class Job(Struct, frozen=True):
    """A training year's reminders of one day. `is_chosen`: everybody is judged; `is_closed`: nothing more comes."""

    id: int
    year: str
    day: date
    is_chosen: bool
    is_closed: bool


class Stale(Struct, frozen=True):
    """Persons whose standings are to be found anew.

    `marks` say so of single ones; where `sweeps`, everybody up to here is looked at because the content is another,
    and `next_person` is where that goes on (None: it is done).
    """

    persons: Sequence[int]
    marks: Sequence[int]
    sweeps: bool = False
    next_person: int | None = None


class Stood(Struct, frozen=True):
    """What stands of a person in a year; None: nobody who is judged. `address`: where a reminder goes (0: nowhere).

    `seen`: as an audience sees them.
    """

    year: str
    person: int
    address: int
    standing: Standing | None
    seen: Seen | None = None


class Batch(Struct, frozen=True):
    """The `size` persons after number `after` who are put off.

    `is_other_hour`: a part of the day has begun since all of them were looked at last; else only those can go on now
    whom a human had owned.
    """

    after: int
    size: int
    is_other_hour: bool = True


class Queued(Struct, frozen=True):
    """A reminder in the outbox (`row`), looked at again before it is sent. `reason` None: it is nobody's any more."""

    row: int
    year: str
    day: date
    reason: str | None
    known: Known | None


class Outcomes(Struct, frozen=True):
    """What became of a day's reminders of a year: how often each (state, reason) is there.

    `chosen` was counted when they were chosen; `in_outbox` are the messages that are not settled.
    """

    year: str
    chosen: int
    is_chosen: bool
    counts: Mapping[tuple[str, str], int]
    in_outbox: int

    def times(self, state: str) -> int:
        """How many of the chosen are in this one of `STATES`."""
        also = "later" if state == "waiting" else state
        return sum(times for (kept, _), times in self.counts.items() if kept in (state, also))

    @property
    def adds_up(self) -> bool:
        """Whether everybody chosen is accounted for, and what waits is what the outbox holds."""
        queued = sum(times for (kept, _), times in self.counts.items() if kept == "waiting")
        return self.chosen == sum(map(self.times, STATES)) and queued == self.in_outbox

    @property
    def is_complete(self) -> bool:
        return self.is_chosen and self.adds_up and not self.times("held") and not self.times("waiting")


class Listed(Struct, frozen=True):
    """Somebody who is judged. `key`: how people name them; `circle`: the report's, else the told one."""

    person: int
    key: str
    circle: str | None
