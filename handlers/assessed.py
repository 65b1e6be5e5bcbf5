"""What of a person holds on any day of a year: the list, what is done and left, the standing that the store keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.facts import Facts
from handlers.own_list import OwnList, own_list
from handlers.progress import counted
from handlers.standing import STANDING_REASONS, Reason, Standing
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.reminder_policy import Milestone, Needs


@dataclass(frozen=True, slots=True)
class Assessed:
    """What of a person holds on any day: course keys in the list's order, and the standing that the store keeps."""

    own: OwnList
    completed: tuple[str, ...]
    remaining: tuple[str, ...]
    extra: tuple[str, ...]
    assessment_passed: bool
    standing: Standing


def assess(facts: Facts, catalogue: Catalogue, year: TrainingYear) -> Assessed:
    """Find what of a person holds on any day of the year."""
    own = own_list(facts, catalogue, year)
    days = year.reminders.report_days
    done = {key for key, claims in facts.progress.items() if counted(claims, days).is_completed}
    passed = counted(facts.assessment, days, stays=True).is_completed
    completed = tuple(key for key in own.courses if key in done)
    unmet = sum(
        1 << place
        for place, milestone in enumerate(year.reminders.milestones)
        if not _is_met(milestone, own, len(completed), passed)
    )
    reason = next((reason for reason in STANDING_REASONS if _stands(reason, facts, own, unmet)), None)
    finished = _finished_on(facts, completed, days) if reason is Reason.DONE else None
    return Assessed(
        own=own,
        completed=completed,
        remaining=tuple(key for key in own.courses if key not in done),
        extra=tuple(key for key in own.syllabus if key not in own.courses and key not in done),
        assessment_passed=passed,
        standing=Standing(unmet, reason, catalogue.desk.calendar_id(facts.circle), finished),
    )


def _stands(reason: Reason, facts: Facts, own: OwnList, unmet: int) -> bool:
    """Whether this one of the reasons that no day changes holds."""
    if reason is Reason.LEFT:
        return facts.has_left
    if reason is Reason.NO_CHANNEL:
        return not facts.has_channel
    if reason is Reason.BLOCKED:
        return facts.is_blocked
    if reason is Reason.DONE:
        return not unmet
    return own.why_not is reason


def _is_met(milestone: Milestone, own: OwnList, completed: int, passed: bool) -> bool:
    if milestone.needs is Needs.ASSESSMENT:
        return passed
    if not own.courses:
        return False
    return completed >= (len(own.courses) if milestone.needs is Needs.EVERY else milestone.courses)


def _finished_on(facts: Facts, completed: tuple[str, ...], report_days: int) -> date | None:
    """The latest day that is known; what has no date may be older or newer, but nothing is finished before it."""
    items = [counted(facts.progress[key], report_days).on for key in completed]
    items.append(counted(facts.assessment, report_days, stays=True).on)
    return max((day for day in items if day is not None), default=None)
