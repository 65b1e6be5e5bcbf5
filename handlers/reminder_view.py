"""The answer to `reminders`: whether they come, which is next, from which hour; and its buttons."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.actions import Verb
from handlers.assessed import assess
from handlers.courses import Body
from handlers.facts import Facts
from handlers.messages import Choice, Line, line
from handlers.own_facts import facts_of
from handlers.standing import Standing
from handlers.talk import Talk
from knowledge.reminder_policy import Hour
from knowledge.schedule import last_days, reminder_days


def reminders_body(talk: Talk) -> Body:
    """How things stand; the next reminder is computed as on the day itself, from what is known now."""
    facts, policy = facts_of(talk), talk.view.year.reminders
    hour = facts.hour or Hour.MORNING
    state = line("reminders-off" if facts.is_opted_out else "reminders-on")
    lines = [state, *(() if facts.is_opted_out else _next(talk, facts))]
    if not facts.is_opted_out:
        lines.append(line("reminders-from", hour=hour.value, begins=f"{policy.hours[hour]:%H:%M}"))
    lines.append(talk.line("reminders-rules", opens=f"{policy.opens:%H:%M}", closes=f"{policy.closes:%H:%M}"))
    return Body(tuple(lines), _choices(talk, facts, hour))


def _choices(talk: Talk, facts: Facts, hour: Hour) -> tuple[Choice, ...]:
    if facts.is_opted_out:
        return (Choice(line("button-reminders-on"), Verb.REMIND, "on"),)
    snooze = Choice(line("button-snooze", days=talk.view.year.reminders.snooze_days), Verb.REMIND, "snooze")
    if _is_snoozed(talk, facts):
        snooze = Choice(line("button-wake"), Verb.REMIND, "wake")
    hours = (Choice(line(f"button-{one.value}"), Verb.REMIND, f"hour.{one.value}") for one in Hour if one is not hour)
    return (Choice(line("button-stop-reminders"), Verb.REMIND, "off"), snooze, *hours)


def _is_snoozed(talk: Talk, facts: Facts) -> bool:
    return facts.snoozed_until is not None and talk.now.date() < facts.snoozed_until


def _next(talk: Talk, facts: Facts) -> tuple[Line, ...]:
    standing = assess(facts, talk.catalogue, talk.view.year).standing
    snoozed = [line("reminders-until", date=talk.date(facts.snoozed_until))] if facts.snoozed_until and _is_snoozed(
        talk, facts
    ) else []  # fmt: skip
    if standing.reason is not None:
        return (*snoozed, line("reminders-none", reason=standing.reason.value))
    day = next_day(talk, facts, standing)
    return (*snoozed, line("reminders-next", date=talk.date(day)) if day else line("reminders-none", reason="over"))


def next_day(talk: Talk, facts: Facts, standing: Standing) -> date | None:
    """The next day on which something unmet is reminded of; today only while the window is open."""
    year, now = talk.view.year, talk.now
    days = reminder_days(year, talk.catalogue.desk.calendar(facts.circle))
    is_past = now.time() >= year.reminders.closes or facts.reminded_on == now.date()
    first = now.date() + timedelta(days=1 if is_past else 0)
    for day in sorted(days):
        today = days[day] & standing.unmet
        is_last = bool(last_days(year, day) & today)
        if day >= first and today and (is_last or facts.snoozed_until is None or day >= facts.snoozed_until):
            return day
    return None
