"""Whether a person is reminded on a day, and why not: one pure function, for choosing, sending and rehearsing alike."""

from __future__ import annotations

from datetime import date, time, timedelta

from handlers.assessed import Assessed, assess
from handlers.facts import Facts
from handlers.own_list import title
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import last_days, reminder_days
from reminders.judgement import Decision, Judgement


def judge(facts: Facts, catalogue: Catalogue, year: TrainingYear, day: date, at: time | None = None) -> Judgement:
    """Decide about one person on one day.

    `at` is the IST time of day; None leaves the window out (choosing, rehearsing: at some time of that day).
    """
    return judge_on(facts, assess(facts, catalogue, year), catalogue, year, day, at)


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
