"""How far somebody is in a training year, as one value: what the progress card and the calendar file are made from.

`reminders/card_picture` draws it, `reminders/calendar_file` writes the dates. Only what is known goes in: a course of
which nothing is known is not completed, an assessment of which nothing is known is not passed.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from knowledge.catalogue import TrainingYear


class Standing(StrEnum):
    """How a goal stands on a day."""

    MET = "met"
    AHEAD = "ahead"
    TODAY = "today"  # not met, and this is the last day
    OVER = "over"  # not met, and its day is past


class Goal(Struct, frozen=True):
    """So many courses of the person's list by that day; `id` is the phase's, whose last one asks for the whole list."""

    id: str
    due: date
    courses: int


class Exam(Struct, frozen=True):
    """The comprehensive assessment: passed or not, and how many of its attempts failed."""

    due: date
    attempts: int
    is_passed: bool = False
    failed: int = 0


class Card(Struct, frozen=True):
    """One person's training year on the day `today`.

    `total` and `completed` count the courses of the person's list, `left` are the titles of the others in the list's
    order, `floor` is how many make the minimum of `floor_percent`. `goals` are in the order of their dates. Of `login`,
    `verified` (green tick) and `mapped` (own MDO), None is: not known. `told` counts the completed courses that the
    person told and no report shows yet. `extra` are titles of unfinished syllabus courses outside the list. `minutes`
    is the published length of what is left, `unpublished` how many courses of `left` have none.
    """

    year: str
    today: date
    total: int
    completed: int
    floor: int
    floor_percent: int
    goals: tuple[Goal, ...]
    exam: Exam
    left: tuple[str, ...] = ()
    login: bool | None = None
    verified: bool | None = None
    mapped: bool | None = None
    told: int = 0
    extra: tuple[str, ...] = ()
    minutes: int = 0
    unpublished: int = 0

    def is_met(self, goal: Goal) -> bool:
        return self.completed >= goal.courses

    def standing_of(self, goal: Goal) -> Standing:
        return _standing(self.is_met(goal), goal.due, self.today)

    @property
    def exam_standing(self) -> Standing:
        return _standing(self.exam.is_passed, self.exam.due, self.today)


def blank_card(year: TrainingYear, today: date) -> Card:
    """The card of somebody of whom nothing is known but the year: its dates, nothing completed."""
    goals = tuple(Goal(phase.id, phase.due, phase.courses) for phase in sorted(year.phases, key=lambda one: one.due))
    exam = Exam(year.assessment.due, year.assessment.attempts)
    return Card(year.id, today, year.total, 0, year.floor, year.floor_percent, goals, exam)


def _standing(is_met: bool, due: date, today: date) -> Standing:
    if is_met:
        return Standing.MET
    if due == today:
        return Standing.TODAY
    return Standing.AHEAD if today < due else Standing.OVER
