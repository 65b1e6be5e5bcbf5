"""Which of two sources counts for a course, the assessment, the verification: nothing is overwritten, all is derived.

A report takes back what the person said only if it was generated long enough after it was said (`report_days`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reminders.facts import Claim, Claims, Source, State

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts: `source` is None where nobody says anything.

    `is_unconfirmed`: the person told it and no report shows it yet. `taken_back_at`: when the report was generated that
    does not show what the person told; None where none takes anything back.
    """

    state: State
    on: date | None = None
    source: Source | None = None
    is_unconfirmed: bool = False
    taken_back_at: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something that counts differently now: kept with its time (`at`, seconds) and source, never undone silently."""

    course: str
    before: State
    after: State
    source: Source
    at: int
    is_taken_back: bool = False


def standing_of(claims: Claims, report_days: int) -> Standing:
    """What counts of a course in one training year."""
    raise NotImplementedError


def merge(
    course: str, claims: Claims, source: Source, claim: Claim | None, report_days: int, at: int
) -> tuple[Claims, Change | None]:
    """Take in what a source says now (None: the person takes back what they said); the change of what counts, if any."""
    raise NotImplementedError
