"""What becomes of a reminder that was chosen for a day, looked at again at the moment of sending."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from handlers.assessed import assess
from handlers.facts import Facts
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.working_time import IST
from reminders.judge import congratulate, is_quiet, judge
from reminders.judgement import Judgement


class Fate(StrEnum):
    """What is done with it now."""

    SEND = "send"
    WAIT = "wait"  # the window, or the person's part of the day, has not begun
    HOLD = "hold"  # a human owns the conversation
    DROP = "drop"  # it is not to be sent any more
    MISSED = "missed"  # it was due, and the window closed over it


class Settled(Struct, frozen=True):
    """What is done with a chosen reminder, why, and the judgement that its text is written from."""

    fate: Fate
    reason: Reason
    judgement: Judgement


def settle(facts: Facts, catalogue: Catalogue, year: TrainingYear, chosen_for: date, now: datetime) -> Settled:
    """Judge a chosen reminder by what is known now (`now` is timezone-aware).

    One that could not leave before the window closed is not sent on another day: the next reminder day covers it.
    """
    return _settled(judge(facts, catalogue, year, chosen_for), Reason.DUE, facts, year, chosen_for, now)


def settle_congratulation(
    facts: Facts, catalogue: Catalogue, year: TrainingYear, chosen_for: date, now: datetime
) -> Settled:
    """As `settle`, of the congratulation on finishing everything."""
    judgement = congratulate(facts, assess(facts, catalogue, year), catalogue, year, chosen_for)
    return _settled(judgement, Reason.FINISHED, facts, year, chosen_for, now)


def _settled(
    judgement: Judgement, goes: Reason, facts: Facts, year: TrainingYear, chosen_for: date, now: datetime
) -> Settled:
    """`goes`: the reason for which it is sent."""
    local = now.astimezone(IST)
    is_over = (local.date(), local.time()) >= (chosen_for, year.reminders.closes)
    if judgement.reason not in (goes, Reason.HUMAN_OWNED):
        return Settled(Fate.DROP, judgement.reason, judgement)
    if is_over:
        fate = Fate.MISSED if judgement.reason is goes else Fate.DROP
        return Settled(fate, judgement.reason, judgement)
    if judgement.reason is Reason.HUMAN_OWNED:
        return Settled(Fate.HOLD, judgement.reason, judgement)
    if local.date() < chosen_for or is_quiet(facts, year, local.time()):
        return Settled(Fate.WAIT, Reason.QUIET, judgement)
    return Settled(Fate.SEND, goes, judgement)
