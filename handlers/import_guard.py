"""What has to be asked before a file is taken in: it may be the wrong one, an old one, or a part of one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class Why(StrEnum):
    """Why it is asked."""

    MANY_MISSING = "many-missing"
    OTHER_CIRCLE = "other-circle"
    OLDER = "older"


class Question(Struct, frozen=True):
    """Something to confirm. `circle`: where; `many` of `all`: how many people (or rows) it is about."""

    why: Why
    circle: str = ""
    many: int = 0
    all: int = 0


class CircleCount(Struct, frozen=True):
    """A circle in the file: how many people of it are in it, were in the last report of this kind, and are not in this.

    `newest_before`: when the newest stored report of the kind was made (seconds since 1970, 0: there is none).
    """

    circle: str
    people: int
    was_there: int
    missing: int
    newest_before: int


class Asked(Struct, frozen=True):
    """What decides. `circle`: the uploader's (None: all); `refused`: rows of other circles; `taken`: good rows."""

    circle: str | None
    reported_at: int
    circles: Sequence[CircleCount]
    refused: int
    taken: int
    is_same_file: bool
    missing_percent: int


def questions(asked: Asked) -> list[Question]:
    """What to confirm, the gravest first; the same file again asks nothing."""
    if asked.is_same_file:
        return []
    found = []
    other = [one for one in asked.circles if asked.circle and one.circle != asked.circle]
    rows = asked.refused + sum(one.people for one in other)
    if asked.circle and rows > asked.taken - sum(one.people for one in other):
        found.append(Question(Why.OTHER_CIRCLE, asked.circle, rows, asked.refused + asked.taken))
    for one in asked.circles:
        if asked.reported_at < one.newest_before:
            found.append(Question(Why.OLDER, one.circle))
        elif one.missing * 100 > one.was_there * asked.missing_percent:
            found.append(Question(Why.MANY_MISSING, one.circle, one.missing, one.was_there))
    return found
