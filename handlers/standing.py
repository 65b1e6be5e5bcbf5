"""Why a reminder goes or does not, and what of a person holds from day to day: the columns that the store keeps."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Reason(StrEnum):
    """Why a reminder goes or does not, in the order in which they are looked at."""

    LEFT = "left"
    EXCLUDED = "excluded"
    NO_DESIGNATION = "no_designation"
    UNDECIDED = "undecided"
    NO_CHANNEL = "no_channel"
    BLOCKED = "blocked"
    DONE = "done"
    NOT_DUE = "not_due"
    OPTED_OUT = "opted_out"
    SNOOZED = "snoozed"
    HUMAN_OWNED = "human_owned"
    DAILY_CAP = "daily_cap"
    QUIET = "quiet"
    DUE = "due"
    FINISHED = "finished"  # the congratulation


class Standing(Struct, frozen=True):
    """What the store keeps of each person and year, to choose a day's reminders by columns alone.

    `unmet`: bit n for the n-th milestone of the year's policy. `reason`: the first of the seven, from `LEFT` to `DONE`,
    that hold a reminder back on any day, None where none does. `calendar`: the circle with a calendar of its own, ""
    for the default. `finished_on`: the day of the last item of a person with nothing unmet, None where unknown. Kept
    anew when the person's facts change, and for everybody when the content does. `curriculum` and `is_verified` are
    what reports count by: the one whose courses the list is ("" where it is the plan itself, or there is none), the
    green tick (None: not known).
    """

    unmet: int
    reason: Reason | None
    calendar: str
    finished_on: date | None = None
    curriculum: str = ""
    is_verified: bool | None = None
