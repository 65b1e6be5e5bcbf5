"""The answer to `reminders`: whether they come, which is next, from which hour; and its buttons."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.actions import Verb
from handlers.ahead import next_reminder, snooze_end
from handlers.assessed import Assessed
from handlers.courses import Body
from handlers.facts import Facts
from handlers.messages import Choice, Line, line
from handlers.own_facts import assessed_of, facts_of
from handlers.talk import Talk
from knowledge.reminder_policy import Hour


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
    assessed = assessed_of(talk)
    until = facts.snoozed_until if _is_snoozed(talk, facts) else None
    snoozed = (line("reminders-until", date=talk.date(until)),) if until else ()
    if assessed.standing.reason is not None:
        return (*snoozed, line("reminders-none", reason=assessed.standing.reason.value))
    day = next_reminder(facts, assessed, talk.catalogue, talk.view.year, _first(talk, facts, assessed))
    return (*snoozed, line("reminders-next", date=talk.date(day)) if day else line("reminders-none", reason="over"))


def _first(talk: Talk, facts: Facts, assessed: Assessed) -> date:
    """The first day that can have one: today only while the window is open and none was sent, none while put off."""
    year, today = talk.view.year, talk.now.date()
    is_past = talk.now.time() >= year.reminders.closes or facts.reminded_on == today
    first = today + timedelta(days=1 if is_past else 0)
    if facts.snoozed_until is None or facts.snoozed_until <= first:
        return first
    return snooze_end(assessed, year, first - timedelta(days=1), facts.snoozed_until)
