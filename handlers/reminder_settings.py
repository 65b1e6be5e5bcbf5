"""Reminders as the person has them: whether, when the next one comes, from which hour; switched, put off, moved."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from handlers import answer as answers
from handlers.effects import Effect, SaveProfile, SetReminders
from handlers.facts import Facts
from handlers.messages import Line, line
from handlers.own_facts import after, facts_of
from handlers.step import Decision, Step, led_by
from handlers.talk import Talk
from knowledge.reminder_policy import Hour

TOPIC = "reminders"


def switch(talk: Talk, is_on: bool, decision: Decision | None = None) -> Step:
    """Reminders on or off; nothing else is lost by it, and a switch back on finds all as it was."""
    person = replace(talk.person, messages_off=not is_on)
    return _shown(talk, (SaveProfile(person),), line("messages-on" if is_on else "messages-off"), decision)


def snooze(talk: Talk, until: date | None, decision: Decision | None = None) -> Step:
    """No reminders before a day, but on the last day of something unmet; None: at once again."""
    effect = SetReminders(until, facts_of(talk).hour)
    said = line("reminders-snoozed", date=talk.date(until)) if until else line("reminders-awake")
    return _shown(talk, (effect,), said, decision)


def snooze_days(talk: Talk, days: int, decision: Decision | None = None) -> Step:
    """As `snooze`, counted from today."""
    return snooze(talk, talk.now.date() + timedelta(days=days), decision)


def set_hour(talk: Talk, hour: Hour, decision: Decision | None = None) -> Step:
    """From which part of the day on."""
    effect = SetReminders(facts_of(talk).snoozed_until, hour)
    begins = talk.view.year.reminders.hours[hour]
    said = line("reminders-hour", hour=hour.value, begins=f"{begins:%H:%M}")
    return _shown(talk, (effect,), said, decision)


def act(talk: Talk, argument: str) -> Step:
    """A button of the settings, or of a reminder however old: it says itself what it does."""
    kind, _, value = argument.partition(".")
    if argument in ("on", "off"):
        return switch(talk, argument == "on")
    if argument == "snooze":
        return snooze_days(talk, talk.view.year.reminders.snooze_days)
    if argument == "wake":
        return snooze(talk, None)
    hour = next((one for one in Hour if one == value), None)
    if kind == "hour" and hour:
        return set_hour(talk, hour)
    return answers.answer(talk, TOPIC, talk.applicant)


def _shown(talk: Talk, effects: tuple[Effect, ...], said: Line, decision: Decision | None) -> Step:
    """Keep it, say it, and show how things stand now."""
    facts: Facts = after(facts_of(talk), effects, talk.catalogue)
    person = next((one.person for one in effects if isinstance(one, SaveProfile)), talk.person)
    then = answers.answer(replace(talk.knowing(person), facts=facts), TOPIC, talk.applicant, decision)
    return led_by(replace(then, effects=(*effects, *then.effects)), said)
