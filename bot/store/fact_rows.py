"""What the store takes and gives of people's training: values of the shell."""

from __future__ import annotations

from msgspec import Struct

from handlers.facts import Claim, Facts
from knowledge.catalogue import Language

#: Claimed in place of a course's key: told of the circular on courses finished too fast.
CIRCULAR = "#circular"


class Known(Struct, frozen=True):
    """A person's facts of one year. `address`: where a reminder goes to (0: nowhere).

    `is_judged`: of the roster, or told something about themselves; nobody else is reminded, or rehearsed. `ticket`: the
    one with which a human owns the conversation (0: none does).
    """

    person: int
    address: int
    language: Language
    facts: Facts
    is_judged: bool = True
    ticket: int = 0


class Reported(Struct, frozen=True):
    """What a report says of one course, or of what else `handlers.facts` names, of a person in a year ("": of none).

    `attempts`: failed ones at the assessment.
    """

    person: int
    year: str
    course: str
    claim: Claim
    attempts: int | None = None


class Planned(Struct, frozen=True):
    """A course (its key) of the APAR plan that a report made at `at` shows for a person in a year."""

    person: int
    year: str
    course: str
    at: int
