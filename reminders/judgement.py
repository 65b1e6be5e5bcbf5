"""What was decided about a person on a day: the values of `judge`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from handlers.standing import Reason

Decision = Literal["send", "skip"]


class Judgement(Struct, frozen=True):
    """One person on one day; the fields up to `assessment_passed` are those of a rehearsal's line.

    `verify_first`: not verified and nothing completed, so the profile comes first. `is_last_day`: of an unmet
    milestone. `tells_owner`: the human who owns the conversation is told before it is sent.
    """

    decision: Decision
    reason: Reason
    milestones: tuple[str, ...]
    completed: int
    remaining: tuple[str, ...]
    extra: tuple[str, ...]
    assessment_passed: bool
    verify_first: bool = False
    is_last_day: bool = False
    tells_owner: bool = False
