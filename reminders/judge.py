"""Whether a person is reminded on a day, and why not: one pure function, for choosing, sending and rehearsing alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.reminder_policy import Milestone, Needs
from reminders.facts import Facts
from reminders.judgement import Decision, Judgement, Reason, Standing
from reminders.own_list import OwnList, own_list, title
from reminders.progress import counted, is_completed
from reminders.schedule import last_days, reminder_days


@dataclass(frozen=True, slots=True)
class Assessed:
    """What of a person holds on any day: course keys in the list's order, and the standing that the store keeps."""

    own: OwnList
    completed: tuple[str, ...]
    remaining: tuple[str, ...]
    extra: tuple[str, ...]
    assessment_passed: bool
    standing: Standing


def judge(facts: Facts, catalogue: Catalogue, year: TrainingYear, day: date, at: time | None = None) -> Judgement:
    """Decide about one person on one day.

    `at` is the IST time of day; None leaves the window out (choosing, rehearsing: at some time of that day).
    """
    return judge_on(facts, assess(facts, catalogue, year), catalogue, year, day, at)


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
        standing=Standing(unmet, reason, catalogue.desk.calendar_id(facts.circle), finished),
    )


def judge_on(
    facts: Facts, assessed: Assessed, catalogue: Catalogue, year: TrainingYear, day: date, at: time | None = None
) -> Judgement:
    """Decide about a day, of a person who is assessed already (see `judge`)."""
    policy, standing = year.reminders, assessed.standing
    today = reminder_days(year, catalogue.desk.calendar(facts.circle)).get(day, 0) & standing.unmet
    is_last = bool(last_days(year, day) & standing.unmet & today)
    reason = standing.reason or _reason(facts, year, day, at, bool(today), is_last)
    sends = reason is Reason.DUE
    last_listed = day + timedelta(days=policy.ahead_days)
    listed = tuple(
        milestone.id
        for place, milestone in enumerate(policy.milestones)
        if sends and standing.unmet >> place & 1 and (today >> place & 1 or day <= milestone.due <= last_listed)
    )
    return _judgement(assessed, catalogue, facts, "send" if sends else "skip", reason, listed, is_last)


def congratulate(
    facts: Facts, assessed: Assessed, catalogue: Catalogue, year: TrainingYear, day: date, at: time | None = None
) -> Judgement:
    """Decide whether the person is congratulated on finishing everything: once, soon after, in the window."""
    reason = assessed.standing.reason or Reason.NOT_DUE
    if reason is Reason.DONE:
        reason = _congratulation(facts, assessed.standing.finished_on, year, day, at)
    sends = reason is Reason.FINISHED
    return _judgement(assessed, catalogue, facts, "send" if sends else "skip", reason, (), False)


def _reason(facts: Facts, year: TrainingYear, day: date, at: time | None, is_due: bool, is_last: bool) -> Reason:
    """The first reason, of those that depend on the day, in the order of the policy."""
    if not is_due:
        return Reason.NOT_DUE
    if facts.is_opted_out:
        return Reason.OPTED_OUT
    if not is_last and facts.snoozed_until is not None and day < facts.snoozed_until:
        return Reason.SNOOZED
    if not is_last and facts.is_human_owned:
        return Reason.HUMAN_OWNED
    if day == facts.reminded_on or (not is_last and day == facts.any_reminded_on):
        return Reason.DAILY_CAP
    return Reason.QUIET if is_quiet(facts, year, at) else Reason.DUE


def is_quiet(facts: Facts, year: TrainingYear, at: time | None) -> bool:
    """Whether the IST time of day is outside the window, or before the part of the day that the person chose."""
    policy = year.reminders
    begins = policy.hours[facts.hour] if facts.hour else policy.opens
    return at is not None and not begins <= at < policy.closes


def _congratulation(facts: Facts, finished: date | None, year: TrainingYear, day: date, at: time | None) -> Reason:
    """`DONE` where there is no cause (any more): said already, too long ago, or finished before the chat was opened."""
    if facts.congratulated_on is not None or finished is None or facts.opened_on is None or finished < facts.opened_on:
        return Reason.DONE
    if not 0 <= (day - finished).days < year.reminders.congratulate_days:
        return Reason.DONE
    reason = _reason(facts, year, day, at, is_due=True, is_last=False)
    return Reason.FINISHED if reason is Reason.DUE else reason


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


def _judgement(
    assessed: Assessed,
    catalogue: Catalogue,
    facts: Facts,
    decision: Decision,
    reason: Reason,
    milestones: tuple[str, ...],
    is_last: bool,
) -> Judgement:
    return Judgement(
        decision=decision,
        reason=reason,
        milestones=milestones,
        completed=len(assessed.completed),
        remaining=tuple(title(catalogue, key) for key in assessed.remaining),
        extra=tuple(title(catalogue, key) for key in assessed.extra),
        assessment_passed=assessed.assessment_passed,
        verify_first=not facts.is_verified and not assessed.completed,
        is_last_day=is_last,
        tells_owner=is_last and decision == "send" and facts.is_human_owned,
    )
