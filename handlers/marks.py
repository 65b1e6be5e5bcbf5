"""What is about to be noted as done, or was noted last: kept in the session while the person decides."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from handlers.facts import FAILED
from handlers.session import Session


class Stage(StrEnum):
    """How far the noting is."""

    WAIT = "wait"  # the post is asked first
    YEAR = "year"  # which training year is asked
    ASK = "ask"  # yes or no is asked
    PICK = "pick"  # a list stands there to tap
    TAKE = "take"  # a list of what can be taken back
    NOTED = "noted"  # done: it can be taken back


class Marks(Struct, frozen=True):
    """`keys` as in `handlers.facts`, `ALL` in their place for all that is left; `year`: a training year's id, or ""."""

    stage: Stage
    keys: tuple[str, ...] = ()
    year: str = ""

    def packed(self) -> tuple[str, ...]:
        """As the session keeps it."""
        return (self.stage.value, self.year, *self.keys)


#: All that is left of the person's list, which may not be known yet.
ALL = "*"


class Failed(Struct, frozen=True):
    """So many failed attempts at the assessment up to now, where `before` were known."""

    times: int
    before: int

    @property
    def key(self) -> str:
        """As it stands among the keys of `Marks`."""
        return f"{FAILED}.{self.times}.{self.before}"


def failed_of(key: str) -> Failed | None:
    """Read `Failed.key`; None for any other key."""
    kind, *numbers = key.split(".")
    if kind != FAILED or len(numbers) != 2 or not all(map(str.isdecimal, numbers)):
        return None
    return Failed(*map(int, numbers))


def marks_of(session: Session) -> Marks | None:
    """What the session keeps; None for nothing, or for what no version wrote."""
    if len(session.marks) < 2:
        return None
    stage, year, *keys = session.marks
    known = next((one for one in Stage if one == stage), None)
    return Marks(known, tuple(keys), year) if known else None
