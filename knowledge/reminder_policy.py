"""Who is reminded when, as data of a training year: milestones, reminder days, the window. Dates are the year's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum

from msgspec import Struct


class Needs(StrEnum):
    """What meets a milestone."""

    COURSES = "courses"  # so many courses of the person's list
    EVERY = "every"  # all of it
    ASSESSMENT = "assessment"  # the comprehensive assessment, passed


class Hour(StrEnum):
    """The part of the day in which a person wants reminders."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"


class Milestone(Struct, frozen=True):
    """Something to be met by a day; `courses` counts only where it needs `COURSES`."""

    id: str
    needs: Needs
    courses: int
    due: date


class ReminderPolicy(Struct, frozen=True):
    """The rules of one training year; times are India Standard Time.

    `milestones` are by date, then as the file lists them: bit n of a mask stands for the n-th. `days`: so many days
    before a milestone's date it is reminded of; those that are no working days move to the working day before, but for
    `fixed_days`. A message lists what is due within `ahead_days`. `opens`/`closes` is the window, `hours` from when in
    it a person who chose a part of the day is written to.
    """

    milestones: tuple[Milestone, ...]
    days: tuple[int, ...]
    fixed_days: frozenset[int]
    ahead_days: int
    opens: time
    closes: time
    hours: Mapping[Hour, time]
    snooze_days: int
    #: Finishing everything is congratulated while it is fewer days ago.
    congratulate_days: int
    #: A report takes back what the person said only if it was made so many days after it was said.
    report_days: int
