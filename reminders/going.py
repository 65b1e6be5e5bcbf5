"""What is done with a queued reminder or congratulation right before it goes, and what it says."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from handlers.actions import Verb
from handlers.assessed import Assessed, assess
from handlers.facts import Facts
from handlers.messages import Choice, Reply, line
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, Language, TrainingYear
from reminders.judgement import Judgement
from reminders.message import congratulation, reminder
from reminders.settle import Fate, settle, settle_congratulation

#: The topics behind "how to do it": the green tick, the courses, the assessment.
_VERIFY, _COURSES, _ASSESSMENT = "profile.green_tick", "courses.where", "assessment.unlock"


class Going(Struct, frozen=True):
    """`why_not`: "" where it goes; else `later`, `held`, `missed`, or the reason for which it is dropped.

    `tells_owner`: the human who owns the conversation is told first.
    """

    why_not: str = ""
    reply: Reply | None = None
    tells_owner: bool = False


def going(
    facts: Facts, catalogue: Catalogue, year: TrainingYear, day: date, reason: str, language: Language, now: datetime
) -> Going:
    """Decide by what is known now. `reason`: for which it was chosen; `now` is timezone-aware."""
    is_done = reason == Reason.FINISHED
    settled = (settle_congratulation if is_done else settle)(facts, catalogue, year, day, now)
    if settled.fate is not Fate.SEND:
        names = {Fate.WAIT: "later", Fate.HOLD: "held", Fate.MISSED: "missed"}
        return Going(names.get(settled.fate, settled.reason.value))
    assessed = assess(facts, catalogue, year)
    if is_done:
        return Going(reply=congratulation(catalogue, language, year, assessed))
    how_to = how_to_of(assessed, settled.judgement)
    said = reminder(catalogue, language, year, assessed, settled.judgement, day, choices(year, how_to))
    return Going(reply=said, tells_owner=settled.judgement.tells_owner)


def how_to_of(assessed: Assessed, judgement: Judgement) -> str:
    """The topic that tells how to do what comes first: the verification, the courses, the assessment."""
    if judgement.verify_first:
        return _VERIFY
    return _COURSES if assessed.remaining or assessed.extra else _ASSESSMENT


def choices(year: TrainingYear, how_to: str) -> tuple[Choice, ...]:
    """The buttons of a reminder, `how_to` a topic; they work however old it is."""
    return (
        Choice(line("button-mark-done"), Verb.SHOW, "mark"),
        Choice(line("button-snooze", days=year.reminders.snooze_days), Verb.REMIND, "snooze"),
        Choice(line("button-how-to"), Verb.TOPIC, how_to),
        Choice(line("button-stop-reminders"), Verb.REMIND, "off"),
    )
