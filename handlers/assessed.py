"""What of a person holds on any day of a year: the list, what is done and left, the standing that the store keeps."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from handlers.facts import Facts
from handlers.own_list import OwnList, own_list
from handlers.progress import counted, is_completed
from handlers.standing import Reason, Standing
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.reminder_policy import Milestone, Needs


class Assessed(Struct, frozen=True):
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
    done = {key for key, claims in facts.progress.items() if is_completed(claims, days)}
    passed = is_completed(facts.assessment, days, stays=True)
    completed = tuple(key for key in own.courses if key in done)
    unmet = sum(
        1 << place
        for place, milestone in enumerate(year.reminders.milestones)
        if not _is_met(milestone, own, len(completed), passed)
    )
    reason = _standing_reason(facts, own, unmet)
    finished = _finished_on(facts, completed, days) if reason is Reason.DONE else None
    return Assessed(
        own=own,
        completed=completed,
        remaining=tuple(key for key in own.courses if key not in done),
        extra=tuple(key for key in own.syllabus if key not in own.courses and key not in done),
        assessment_passed=passed,
        standing=Standing(
            unmet, reason, catalogue.desk.calendar_id(facts.circle), finished, own.curriculum, facts.is_verified
        ),
    )


def _standing_reason(facts: Facts, own: OwnList, unmet: int) -> Reason | None:
    """The first of the reasons that no day changes, in the order of the policy."""
    if facts.has_left:
        return Reason.LEFT
    if own.why_not is not None:
        return own.why_not
    if not facts.has_channel:
        return Reason.NO_CHANNEL
    if facts.is_blocked:
        return Reason.BLOCKED
    return None if unmet else Reason.DONE


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
